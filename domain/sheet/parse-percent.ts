import { rounded, shifted } from "./decimal.ts";
import { readNumber } from "./number-text.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";
import type { RawCell } from "./raw-cell.ts";

const PLAIN = /^(?:[1-9]?\d(?:\.\d)?|100)$/;

/**
 * 0 to 100 with one decimal at most, or null for what says nothing. A cell with a format of percent holds 0.35 and
 * shows 35 %; one without holds 35. A bare fraction where there stood more than one percent is refused: 0.4 may
 * mean forty.
 */
export function parsePercent(cell: RawCell, before: number | null): Parsed<number | null> {
  if (cell.kind === "date") return refused("not-a-number");
  const read = readNumber(cell);
  if ("issue" in read) return read;
  const { handled } = read;
  if (read.number === null) return parsed(null, handled);
  if (read.suffix !== "" && read.suffix !== "%") return refused("not-a-number");
  const marked = read.suffix === "%" || cell.kind === "percent";
  const { digits, exact, noise } = rounded(
    cell.kind === "percent" ? shifted(read.number, 2) : read.number,
    1,
  );
  const fraction =
    !marked && read.number.digits > 0n && read.number.digits <= 10n ** BigInt(read.number.scale);
  if (fraction && before !== null && before > 1 && Number(digits) !== before * 10) {
    return refused("looks-like-fraction");
  }
  if (!exact && !(cell.kind !== "text" && noise)) return refused("too-many-decimals");
  if (digits < 0n || digits > 1000n) return refused("beyond-hundred");
  if (read.suffix === "%") handled.push("percent-sign");
  if (!exact) handled.push("float-noise");
  return parsed(Number(digits) / 10, handled);
}

/** The common case without the rest of it: a typed number as people write one. */
export const plainPercent = (cell: RawCell): number | null =>
  cell.kind === "number" && !cell.formula && PLAIN.test(cell.text) ? Number(cell.text) : null;
