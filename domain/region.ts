import { z } from "zod";

export const REGION_LEVELS = ["province", "league", "county"] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** GB/T 2260 code: text, six digits, never a number. */
export const zRegionCode = z
  .string()
  .regex(/^15\d{4}$/, "expected a GB/T 2260 code of Inner Mongolia: six digits from 15");

/** The autonomous region as a whole. An item of this code counts in the whole, in no league. */
export const PROVINCE_CODE = "150000";

/** 计划单列市: they lie inside a league's polygon, yet file reports of their own. */
export const PLANNED_CITY_CODES = ["150781", "152501"] as const;

const zIsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const zLonLat = z.tuple([z.number().min(73).max(136), z.number().min(3).max(54)]);

export const zRegion = z.strictObject({
  code: zRegionCode,
  level: z.enum(REGION_LEVELS),
  parent: zRegionCode.nullable(),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  /** Whole name in toneless pinyin with no spaces, and the initials of its syllables: for search. */
  pinyin: z.string().regex(/^[a-z]+$/),
  initials: z.string().regex(/^[a-z]+$/),
  /** Day from which the code is valid; null where it is older than any date this product shows. */
  validFrom: zIsoDate.nullable(),
  validTo: zIsoDate.nullable(),
  seat: zLonLat.nullable(),
  /** Where the name stands, WGS 84: inside the polygon. */
  anchor: zLonLat,
  /** west, south, east, north in degrees, WGS 84 */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type Region = z.infer<typeof zRegion>;

/** True when `code` is `ancestor` or lies below it. GB/T 2260 nests by digits: province 2, league 4. */
export function isWithin(code: string, ancestor: string): boolean {
  if (code === ancestor) return true;
  if (ancestor.endsWith("0000")) return code.startsWith(ancestor.slice(0, 2));
  return ancestor.endsWith("00") && code.startsWith(ancestor.slice(0, 4));
}

/** The league/city a county lies in, itself for a league, null for the province. */
export function leagueOf(code: string): string | null {
  return code.endsWith("0000") ? null : `${code.slice(0, 4)}00`;
}

export function isPlannedCity(code: string): boolean {
  return (PLANNED_CITY_CODES as readonly string[]).includes(code);
}
