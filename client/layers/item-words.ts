import type { Language } from "#domain/look/words.ts";

/** Words on marks and lines of the map. */
export const ITEM_WORDS: Record<Language, { schematic: string; unchecked: string; later: string }> = {
  "zh-CN": { schematic: "示意", unchecked: "位置未核", later: "后续" },
  en: { schematic: "schematic", unchecked: "place unchecked", later: "later" },
};
