import type { Language, Words } from "#domain/look/words.ts";
import { DEMO_WORDS, MEASURE_WORDS } from "#domain/look/words.ts";
import { denominatorOf, MEASURE_UNIT, type Measure } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
/** `names` in one line, after how many they are. */
const several = (unit: string, colon: string, comma: string) => (count: number, names: readonly string[]) =>
  `${count}${unit}${colon}${names.join(comma)}`;

export const PICTURE_WORDS = {
  title: say("内蒙古落实《意见》进展一张图", "Inner Mongolia: progress under the Opinions, on one map"),
  unit: say("项", ""),
  notMentioned: say("未提及", "not mentioned"),
  noStage: say("阶段未说明", "stage not stated"),
  noLight: say("无灯", "no light"),
  several: { "zh-CN": several(" 项", "：", "、"), en: several(" items", ": ", ", ") },
  asOf: say("截至", "As of"),
  demo: DEMO_WORDS,
} as const;

/** A value as a reader sees it under a name: `12`, `39%`; empty where there is none. */
export const valueText = (value: number | null, measure: Measure): string =>
  value === null ? "" : MEASURE_UNIT[measure] === "share" ? `${Math.round(value * 100)}%` : String(value);

/** Unit after a value, empty for shares and in English, where the legend names it. */
export const unitText = (measure: Measure, lang: Language): string =>
  MEASURE_UNIT[measure] === "share" ? "" : PICTURE_WORDS.unit[lang];

/** What stands after a value, smaller: its unit, or of a share how many items it is a share of (truth rule 2). */
export function afterValue(
  row: Pick<RegionProgress, "value" | "stages" | "lights"> | undefined,
  measure: Measure,
  lang: Language,
): string {
  if (row === undefined || row.value === null) return "";
  return MEASURE_UNIT[measure] === "share" ? `n=${denominatorOf(measure, row)}` : unitText(measure, lang);
}

const noneOf = (measure: Measure) =>
  measure === "red" ? "noLight" : MEASURE_UNIT[measure] === "share" ? "noStage" : "notMentioned";

/** Why a region has no value: the source does not mention it, or of what it mentions has no stage or no light. */
export const noneText = (
  row: Pick<RegionProgress, "n"> | undefined,
  measure: Measure,
  lang: Language,
): string => PICTURE_WORDS[row?.n ? noneOf(measure) : "notMentioned"][lang];

/** What a pointer or a screen reader is told of a region. */
export function regionWords(
  name: string,
  row: RegionProgress | undefined,
  measure: Measure,
  lang: Language,
): string {
  const value = row?.value ?? null;
  const said =
    value === null
      ? noneText(row, measure, lang)
      : `${valueText(value, measure)} ${afterValue(row, measure, lang)}`.trimEnd();
  return lang === "en"
    ? `${name}, ${MEASURE_WORDS[measure].en}: ${said}`
    : `${name}，${MEASURE_WORDS[measure][lang]} ${said}`;
}
