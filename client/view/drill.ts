import { leagueOf, PROVINCE_CODE } from "#domain/region.ts";
import type { View } from "#domain/view.ts";

/** Into a region: its counties come into view with it. The province is the way out. */
export function drillTo(code: string): Pick<View, "region" | "level" | "item" | "camera"> {
  const whole = code === PROVINCE_CODE;
  return { region: whole ? null : code, level: whole ? "league" : "county", item: null, camera: null };
}

/** Regions from the whole down to `code`, each a step of the breadcrumb. */
export function pathTo(code: string | null): string[] {
  if (code === null || code === PROVINCE_CODE) return [PROVINCE_CODE];
  const league = leagueOf(code);
  return [PROVINCE_CODE, ...(league === null || league === code ? [] : [league]), code];
}

/** One step back, as Esc takes it: close the document, then let go of the item, then leave the region. */
export function stepBack(view: View): Partial<View> | null {
  if (view.reading !== null) return { reading: null };
  if (view.item !== null) return { item: null };
  const above = pathTo(view.region).at(-2);
  return above === undefined ? null : drillTo(above);
}
