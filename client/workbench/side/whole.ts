import { isMeasured, listedTypes } from "#domain/count.ts";
import type { Filter } from "#domain/filter.ts";
import { ITEM_TYPES } from "#domain/item.ts";
import { MEASURE_NOUN, type Measure, measureValue, type StageCounts } from "#domain/measure.ts";
import type { RegionProgress, Summary } from "#domain/query.ts";
import { STAGES } from "#domain/stage.ts";

export type RowProgress = Pick<RegionProgress, "n" | "stages" | "value" | "lights">;

/** What a measure finds in the whole: distinct items, and no sum of the leagues, since one may lie in several. */
export function wholeProgress(
  { typeStages, lights }: Pick<Summary["counts"], "typeStages" | "lights">,
  measure: Measure,
): RowProgress {
  const stages: StageCounts = {};
  let n = 0;
  for (const type of ITEM_TYPES.filter((one) => isMeasured(measure, { type: one }))) {
    for (const stage of STAGES) {
      const count = typeStages[type]?.[stage] ?? 0;
      if (count > 0) stages[stage] = (stages[stage] ?? 0) + count;
      n += count;
    }
  }
  return {
    n,
    stages,
    ...(measure === "red" ? { lights } : {}),
    value: measureValue(measure, stages, lights),
  };
}

/** The filter of what a measure looks at. Of both nouns it is the reader's own, which is asked for anyway. */
export const measuredFilter = (measure: Measure, filter: Filter): Filter =>
  MEASURE_NOUN[measure] === "item" ? filter : { ...filter, types: listedTypes(measure, filter.types) };
