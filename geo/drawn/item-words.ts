import { type Language, STAGE_WORDS } from "#domain/look/words.ts";
import type { DrawnCorridor } from "./corridors.ts";

/** Words on marks and lines, of the map and of its picture. */
export const ITEM_WORDS: Record<Language, { schematic: string; unchecked: string; later: string }> = {
  "zh-CN": { schematic: "示意", unchecked: "位置未核", later: "后续" },
  en: { schematic: "schematic", unchecked: "place unchecked", later: "later" },
};

/** A name without what its brackets add: on a map there is room for the name alone. */
export const shortName = (name: string): string => name.replace(/\s*[（(].*$/u, "");

/** Whether a place is not to be relied on (truth rule 5). */
export const isUnsure = ({ confidence }: { confidence: string }): boolean =>
  confidence === "low" || confidence === "very_low";

/** Second line of a place's label, empty where the place is known. */
export const placeSub = (place: { confidence: string }, lang: Language): string =>
  isUnsure(place) ? ITEM_WORDS[lang].unchecked : "";

/** Second line of a corridor's label: how far it is, and that its course is not surveyed. */
export function corridorSub(corridor: DrawnCorridor, lang: Language): string {
  const words = ITEM_WORDS[lang];
  return [
    ...(corridor.stage === null ? [] : [STAGE_WORDS[corridor.stage][lang]]),
    ...(corridor.group === "later" ? [words.later] : []),
    ...(corridor.schematic ? [words.schematic] : []),
  ].join(" · ");
}
