/** What the vector tiles hold: the contract between the pipeline that cuts them and the map that draws them. */

/** Overview: zooms 0–5, the region alone, whatever lies beyond is the baked ground. Detail: 6–9, all of it. */
export const OVERVIEW_ZOOMS = { min: 0, max: 5 } as const;
export const DETAIL_ZOOMS = { min: 6, max: 9 } as const;
/** Detail tiles cover this box: west, south, east, north. */
export const DETAIL_BBOX = [95, 36, 128, 54.5] as const;
export const TILE_EXTENT = 4096;
export const TILE_BUFFER = 64;

/**
 * Source layers, in MapLibre's sense. A feature's id is its GB/T 2260 code as a number, so that feature-state
 * works without promoteId; properties beside it:
 *
 * county      area   code, league
 * league      area   code
 * city        area   code: the two planned cities once more, to be laid over their leagues
 * county2012  area   code, league: the 101 of July 2012
 * line        line   kind
 * lake        area   name where it has one
 * river       line   rank (1 the greatest), name where it has one
 * land        area   kind (detail only): China outside the region, other countries
 */
export const TILE_LAYERS = [
  "county",
  "league",
  "city",
  "county2012",
  "line",
  "lake",
  "river",
  "land",
] as const;
export type TileLayer = (typeof TILE_LAYERS)[number];

/**
 * Kinds of `line`. The first four are the region's own; the others appear in detail tiles only: between other
 * provinces, China's land border elsewhere, between other countries, and where land meets the sea.
 */
export const TILE_LINE_KINDS = [
  "nation",
  "prov",
  "league",
  "county",
  "prov-other",
  "nation-other",
  "country",
  "coast",
] as const;
export type TileLineKind = (typeof TILE_LINE_KINDS)[number];

export const LAND_KINDS = ["china", "country"] as const;
export type LandKind = (typeof LAND_KINDS)[number];
