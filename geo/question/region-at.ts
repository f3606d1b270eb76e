import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { Position } from "geojson";
import { type Bbox, bboxesMeet, bboxOf } from "./bbox.ts";
import type { RegionShape } from "./region-shape.ts";

/** Regions with their boxes, the deepest level first, by code within a level. Build once, ask often. */
export type RegionIndex = readonly (RegionShape & { bbox: Bbox })[];

export function indexRegions(shapes: readonly RegionShape[]): RegionIndex {
  return shapes
    .map((shape) => ({ ...shape, bbox: bboxOf(shape.geometry) }))
    .sort((a, b) => depthOf(b.code) - depthOf(a.code) || (a.code < b.code ? -1 : 1));
}

/** province 0, league 1, county 2: GB/T 2260 says it by its zeros. */
function depthOf(code: string): number {
  if (code.endsWith("0000")) return 0;
  return code.endsWith("00") ? 1 : 2;
}

/**
 * Code of the deepest region that holds the lon-lat point, null outside all. Exact (robust predicates): a point on
 * a border that two regions share belongs to the one with the lower code, whichever order they came in.
 */
export function regionAt(index: RegionIndex, at: Position): string | null {
  const [lon = Number.NaN, lat = Number.NaN] = at;
  const box: Bbox = [lon, lat, lon, lat];
  const found = index.find(
    (region) => bboxesMeet(region.bbox, box) && booleanPointInPolygon([lon, lat], region.geometry),
  );
  return found?.code ?? null;
}
