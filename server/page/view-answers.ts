import type { PageData } from "#domain/page.ts";
import { effectiveFilter, type View, withKnownRegions } from "#domain/view.ts";
import { mapFeatures } from "../db/map-features.ts";
import { progressByRegion } from "../db/progress.ts";
import { readRegionRows } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import { summarize } from "../db/summary.ts";

export type Answers = Pick<PageData, "asOf" | "regions" | "progress" | "features" | "summary">;

/**
 * What the ledger says to a view: the map's values and features of the whole, the counts of the region
 * drilled into. The same questions that the client's hooks ask, so that none is asked twice.
 */
export async function answersTo(db: Db, asked: View): Promise<{ view: View; answers: Answers }> {
  const regions = await readRegionRows(db);
  const view = withKnownRegions(asked, new Set(regions.map((region) => region.code)));
  const { filter, measure, layers } = view;
  const asOf = view.asOf === null ? {} : { asOf: view.asOf };
  const [reporting, county, features, summary] = await Promise.all([
    progressByRegion(db, { level: "reporting", measure, filter, ...asOf }),
    progressByRegion(db, { level: "county", measure, filter, ...asOf }),
    mapFeatures(db, {
      filter,
      ...asOf,
      later: layers.includes("later"),
      guofa21: layers.includes("guofa21"),
    }),
    summarize(db, { filter: effectiveFilter(view), ...asOf }),
  ]);
  return {
    view,
    answers: { asOf: summary.asOf, regions, progress: { reporting, county }, features, summary },
  };
}
