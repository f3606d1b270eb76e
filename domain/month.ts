import { z } from "zod";

/** A month as the ledger counts time: of reports, of publications, of what stood when. */
export const zMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "expected a month, YYYY-MM");

/** Months since year 0: for counting with. */
function ordinalOf(month: string): number {
  const [year = 0, one = 1] = month.split("-").map(Number);
  return year * 12 + one - 1;
}

/** The month `n` months later, earlier for a negative `n`. */
export function monthAfter(month: string, n: number): string {
  const at = ordinalOf(month) + n;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Months from `from` to `to`: 0 for the same, negative when `to` is earlier. */
export const monthsBetween = (from: string, to: string): number => ordinalOf(to) - ordinalOf(from);

/** Last day of a month, YYYY-MM-DD. */
export function lastDayOf(month: string): string {
  const [year = 0, one = 1] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, one, 0)).getUTCDate()).padStart(2, "0")}`;
}
