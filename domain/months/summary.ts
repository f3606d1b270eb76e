import { z } from "zod";
import { zFilter } from "../filter.ts";
import { type LightState, rankOf, zLightCounts } from "../light/light-state.ts";
import { zStageCounts } from "../measure.ts";
import { formatMoney, parseMoney, zMoney } from "../money.ts";
import { zMonth } from "../month.ts";

export const MOST_MONTHS = 24;

export const zSpanQuery = z
  .strictObject({ from: zMonth, to: zMonth, filter: zFilter.optional() })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "expected a month not before `from`" });
export type SpanQuery = z.infer<typeof zSpanQuery>;

/**
 * Several months as one: a quarter, a half-year. By these rules, for the counted items that the filter finds at the
 * end, the office's own work left out:
 * - `investment`: sum of 本月 of the published reports of all months, each in its latest version; what is not said
 *   adds nothing, and `unsaid` counts the reports that do not say it;
 * - `stages`: at the last published month of the span;
 * - `lights.last`: at that month; `lights.worst`: of each item its worst colour in any month of the span, and where it
 *   had none its last light;
 * - `reports`: published ones, each in its latest version.
 */
export const zSpan = z.strictObject({
  from: zMonth,
  to: zMonth,
  /** Published months of the span, the oldest first. */
  months: z.array(zMonth),
  items: z.int().min(0),
  reports: z.int().min(0),
  investment: z.strictObject({
    planned: zMoney,
    actual: zMoney,
    unsaid: z.strictObject({ planned: z.int(), actual: z.int() }),
  }),
  stages: zStageCounts,
  lights: z.strictObject({ last: zLightCounts, worst: zLightCounts }),
});
export type Span = z.infer<typeof zSpan>;

/** Sums of money in whole 分. */
export function sumMoney(amounts: readonly (string | null)[]): { sum: string; unsaid: number } {
  const said = amounts.filter((amount) => amount !== null);
  return {
    sum: formatMoney(said.reduce((sum, amount) => sum + parseMoney(amount), 0n)),
    unsaid: amounts.length - said.length,
  };
}

/** Of an item's lights in their months' order the worst colour, and without any colour the last. */
export function worstOver(states: readonly LightState[]): LightState | null {
  return states.reduce<LightState | null>((worst, state) => {
    const best = rankOf("green");
    if (worst === null || (rankOf(worst) < best && rankOf(state) < best)) return state;
    return rankOf(state) > rankOf(worst) ? state : worst;
  }, null);
}
