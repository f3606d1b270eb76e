import type { Brief } from "#domain/brief/brief.ts";
import { quarterOf, spanOf } from "#domain/months/named-span.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { answerTo, queryClient } from "../data/ask.ts";
import { featuresInput } from "../data/use-features.ts";
import { progressInput } from "../data/use-progress.ts";
import type { MapContent } from "../map/map-props.ts";

export type Circular = { period: string; regions: readonly string[]; brief: Brief };

/**
 * The quarter and the regions that a view shows, and the figure that belongs to them. A circular counts all that
 * the ledger has of its regions at its quarter's end: its figure shows the same, whatever else the view filters.
 */
export function circularOf(brief: Brief, asOf: string): Circular {
  const { region, filter, asOf: chosen } = brief.view;
  const drilled = region !== null && region !== PROVINCE_CODE;
  const regions = drilled ? [region] : (filter.regions ?? []);
  const period = quarterOf(chosen ?? asOf);
  const view: View = {
    ...brief.view,
    filter: drilled || regions.length === 0 ? {} : { regions: [...regions] },
    asOf: chosen === null ? null : spanOf(period).to,
  };
  const blocks = brief.blocks.filter((block) => block === "legend");
  return { period, regions, brief: { ...brief, page: "figure", blocks, view } };
}

/** What the map shows of another view: asked for, or known already. @throws AskError */
export async function contentOf(view: View): Promise<Pick<MapContent, "view" | "progress" | "features">> {
  const rows = (level: "reporting" | "county") =>
    queryClient.fetchQuery(answerTo("progress", "byRegion", progressInput(view, level)));
  const [reporting, county, features] = await Promise.all([
    rows("reporting"),
    rows("county"),
    queryClient.fetchQuery(answerTo("map", "features", featuresInput(view))),
  ]);
  return { view, progress: { reporting, county }, features };
}
