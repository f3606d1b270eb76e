import { brief } from "./zh-CN/brief.ts";
import { detail } from "./zh-CN/detail.ts";
import { list } from "./zh-CN/list.ts";
import { map } from "./zh-CN/map.ts";
import { offline } from "./zh-CN/offline.ts";
import { reader } from "./zh-CN/reader.ts";
import { shell } from "./zh-CN/shell.ts";
import { side } from "./zh-CN/side.ts";

export const zhCN = { shell, map, side, list, detail, reader, brief, offline } as const;
