import { harmless } from "../export/cell.ts";
import type { ItemType } from "../item.ts";
import type { ReportDraft } from "../report/report.ts";
import { checkCode } from "./check-code.ts";
import { KEY_COLUMNS, type KeyColumn, type SheetColumn } from "./columns.ts";
import { flatten, type ValueKey } from "./flat.ts";
import type { CellIssueCode, Handling } from "./issue.ts";
import type { Head } from "./match-head.ts";
import { type FlatValue, parseCell } from "./parse-cell.ts";
import { monthOf, monthWords } from "./parse-day.ts";
import { hundredthsOf } from "./parse-money.ts";
import { halfWidth, isEmpty } from "./parsed.ts";
import { addressOf, type RawCell, type RawRow } from "./raw-cell.ts";
import type { CellChange, CellIssue, RowResult } from "./row-result.ts";

/** What stands of an item: the report of the month, or what its form would start with. */
export type BaseRow = {
  item: string;
  title: string;
  type: ItemType;
  content: ReportDraft;
  /** Of the report; 0 where there is none yet. */
  edition: number;
  /** False for a report that is handed in, accepted or published. */
  open: boolean;
};

/** What stands by item. Each is asked for once at most, and may be made then: all of them at once are many objects. */
export type BaseRows = Pick<ReadonlyMap<string, BaseRow>, "get" | "has" | "keys">;

/** What an upload is held against: one unit's month. */
export type Base = { unit: string; unitName: string; month: string; rows: BaseRows };

/** A row, and the edition of the report that it was held against. */
export type Compared = { result: RowResult; edition: number; type: ItemType };

const LONGEST_SAID = 80;

/** Compares the rows of one file, in their order, cell by cell. */
export class RowComparison {
  readonly #base: Base;
  readonly #head: Head;
  readonly #places = new Map<string, number>();
  readonly #values: { column: SheetColumn; place: number }[] = [];
  readonly #seen = new Set<string>();
  /** Check codes of all rows that there are; made when one is asked for. */
  #known: ReadonlySet<string> | undefined;

  readonly #monthWords: string;

  constructor(base: Base, head: Head) {
    this.#base = base;
    this.#monthWords = monthWords(base.month);
    this.#head = head;
    head.columns.forEach((column, place) => {
      if (column === undefined) return;
      this.#places.set(column.key, place);
      if (column.kind !== "key" && column.kind !== "reason") this.#values.push({ column, place });
    });
  }

