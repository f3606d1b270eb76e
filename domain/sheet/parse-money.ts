import type { Money } from "../money.ts";
import { decimalOf, decimalText, rounded, shifted } from "./decimal.ts";
import type { Handling } from "./issue.ts";
import { readNumber } from "./number-text.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";
import type { RawCell } from "./raw-cell.ts";

/** Powers of ten from the unit that a cell names to 万元. */
const UNITS: Readonly<Record<string, { power: number; handled: Handling }>> = {
  亿元: { power: 4, handled: "yi-to-wan" },
  亿: { power: 4, handled: "yi-to-wan" },
  万元: { power: 0, handled: "unit-taken-off" },
  万: { power: 0, handled: "unit-taken-off" },
  元: { power: -4, handled: "yuan-to-wan" },
};
/** 99,999,999,999.99 万元, as `zMoney` has it. */
const MOST_HUNDREDTHS = 10n ** 13n;
const PLAIN = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,2})?$/;

/**
 * 万元 with two decimals, or null for what says nothing. 亿元 and 元 are converted where the cell itself says so. A
 * figure near a ten-thousandth of what stood there before, without a unit, is one in 亿元: refused, for it may be
 * meant. Digits that floating point added are taken off; a third decimal that somebody typed is refused.
 */
export function parseMoney(cell: RawCell, before: Money | null): Parsed<Money | null> {
  if (cell.kind === "percent" || cell.kind === "date") return refused("not-a-number");
  const typed = cell.kind === "number";
  if (typed && !cell.formula && PLAIN.test(cell.text)) {
    const value = padded(cell.text);
    return looksLikeYi(value, before) ? refused("looks-like-yi") : parsed(value);
  }
  const read = readNumber(cell);
  if ("issue" in read) return read;
  const { handled } = read;
  if (read.number === null) return parsed(null, handled);
  const unit = read.suffix === "" ? null : UNITS[read.suffix];
  if (unit === undefined) return refused("not-a-number");
  const { digits, exact, noise } = rounded(shifted(read.number, unit?.power ?? 0), 2);
  if (!exact && !(typed && noise)) return refused("too-many-decimals");
  if (digits <= -MOST_HUNDREDTHS || digits >= MOST_HUNDREDTHS) return refused("too-large");
  if (unit !== null) handled.push(unit.handled);
  if (!exact) handled.push("float-noise");
  const value = decimalText(digits, 2);
  return unit === null && looksLikeYi(value, before) ? refused("looks-like-yi") : parsed(value, handled);
}

function padded(plain: string): Money {
  const point = plain.indexOf(".");
  if (point < 0) return plain === "-0" ? "0.00" : `${plain}.00`;
  const text = plain.padEnd(point + 3, "0");
  return text === "-0.00" ? "0.00" : text;
}

/** Within a factor of two of a ten-thousandth of it. */
function looksLikeYi(value: Money, before: Money | null): boolean {
  if (before === null || before === value) return false;
  const [now, old] = [Math.abs(Number(value)), Math.abs(Number(before))];
  return now > 0 && old >= 1_000 && now * 10_000 >= old / 2 && now * 10_000 <= old * 2;
}

/** Hundredths of 万元 of a text, for whoever has to compare: null for no number. */
export const hundredthsOf = (text: string): bigint | null => {
  const number = decimalOf(text);
  return number === null ? null : rounded(number, 2).digits;
};
