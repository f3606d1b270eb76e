import { CORRIDOR_WORDS, type Language, STAGE_WORDS } from "#domain/look/words.ts";
import { isKnownStage, type Stage } from "#domain/stage.ts";
import type { DrawnCorridor, LineLook } from "./corridors.ts";

type ItemWords = {
  schematic: string;
  unchecked: string;
  later: string;
  /** Later history is dated (truth rule 6). */
  inUse: (year: number) => string;
  /** Words that can be read otherwise stand as the source has them, or the step they are taken for is doubted. */
  ambiguous: (stage: Stage, words: string) => string;
};

/** Words on marks and lines, of the map and of its picture. */
export const ITEM_WORDS: Record<Language, ItemWords> = {
  "zh-CN": {
    schematic: "示意",
    unchecked: "位置未核",
    later: "后续",
    inUse: (year) => `${year} 年投运`,
    ambiguous: (_, words) => `“${words}”`,
  },
  en: {
    schematic: "schematic",
    unchecked: "place unchecked",
    later: "later",
    inUse: (year) => `in use ${year}`,
    ambiguous: (stage) =>
      isKnownStage(stage) ? `${STAGE_WORDS[stage].en}, in doubt` : STAGE_WORDS[stage].en,
  },
};

/** A name without what its brackets add: on a map there is room for the name alone. */
export const shortName = (name: string): string => name.replace(/\s*[（(].*$/u, "");

/** A line's look, as a legend names it. */
export const lookWords = ({ kind, later }: LineLook, lang: Language): string =>
  later ? `${CORRIDOR_WORDS[kind][lang]} · ${ITEM_WORDS[lang].later}` : CORRIDOR_WORDS[kind][lang];

/** Whether a place is not to be relied on (truth rule 5). */
export const isUnsure = ({ confidence }: { confidence: string }): boolean =>
  confidence === "low" || confidence === "very_low";

/** Second line of a place's label, empty where the place is known. */
export const placeSub = (place: { confidence: string }, lang: Language): string =>
  isUnsure(place) ? ITEM_WORDS[lang].unchecked : "";

/** Where an item stands; words that can be read otherwise, as they are. */
export function stageSub({ stage, stageWords, stageBasis }: Staged, lang: Language): string {
  if (stage === null) return "";
  return stageBasis === "ambiguous"
    ? ITEM_WORDS[lang].ambiguous(stage, stageWords ?? "")
    : STAGE_WORDS[stage][lang];
}
type Staged = Pick<DrawnCorridor, "stage" | "stageWords" | "stageBasis">;

/** Second line of a corridor's label: how far it is or since when, and that its course is not surveyed. */
export function corridorSub(corridor: DrawnCorridor, lang: Language): string {
  const { group, year, schematic } = corridor;
  const words = ITEM_WORDS[lang];
  return [
    stageSub(corridor, lang),
    group === "later" ? words.later : "",
    year === null ? "" : words.inUse(year),
    schematic ? words.schematic : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
