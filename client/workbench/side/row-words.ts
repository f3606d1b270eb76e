import type { TFunction } from "i18next";
import type { Language } from "#domain/look/words.ts";
import { denominatorOf, MEASURE_UNIT, type Measure } from "#domain/measure.ts";
import type { RowProgress } from "./whole.ts";

const noneOf = (measure: Measure) =>
  measure === "red" ? "side.noLight" : MEASURE_UNIT[measure] === "share" ? "side.noStage" : "side.noData";

/**
 * A row's value as it is read aloud, and as it stands in the column. Of a share, n is how many items its
 * denominator has: those whose stage is known (truth rule 2) or whose light has a colour, not all that lie there.
 */
export function rowWords(
  progress: RowProgress | null,
  measure: Measure,
  lang: Language,
  t: TFunction,
): { said: string; value: string; n: string } {
  if (progress === null || progress.value === null)
    return {
      said: t(progress?.n ? noneOf(measure) : "side.noData"),
      value: "–",
      n: "",
    };
  if (MEASURE_UNIT[measure] === "count")
    return { said: t("side.countItems", { count: progress.value }), value: String(progress.value), n: "" };
  const percent = new Intl.NumberFormat(lang, { style: "percent" }).format(progress.value);
  const count = denominatorOf(measure, progress);
  return {
    said: t(measure === "red" ? "side.shareLit" : "side.share", { percent, count }),
    value: percent,
    n: t("side.known", { count }),
  };
}
