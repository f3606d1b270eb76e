import { list } from "../zh-CN/list.ts";
import { map } from "../zh-CN/map.ts";
import { offline } from "../zh-CN/offline.ts";
import { reader } from "../zh-CN/reader.ts";
import { shell } from "../zh-CN/shell.ts";
import { side } from "../zh-CN/side.ts";

/** What the workbench says before code of its own brings more words (late-words.ts). */
export const first = { shell, map, side, list, reader, offline } as const;
