import { z } from "zod";
import { type Item, isOfficeType, zBasis, zItemType, zSector } from "./item.ts";
import { choiceOf, type LightState, zLightChoice } from "./light/light-state.ts";
import { isWithin, zRegionCode } from "./region.ts";
import { zStage } from "./stage.ts";

export const MAX_TEXT = 200;
const list = <T extends z.ZodType>(member: T) => z.array(member).max(200);

/**
 * Lists are any-of; different keys are all-of; an absent key sets no limit, an empty list means none.
 * A league's code includes its counties.
 */
export const zFilter = z.strictObject({
  regions: list(zRegionCode).optional(),
  types: list(zItemType).optional(),
  stages: list(zStage).optional(),
  sectors: list(zSector).optional(),
  /** Responsible units. An id that no unit has matches nothing; a code that no region has is refused. */
  units: list(z.string().max(80)).optional(),
  /** Counterparts: ministries, companies. */
  counterparts: list(z.string().max(80)).optional(),
  /** Lights come with monthly reports; an item without a colour is `none`. */
  lights: list(zLightChoice).optional(),
  text: z.string().max(MAX_TEXT).optional(),
  basis: list(zBasis).optional(),
});
export type Filter = z.infer<typeof zFilter>;

/** A filter, and of what it finds that which lies in one region too: an item may lie in several. */
export const zDrilledFilter = z.strictObject({ ...zFilter.shape, within: zRegionCode.optional() });
export type DrilledFilter = z.infer<typeof zDrilledFilter>;

/** What a filter looks at: a counted item with its own words and those of its children of the same noun. */
export type Counted = {
  item: Item;
  /** Union of the item's regions and those of the children counted with it; `stated` wins. */
  regions: Item["regions"];
  /** Lower-case text that `text` is searched in. */
  words: string;
  /** Its light in the month; null without any. */
  light: LightState | null;
};

/**
 * The reference meaning of a filter, one item at a time. The server answers the same question in SQL;
 * a property test holds the two against each other.
 */
export function matches(filter: DrilledFilter, counted: Counted): boolean {
  const { item } = counted;
  const regions = counted.regions.filter((region) => filter.basis?.includes(region.basis) ?? true);
  const liesIn = (code: string) => regions.some((region) => isWithin(region.code, code));
  const units = (role: "responsible" | "counterpart") =>
    item.units.filter((unit) => unit.role === role).map((unit) => unit.unit);
  return (
    regions.length > 0 &&
    (filter.regions?.some(liesIn) ?? true) &&
    (filter.within === undefined || liesIn(filter.within)) &&
    (filter.types?.includes(item.type) ?? true) &&
    (filter.stages?.includes(item.stage) ?? true) &&
    (filter.sectors?.includes(item.sector) ?? true) &&
    (filter.units?.some((id) => units("responsible").includes(id)) ?? true) &&
    (filter.counterparts?.some((id) => units("counterpart").includes(id)) ?? true) &&
    (filter.lights?.includes(choiceOf(counted.light)) ?? true) &&
    searchTerms(filter.text ?? "").every((term) => counted.words.includes(term))
  );
}

/** Terms of a search: split at white space, lower case, in NFKC so that full-width digits match. */
export function searchTerms(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
}

/** Items that `items` measures count: all but the office's own work. */
export const countsAsItem = (item: Pick<Item, "type">): boolean => !isOfficeType(item.type);
