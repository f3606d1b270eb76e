import { type ColumnKey, REASON_COLUMN, SHEET_COLUMNS, type SheetColumn } from "./columns.ts";
import { RefusedFile } from "./issue.ts";
import { addressOf, type RawRow } from "./raw-cell.ts";

/** Which column stands where: by place from 0, wherever somebody moved it to. */
export type Head = { row: number; columns: (SheetColumn | undefined)[] };

/** A title may stand above the heads, not a page. */
const LAST_HEAD_ROW = 10;

const folded = (text: string): string => text.normalize("NFKC").replace(/[\s*]/g, "").toLowerCase();

/** 亿元 and its like in place of the unit that a head has. */
const unitless = (name: string): string => name.replace(/\((?:亿元|元|千元|百万元|万元)\)$/, "");

const BY_NAME = new Map<string, SheetColumn>(
  [...SHEET_COLUMNS, REASON_COLUMN].flatMap((column) =>
    Object.values(column.head).map((name) => [folded(name), column] as const),
  ),
);
const BY_NAME_WITHOUT_UNIT = new Set([...BY_NAME.keys()].map(unitless));
const ITEM_NAMES = new Set(Object.values(SHEET_COLUMNS[0]?.head ?? {}).map(folded));

/** True where a row is the heads: one of its cells is that of the key. */
const isHead = (row: RawRow): boolean =>
  row.some((cell) => cell !== undefined && ITEM_NAMES.has(folded(cell.text)));

/**
 * The heads, should this row be them; null for a row above them.
 * @throws RefusedFile for a head that is unknown, twice there, missing, or of another unit of money
 */
export function matchHead(row: RawRow, number: number): Head | null {
  if (!isHead(row)) {
    if (number >= LAST_HEAD_ROW) throw new RefusedFile("no-head", ["A1"]);
    return null;
  }
  const columns: Head["columns"] = [];
  const seen = new Map<ColumnKey, string>();
  row.forEach((cell, index) => {
    const name = folded(cell?.text ?? "");
    if (name === "") return;
    const address = addressOf(index, number);
    const column = BY_NAME.get(name);
    if (column === undefined) {
      const otherUnit = BY_NAME_WITHOUT_UNIT.has(unitless(name)) && unitless(name) !== name;
      throw new RefusedFile(otherUnit ? "head-unit" : "head-unknown", [address]);
    }
    const first = seen.get(column.key);
    if (first !== undefined) throw new RefusedFile("head-twice", [first, address]);
    seen.set(column.key, address);
    columns[index] = column;
  });
  const missing = SHEET_COLUMNS.filter(({ key }) => !seen.has(key));
  if (missing.length > 0) {
    throw new RefusedFile(
      "head-missing",
      missing.map(({ head }) => head["zh-CN"]),
    );
  }
  return { row: number, columns };
}
