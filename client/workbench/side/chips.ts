import type { Filter } from "#domain/filter.ts";
import { ITEM_TYPES } from "#domain/item.ts";

/** Keys of the filter in the order their chips stand. */
export const CHIP_KEYS = [
  "text",
  "regions",
  "types",
  "stages",
  "sectors",
  "units",
  "counterparts",
  "basis",
  "lights",
] as const satisfies readonly (keyof Filter)[];

/** All types at once is how the address says that office work is listed too. */
export const listsEverything = (types: Filter["types"]): boolean =>
  types !== undefined && ITEM_TYPES.every((type) => types.includes(type));
