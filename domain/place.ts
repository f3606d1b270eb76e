import { z } from "zod";
import { zRegionCode } from "./region.ts";

export const CONFIDENCES = ["high", "medium", "low", "very_low"] as const;
export const zConfidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof zConfidence>;

/** What stands at a place; seats only locate an area. */
export const PLACE_KINDS = [
  "reservoir",
  "dam",
  "irrigation",
  "port",
  "airport",
  "park",
  "plant",
  "heritage",
  "substation",
  "city",
  "seat",
  "county-seat",
  "town",
  "locality",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
/** The hydro hubs of the map. */
export const HUB_KINDS = ["reservoir", "dam"] as const satisfies readonly PlaceKind[];

export const zPlace = z.strictObject({
  id: z.string().regex(/^pl-[a-z0-9-]+$/),
  name: z.string().min(1),
  /** As the map has room for it. */
  short: z.string().min(1),
  nameEn: z.string().min(1),
  /** Plain letters alone: the map's cut faces have no others of Latin. */
  shortEn: z.string().regex(/^[\x20-\x7e]+$/),
  kind: z.enum(PLACE_KINDS),
  /** WGS 84, lon lat */
  at: z.tuple([z.number(), z.number()]),
  errorKm: z.number().positive(),
  confidence: zConfidence,
  method: z.string().min(1),
  basis: z.string(),
  /**
   * The region that the place's own record names: a county, for the seat of a league the league.
   * null outside Inner Mongolia or where undecided.
   */
  region: zRegionCode.nullable(),
  /** False for places too uncertain to be drawn (truth rule 5). */
  drawn: z.boolean(),
});
export type Place = z.infer<typeof zPlace>;

export const CORRIDOR_KINDS = ["uhv", "gas", "water", "road", "rail", "belt"] as const;
export type CorridorKind = (typeof CORRIDOR_KINDS)[number];
/** `seed` lines are of the source; `later` and `guofa21` are layers of their own, off by default. */
export const CORRIDOR_GROUPS = ["seed", "later", "guofa21"] as const;
export const zCorridor = z.strictObject({
  id: z.string().regex(/^c-[a-z0-9-]+$/),
  name: z.string().min(1),
  /** As the map has room for it. */
  short: z.string().min(1),
  nameEn: z.string().min(1),
  /** Plain letters alone: the map's cut faces have no others of Latin. */
  shortEn: z.string().regex(/^[\x20-\x7e]+$/),
  kind: z.enum(CORRIDOR_KINDS),
  group: z.enum(CORRIDOR_GROUPS),
  schematic: z.boolean(),
  errorKm: z.number().positive(),
  confidence: zConfidence,
  /** False: too uncertain for a line (c-hatuhuduge-suhaitu); its item is drawn as its league's area. */
  drawn: z.boolean(),
  items: z.array(z.string()),
  /** WGS 84 */
  path: z.array(z.tuple([z.number(), z.number()])).min(2),
  documentedKm: z.number().nullable(),
  basis: z.string(),
  history: z.array(z.string()),
  /** Day on which a later line came into use, as `history` has it; null for all others (truth rule 6). */
  inUseFrom: z.iso.date().nullable(),
});
export type Corridor = z.infer<typeof zCorridor>;
