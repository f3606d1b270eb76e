import type { MultiPolygon, Polygon } from "geojson";

/** A region's ground: its GB/T 2260 code and its polygons, WGS 84, lon lat. */
export type RegionShape = { code: string; geometry: Polygon | MultiPolygon };