  /** Null for a row in which nothing stands. */
  compare(cells: RawRow, row: number): Compared | null {
    if (isEmpty(cells[this.#places.get("item") ?? 0]) && cells.every(isEmpty)) return null;
    const issues: CellIssue[] = [];
    const changes: CellChange[] = [];
    const issue = (place: number, column: string | null, code: CellIssueCode, cell?: RawCell) =>
      issues.push({
        address: addressOf(place, row),
        column,
        code,
        said: (cell?.text ?? "").slice(0, LONGEST_SAID),
      });
    for (let place = 0; place < cells.length; place += 1) {
      const cell = cells[place];
      if (cell !== undefined && this.#head.columns[place] === undefined && !isEmpty(cell)) {
        issue(place, null, "without-head", cell);
      }
    }
    const item = this.#key(cells, issue);
    const base = item === null ? undefined : this.#base.rows.get(item);
    if (base === undefined) {
      return {
        result: { row, item, title: null, state: "bad", changes, issues },
        edition: 0,
        type: "project",
      };
    }
    this.#compareValues(cells, row, base, changes, issue);
    if (!base.open) {
      for (const { address, column, now } of changes.splice(0)) {
        issues.push({ address, column, code: "not-open", said: String(now ?? "").slice(0, LONGEST_SAID) });
      }
    }
    const state = issues.length > 0 ? "bad" : changes.length > 0 ? "changed" : "same";
    return {
      result: { row, item, title: base.title, state, changes, issues },
      edition: base.edition,
      type: base.type,
    };
  }

  /** The item of a row whose key cells are just as we wrote them; null for any that has to be looked at. */
  #plainKey(cells: RawRow): string | null {
    const { unit, unitName, month, rows } = this.#base;
    const text = (key: KeyColumn) => cells[this.#places.get(key) ?? 0]?.text;
    const item = text("item") ?? "";
    const isOurs =
      rows.has(item) &&
      !this.#seen.has(item) &&
      text("unit") === unitName &&
      text("month") === this.#monthWords &&
      text("check") === checkCode(item, unit, month);
    return isOurs ? item : null;
  }

  #codes(): ReadonlySet<string> {
    const { unit, month, rows } = this.#base;
    this.#known ??= new Set([...rows.keys()].map((item) => checkCode(item, unit, month)));
    return this.#known;
  }

  #compareValues(
    cells: RawRow,
    row: number,
    base: BaseRow,
    changes: CellChange[],
    issue: (place: number, column: string, code: CellIssueCode, cell?: RawCell) => void,
  ): void {
    const before = flatten(base.content);
    for (const { column, place } of this.#values) {
      const cell = cells[place];
      const was = before[column.key as ValueKey];
      if (isUntouched(cell, was)) continue;
      const said = parseCell(column, cell, was, base.type);
      if ("issue" in said) {
        issue(place, column.key, said.issue, cell);
        continue;
      }
      if (isSame(column, was, said.value)) continue;
      changes.push({
        address: addressOf(place, row),
        column: column.key,
        was,
        now: said.value,
        handled: said.handled as Handling[],
      });
    }
  }

  /** The item a row is about, all its key cells in agreement; null with an issue for each that is not. */
  #key(
    cells: RawRow,
    issue: (place: number, column: string, code: CellIssueCode, cell?: RawCell) => void,
  ): string | null {
    const { unit, unitName, month, rows } = this.#base;
    const at = (key: KeyColumn) => {
      const place = this.#places.get(key) ?? 0;
      const cell = cells[place];
      return { place, cell, text: cell === undefined ? "" : halfWidth(cell.text) };
    };
    const fail = (key: KeyColumn, code: CellIssueCode) => {
      const { place, cell } = at(key);
      issue(place, key, code, cell);
      return null;
    };
    const plain = this.#plainKey(cells);
    if (plain !== null) {
      this.#seen.add(plain);
      return plain;
    }
    for (const key of KEY_COLUMNS) if (at(key).cell?.kind === "error") return fail(key, "error-cell");
    const item = at("item").text;
    if (item === "") return fail("item", "key-missing");
    if (at("check").text === "") return fail("check", "key-missing");
    const { cell: monthCell } = at("month");
    if (monthCell === undefined || monthOf(monthCell) !== month) return fail("month", "other-month");
    const saidUnit = at("unit").text;
    if (saidUnit !== halfWidth(unitName) && saidUnit !== unit) return fail("unit", "other-unit");
    if (at("check").text !== checkCode(item, unit, month)) {
      // Letters of another row of ours: the id was changed. Of none: they were.
      return fail(this.#codes().has(at("check").text) ? "item" : "check", "key-changed");
    }
    if (!rows.has(item)) return fail("item", "not-your-item");
    if (this.#seen.has(item)) return fail("item", "key-twice");
    this.#seen.add(item);
    return item;
  }
}

/** A text that is still what we wrote: it says nothing, whatever it may look like. */
const isUntouched = (cell: RawCell | undefined, was: FlatValue): boolean =>
  cell === undefined
    ? was === null
    : cell.kind === "text" &&
      typeof was === "string" &&
      (cell.text === was || cell.text === harmless(was)) &&
      was !== "";

function isSame({ kind }: SheetColumn, was: FlatValue, now: FlatValue): boolean {
  if (was === now) return true;
  if (kind !== "money" || was === null || now === null) return false;
  const hundredths = hundredthsOf(String(was));
  return hundredths !== null && hundredths === hundredthsOf(String(now));
}
