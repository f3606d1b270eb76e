import type { Cell } from "../export/cell.ts";
import type { ItemType } from "../item.ts";
import { type Language, STAGE_WORDS } from "../look/words.ts";
import { PROBLEM_KIND_WORDS } from "../report/problem-words.ts";
import type { Stage } from "../stage.ts";
import { checkCode } from "./check-code.ts";
import { SHEET_COLUMNS } from "./columns.ts";
import type { BaseRow } from "./compare-row.ts";
import { type FlatReport, flatten, type ProblemKind, type ValueKey } from "./flat.ts";
import { dayOfSerial, monthWords } from "./parse-day.ts";
import type { RawCell, RawRow } from "./raw-cell.ts";

/** A row as a sheet is to show it: its cells by the columns, and what is said at some of them. */
export type SheetRow = {
  cells: Cell[];
  type: ItemType;
  /** By place of the column; empty in a sheet that is to be filled in. */
  notes: Record<number, string>;
};

const MONEY = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,2})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Typed where it has its form, as it stands where somebody has not finished it. */
const cellOf = (
  kind: (typeof SHEET_COLUMNS)[number]["kind"],
  value: string | number,
  lang: Language,
): Cell => {
  switch (kind) {
    case "stage":
      return STAGE_WORDS[value as Stage][lang];
    case "problem-kind":
      return PROBLEM_KIND_WORDS[value as ProblemKind][lang];
    case "money":
      return MONEY.test(String(value)) ? Number(value) : value;
    case "day":
      return DAY.test(String(value)) ? { day: String(value) } : value;
    default:
      return value;
  }
};

export type SheetOf = { unit: string; unitName: string; month: string };

/** What stands of an item, as its row. */
export function sheetRowOf(row: BaseRow, { unit, unitName, month }: SheetOf, lang: Language): SheetRow {
  const flat: FlatReport = flatten(row.content);
  const keys: Record<string, string> = {
    item: row.item,
    title: row.title,
    unit: unitName,
    month: monthWords(month),
    check: checkCode(row.item, unit, month),
  };
  const cells = SHEET_COLUMNS.map(({ key, kind }): Cell => {
    if (kind === "key") return keys[key] ?? null;
    const value = flat[key as ValueKey];
    return value === null ? null : cellOf(kind, value, lang);
  });
  return { cells, type: row.type, notes: {} };
}

/** A refused row as it came, to be mended: numbers and days typed again, all else in the words it had. */
export const cellsAsTheyCame = (cells: RawRow): Cell[] =>
  SHEET_COLUMNS.map((_, place) => {
    const cell = cells[place];
    return cell == null ? null : asItCame(cell);
  });

function asItCame({ kind, text }: RawCell): Cell {
  if (kind === "number" && Number.isFinite(Number(text))) return Number(text);
  if (kind === "percent") return `${Number((Number(text) * 100).toPrecision(12))}%`;
  const day = kind === "date" ? dayOfSerial(Number(text)) : null;
  if (day !== null) return { day };
  return kind === "boolean" ? (text === "1" || text === "true" ? "TRUE" : "FALSE") : text;
}
