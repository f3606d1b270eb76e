import { first } from "./first/zh-CN.ts";
import { brief } from "./zh-CN/brief.ts";
import { detail } from "./zh-CN/detail.ts";

/** All that the workbench says. Its page has the first of them, and the rest with the code that says them. */
export const zhCN = { ...first, detail, brief } as const;
