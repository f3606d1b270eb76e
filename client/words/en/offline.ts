import type { offline as source } from "../zh-CN/offline.ts";

export const offline = {
  word: "Offline · data as of {{month}}",
} as const satisfies Record<keyof typeof source, string>;
