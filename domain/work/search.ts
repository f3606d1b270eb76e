import { zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { zUnitId } from "../report/exchange.ts";
import type { WorkList } from "./exchange.ts";
import type { WorkNoun } from "./nouns.ts";
import { zSlip } from "./slip.ts";
import { type StateOf, WORK } from "./work.ts";

/** What of the records is looked at, as an address has it. */
export const FILTERS = ["state", "unit", "slip", "item", "text", "month"] as const;
export type Filter = (typeof FILTERS)[number];
export type Search = Partial<Record<Filter, string>>;

/** What an address asks for, of the filters that a noun has; what it could not mean drops out. */
export function askedOf<N extends WorkNoun>(
  noun: N,
  search: Search,
  filters: readonly Filter[] = FILTERS,
): WorkList<N> {
  const at = (key: Filter) => (filters.includes(key) ? search[key] : undefined);
  const states = WORK[noun].states.filter((one) => one === at("state")) as StateOf<N>[];
  const slip = zSlip.safeParse(at("slip")).data;
  const asOf = zMonth.safeParse(at("month")).data;
  const unit = zUnitId.safeParse(at("unit")).data;
  const item = zItemId.safeParse(at("item")).data;
  const text = at("text")?.slice(0, 100).trim();
  return {
    ...(states.length === 0 ? {} : { states }),
    ...(slip === undefined ? {} : { slips: [slip] }),
    ...(unit === undefined ? {} : { units: [unit] }),
    ...(item === undefined ? {} : { items: [item] }),
    ...(text ? { text } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
