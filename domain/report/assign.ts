import { z } from "zod";
import type { Item } from "../item.ts";
import { isPlannedCity, isWithin, PROVINCE_CODE } from "../region.ts";
import type { Unit } from "../unit.ts";

/** Which unit files for an item; the lead's word moves it on its ladder. */
export const zAssignment = z.strictObject({ item: z.string(), unit: z.string(), lead: z.boolean() });
export type Assignment = z.infer<typeof zAssignment>;

/**
 * Who files for an item that nobody was named for: the responsible units that file at all; where there is none, the
 * leagues and planned cities that its stated regions lie in, else its inferred ones. A region-wide item of no
 * responsible unit has nobody until the office names one. The first in the source's order leads.
 */
export function assignmentsOf(
  item: Pick<Item, "id" | "units" | "regions">,
  units: readonly Unit[],
): Assignment[] {
  const filing = units.filter((unit) => unit.files);
  const responsible = item.units
    .filter(({ role }) => role === "responsible")
    .flatMap(({ unit }) => filing.filter(({ id }) => id === unit));
  const named =
    [responsible, reporting(item, filing, "stated"), reporting(item, filing, "inferred")].find(
      (some) => some.length > 0,
    ) ?? [];
  const ids = [...new Set(named.map(({ id }) => id))];
  return ids.map((unit, place) => ({ item: item.id, unit, lead: place === 0 }));
}

/** A planned city takes what lies in it; its league does not file for that too. */
function reporting(
  { regions }: Pick<Item, "regions">,
  filing: readonly Unit[],
  basis: Item["regions"][number]["basis"],
): Unit[] {
  return regions
    .filter((region) => region.basis === basis && region.code !== PROVINCE_CODE)
    .flatMap(({ code }) =>
      filing.filter(({ kind, region }) => {
        if (region === null) return false;
        return kind === "planned-city"
          ? code === region
          : kind === "league" && !isPlannedCity(code) && isWithin(code, region);
      }),
    );
}
