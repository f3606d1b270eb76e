import type { Feature, Geometry } from "geojson";
import type { Language } from "#domain/look/words.ts";
import { type Bounds, classOf } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import type { View } from "#domain/view.ts";
import { afterValue, valueText } from "#geo/picture/words.ts";

/** What a feature of the ledger source is drawn as, and what its layer needs to draw it. */
export type LedgerProperties = {
  draw: string;
  /** Whole zoom levels at which it is drawn: from `zmin`, up to but not including `zmax`. */
  zmin: number;
  zmax: number;
} & Record<string, string | number | boolean | readonly number[]>;
export type LedgerFeature = Feature<Geometry, LedgerProperties>;

export const ALWAYS = { zmin: 0, zmax: 24 } as const;
export type At = readonly [lon: number, lat: number];

export function pointFeature(at: At, properties: LedgerProperties): LedgerFeature {
  return { type: "Feature", geometry: { type: "Point", coordinates: [...at] }, properties };
}
export function lineFeature(path: readonly At[], properties: LedgerProperties): LedgerFeature {
  const coordinates = path.map((at) => [...at]);
  return { type: "Feature", geometry: { type: "LineString", coordinates }, properties };
}

/**
 * Value under a name, what stands after it, and the ramp class it stands on; nothing is said where progress is off.
 * A share is nothing without its n. `bounds`: of the classes (viewBounds).
 */
export function said(view: View, lang: Language, row: RegionProgress | undefined, bounds: Bounds) {
  if (!row || !view.layers.includes("progress")) return { value: "", after: "", cls: -1 };
  const cls = classOf(row.value, bounds);
  return {
    value: valueText(row.value, view.measure),
    after: afterValue(row, view.measure, lang),
    cls: typeof cls === "number" ? cls : -1,
  };
}
