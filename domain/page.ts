import { z } from "zod";
import { zMonth } from "./month.ts";
import { zMapFeatures, zRegionProgress, zSummary } from "./query.ts";
import { zRegion } from "./region.ts";
import { LANGUAGES, THEMES } from "./view.ts";

/** Immutable, hashed addresses of what the map draws from. */
export const zAssets = z.strictObject({
  /** Vector tiles z 0–5 of the administrative layers, one archive, one fetch. */
  overviewTiles: z.string(),
  /** Vector tiles z 6–9, one by one: a template with {z}, {x}, {y}. */
  detailTiles: z.string(),
  /** TopoJSON of the boundaries by detail, for the picture without WebGL. */
  outline: z.strictObject({ lo: z.string(), mid: z.string() }),
  ground: z.strictObject({ light: z.string(), dark: z.string() }),
  relief: z.strictObject({ light: z.string(), dark: z.string() }),
});
export type Assets = z.infer<typeof zAssets>;

export const zBoundaryCredit = z.strictObject({
  /** 审图号 of the boundary data set, or null where it has none. */
  reviewNumber: z.string().nullable(),
  credits: z.array(z.string()),
});

/**
 * What the HTML of `/` brings in <script type="application/json" id="page-data">: all that the map's first
 * complete picture needs, so that no request stands between the script and the map.
 */
export const zPageData = z.strictObject({
  revision: z.int(),
  asOf: zMonth,
  lang: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  demo: z.boolean(),
  assets: zAssets,
  boundary: zBoundaryCredit,
  regions: z.array(zRegion),
  /** For the measure and filter of the address: the 14 reporting regions and the counties. */
  progress: z.strictObject({ reporting: z.array(zRegionProgress), county: z.array(zRegionProgress) }),
  features: zMapFeatures,
  summary: zSummary,
});
export type PageData = z.infer<typeof zPageData>;
