import { type Decimal, decimalOf } from "./decimal.ts";
import type { CellIssueCode, Handling } from "./issue.ts";
import { halfWidth, isNoneSign, refused } from "./parsed.ts";
import type { RawCell } from "./raw-cell.ts";

export type ReadNumber =
  | { number: Decimal | null; suffix: string; handled: Handling[] }
  | { issue: CellIssueCode };

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * What number a cell writes, typed or as text: full width, thousands separators, a word or sign of a unit behind it,
 * which is handed back as it stands. `-` alone is null.
 */
export function readNumber(cell: RawCell): ReadNumber {
  const handled: Handling[] = cell.formula ? ["formula"] : [];
  if (cell.kind !== "text") {
    const number = decimalOf(cell.text);
    return number === null ? refused("not-a-number") : { number, suffix: "", handled };
  }
  const half = halfWidth(cell.text);
  if (isNoneSign(half)) return { number: null, suffix: "", handled: [...handled, "none-sign"] };
  if (half !== cell.text.trim()) handled.push("full-width");
  const [, digits = "", suffix = ""] = /^([+-]?\s*[\d,.]+(?:[eE][+-]?\d+)?)\s*(\D*)$/.exec(half) ?? [];
  const written = digits.replace(/\s/g, "");
  if (written === "") return refused("not-a-number");
  const grouped = written.includes(",");
  if (grouped && !GROUPED.test(written)) return refused("misplaced-comma");
  const number = decimalOf(written.replaceAll(",", ""));
  if (number === null) return refused("not-a-number");
  handled.push(grouped ? "thousands" : "text-to-number");
  return { number, suffix: suffix.trim(), handled };
}
