import { brief } from "./en/brief.ts";
import { detail } from "./en/detail.ts";
import { list } from "./en/list.ts";
import { map } from "./en/map.ts";
import { offline } from "./en/offline.ts";
import { reader } from "./en/reader.ts";
import { shell } from "./en/shell.ts";
import { side } from "./en/side.ts";

export const en = { shell, map, side, list, detail, reader, brief, offline } as const;
