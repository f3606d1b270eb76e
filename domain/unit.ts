import { z } from "zod";
import { leagueOf, zRegionCode } from "./region.ts";

export const UNIT_KINDS = [
  "league",
  "planned-city",
  "county",
  "department",
  "party",
  "government",
  "central",
  "international",
  "enterprise",
  "group",
] as const;

/** `group` is a collective the source names without naming members (各盟市, 国家(未点名部门)). */
export const zUnit = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(UNIT_KINDS),
  /** Name of 2012, as the source's period had it. */
  name: z.string().min(1),
  short: z.string().min(1),
  nameEn: z.string().min(1),
  region: zRegionCode.nullable(),
  /** One of the 61 that file; 28 departments are unnamed in the source and not invented (truth rule 7). */
  files: z.boolean(),
  note: z.string().nullable(),
});
export type Unit = z.infer<typeof zUnit>;

/** The office of the leading group, to which departments and leagues file. */
export const OFFICE_UNIT = "office-leading-group";

/** The unit that checks what this one files: a county's league, the office for all others; null for who files nothing. */
export function filesTo({ kind, region, files }: Pick<Unit, "kind" | "region" | "files">): string | null {
  if (!files) return null;
  if (kind !== "county") return OFFICE_UNIT;
  const league = region === null ? null : leagueOf(region);
  return league === null ? null : `league-${league}`;
}
