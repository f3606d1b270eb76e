import type { CellIssueCode, Handling } from "./issue.ts";
import { halfWidth, isNoneSign, type Parsed, parsed, refused } from "./parsed.ts";
import type { RawCell } from "./raw-cell.ts";

/** Years that a plan or a report can speak of. */
const [FIRST_YEAR, LAST_YEAR] = [1949, 2100];
const DAY_MS = 86_400_000;
/** Serials of 1949-01-01 and 2100-12-31. */
const [FIRST_SERIAL, LAST_SERIAL] = [17_899, 73_415];

const two = (n: number): string => String(n).padStart(2, "0");

/** A day that there is, as YYYY-MM-DD. */
export function dayOf(year: number, month: number, day: number): string | CellIssueCode {
  if (month < 1 || month > 12) return "no-such-month";
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last || year < FIRST_YEAR || year > LAST_YEAR) return "no-such-day";
  return `${year}-${two(month)}-${two(day)}`;
}

/** One text for each serial that was asked for: a sheet has few different days, and many of each. */
const days = new Map<number, string>();

/** YYYY-MM-DD of a serial number, counted from 1899-12-30; null outside the years that make sense. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1)) return null;
  const whole = Math.floor(serial);
  const known = days.get(whole);
  if (known !== undefined) return known;
  const day = new Date(Date.UTC(1899, 11, 30) + whole * DAY_MS).toISOString().slice(0, 10);
  days.set(whole, day);
  return day;
}

const isDay = (said: string | CellIssueCode): boolean => /^\d/.test(said);
const WRITTEN =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月?)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;

/**
 * A day, or null for what says nothing. Days of a spreadsheet, 2012-08-05, 2012/8/5, 2012.8.5, 2012年8月5日 and
 * 20120805 are days; a month without one, and a bare number, are refused.
 */
export function parseDay(cell: RawCell): Parsed<string | null> {
  const handled: Handling[] = cell.formula ? ["formula"] : [];
  if (cell.kind === "date") return parseSerial(cell, handled);
  if (cell.kind === "percent") return refused("not-a-day");
  const half = halfWidth(cell.text);
  if (cell.kind === "text" && isNoneSign(half)) return parsed(null, [...handled, "none-sign"]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(half);
  if (cell.kind === "number" && compact === null) return refused("number-for-a-day");
  const found = compact ?? WRITTEN.exec(half);
  if (found === null) return refused("not-a-day");
  const [year, month] = [Number(found[1]), Number(found[2])];
  if (found[3] === undefined) return refused(month < 1 || month > 12 ? "no-such-month" : "day-missing");
  const said = dayOf(year, month, Number(found[3]));
  if (!isDay(said)) return refused(said as CellIssueCode);
  if (half !== cell.text.trim()) handled.push("full-width");
  if (said !== half) handled.push("text-to-day");
  return parsed(said, handled);
}

function parseSerial({ text }: RawCell, handled: Handling[]): Parsed<string> {
  const serial = Number(text);
  const day = dayOfSerial(serial);
  if (day === null) return refused("no-such-day");
  if (!Number.isInteger(serial)) handled.push("time-taken-off");
  return parsed(day, handled);
}

/** YYYY-MM of a locked cell, which spreadsheets like to turn into a day; null where it is no month. */
export function monthOf(cell: RawCell): string | null {
  if (cell.kind === "date") return dayOfSerial(Number(cell.text))?.slice(0, 7) ?? null;
  const found = /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.月]1日?)?$/.exec(halfWidth(cell.text));
  if (found === null) return null;
  const day = dayOf(Number(found[1]), Number(found[2]), 1);
  return isDay(day) ? day.slice(0, 7) : null;
}

/** As the sheet writes a month: 2012年7月. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
