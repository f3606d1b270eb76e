import type { TFunction } from "i18next";
import { MEASURE_WORDS, nameIn, STAGE_WORDS } from "#domain/look/words.ts";
import { denominatorOf, MEASURE_UNIT } from "#domain/measure.ts";
import type { MapFeatures } from "#domain/query.ts";
import { isPlannedCity } from "#domain/region.ts";
import { isKnownStage } from "#domain/stage.ts";
import { ITEM_WORDS, isUnsure } from "#geo/drawn/item-words.ts";
import { noneText, unitText, valueText } from "#geo/picture/words.ts";
import type { Hit } from "./hit.ts";
import type { MapProps } from "./map-props.ts";

type Props = Pick<MapProps, "view" | "lang" | "regions" | "progress" | "features" | "pickedRegions">;
/** `literal`: the source's own words, in Chinese whatever the page speaks. */
export type Tip = { title: string; measure?: string; value?: string; literal?: string; notes: string[] };

/** What the pointer is told of what it is at; null for what is not on the map any more. */
export function tipWords(hit: Hit, props: Props, t: TFunction): Tip | null {
  if (hit.kind === "cluster") return { title: t("map.cluster", { count: hit.count }), notes: [] };
  return hit.kind === "region" ? regionTip(hit.code, props, t) : itemTip(hit, props, t);
}

/** A value with its unit; of a share also how many items it is a share of: those of a known stage. */
function regionTip(code: string, props: Props, t: TFunction): Tip | null {
  const { view, lang, regions, progress, pickedRegions } = props;
  const region = regions.find((one) => one.code === code);
  if (!region) return null;
  const reports = region.level === "league" || isPlannedCity(code);
  const row = (reports ? progress.reporting : progress.county).find((one) => one.code === code);
  const value = row?.value ?? null;
  const share = MEASURE_UNIT[view.measure] === "share";
  return {
    title: nameIn(lang, region),
    measure: MEASURE_WORDS[view.measure][lang],
    value:
      value === null
        ? noneText(row, view.measure, lang)
        : `${valueText(value, view.measure)} ${unitText(view.measure, lang)}`.trimEnd(),
    notes: [
      ...(share && row && value !== null
        ? [t(view.measure === "red" ? "map.lit" : "map.known", { count: denominatorOf(view.measure, row) })]
        : []),
      ...(row?.inferred ? [t("map.inferred", { count: row.inferred })] : []),
      ...(pickedRegions.some((one) => one.code === code && one.basis === "inferred")
        ? [t("map.pickedInferred")]
        : []),
    ],
  };
}

/** The mark or line itself: an item may have several, each with a name and an error of its own. */
function itemTip(hit: Extract<Hit, { kind: "item" }>, { lang, features }: Props, t: TFunction): Tip | null {
  const point = features.points.find((one) => one.id === hit.mark);
  const line = features.corridors.find((one) => one.id === hit.mark);
  const found = point ?? line;
  if (!found) return null;
  const words = ITEM_WORDS[lang];
  const error = t("map.error", { km: found.errorKm });
  return {
    title: nameIn(lang, found),
    ...stageTip(found, lang, t),
    notes: [
      ...(line?.group === "later" ? [words.later] : []),
      ...(line?.year == null ? [] : [words.inUse(line.year)]),
      [...(line?.schematic ? [words.schematic] : isUnsure(found) ? [words.unchecked] : []), error].join(
        " · ",
      ),
    ],
  };
}

type Staged = MapFeatures["points"][number] | MapFeatures["corridors"][number];

/** Words that can be read otherwise stand as they are, and what they were taken for is in doubt (truth rule 1). */
function stageTip(
  { stage, stageWords, stageBasis }: Staged,
  lang: Props["lang"],
  t: TFunction,
): Partial<Tip> {
  if (stage === null) return {};
  if (stageBasis !== "ambiguous" || stageWords === null) return { value: STAGE_WORDS[stage][lang] };
  return { literal: stageWords, ...(isKnownStage(stage) ? { value: t("map.doubtful") } : {}) };
}
