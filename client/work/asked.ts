import { zMonth } from "#domain/month.ts";
import type { WorkList } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { zSlip } from "#domain/work/slip.ts";
import { type StateOf, WORK } from "#domain/work/work.ts";
import type { Face, Search } from "./face.ts";

/** What the address asks for; what it could not mean drops out. */
export function askedOf<N extends WorkNoun>({ noun, filters }: Face<N>, search: Search): WorkList<N> {
  const at = (key: keyof Search) => (filters.includes(key) ? search[key] : undefined);
  const states = WORK[noun].states.filter((one) => one === at("state")) as StateOf<N>[];
  const slip = zSlip.safeParse(at("slip")).data;
  const asOf = zMonth.safeParse(at("month")).data;
  const unit = at("unit");
  const text = at("text")?.slice(0, 100).trim();
  return {
    ...(states.length === 0 ? {} : { states }),
    ...(slip === undefined ? {} : { slips: [slip] }),
    ...(unit === undefined ? {} : { units: [unit] }),
    ...(text ? { text } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
