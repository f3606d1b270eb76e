import type { MultiPolygon, Polygon } from "geojson";

/** One record as a file has it: any attributes, areas in the file's own coordinates. */
export type RawFeature = {
  /** Names the record in messages, such as `record 3` */
  where: string;
  properties: Readonly<Record<string, unknown>>;
  geometry: Polygon | MultiPolygon;
};

/** What a format's reader makes of a file. */
export type RawLayer = {
  features: readonly RawFeature[];
  /**
   * CRS as the file states it: a name or WKT. `null` where the file says nothing; for GeoJSON and TopoJSON that
   * means WGS 84 (RFC 7946), for a Shapefile it means unknown.
   */
  crs: string | null;
  silenceMeansWgs84: boolean;
};
