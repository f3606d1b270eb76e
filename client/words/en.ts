import { brief } from "./en/brief.ts";
import { detail } from "./en/detail.ts";
import { first } from "./first/en.ts";

/** All that the workbench says. Its page has the first of them, and the rest with the code that says them. */
export const en = { ...first, detail, brief } as const;
