import { list } from "../en/list.ts";
import { map } from "../en/map.ts";
import { offline } from "../en/offline.ts";
import { reader } from "../en/reader.ts";
import { shell } from "../en/shell.ts";
import { side } from "../en/side.ts";

/** What the workbench says before code of its own brings more words (late-words.ts). */
export const first = { shell, map, side, list, reader, offline } as const;
