import { BOM, csvLine } from "#domain/export/csv.ts";
import { DEMO_WORDS, type Language } from "#domain/look/words.ts";
import { REASON_COLUMN, SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import { reasonAt, reasonOf } from "#domain/sheet/issue-words.ts";
import type { SheetOf } from "#domain/sheet/sheet-row.ts";
import { cellsAsTheyCame, sheetRowOf } from "#domain/sheet/sheet-row.ts";
import { baseRowOf } from "#domain/sheet/standing-row.ts";
import { isDemo } from "../db/demo.ts";
import { standingRows } from "../db/filing/standing-rows.ts";
import type { Db } from "../db/schema.ts";
import type { Job } from "./job.ts";
import type { KeptRow } from "./protocol.ts";
import { type WrittenRow, writeWorkbook } from "./write-workbook.ts";
import type { WriterPlan } from "./writer-protocol.ts";

export const SHEET_FORMATS = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** A unit's month to be filled in: its items, with what stands of them. */
export async function unitSheet(
  db: Db,
  of: SheetOf,
  lang: Language,
  format: SheetFormat,
): Promise<Uint8Array> {
  const batches = async function* (): AsyncGenerator<WrittenRow[]> {
    for await (const rows of standingRows(db, of.unit, of.month)) {
      yield rows.map((row) => ({ ...sheetRowOf(baseRowOf(row), of, lang), reason: null }));
    }
  };
  return write({ ...of, lang, withReasons: false, demo: await isDemo(db) }, format, batches());
}

/** The rows of an upload that were refused, as they came, each with its reasons at the cells and behind them. */
export async function refusedSheet(
  db: Db,
  job: Job,
  lang: Language,
  format: SheetFormat,
): Promise<Uint8Array> {
  const batches = function* (): Generator<WrittenRow[]> {
    for (const rows of job.kept("bad")) yield rows.map((row) => refusedRow(row, lang));
  };
  return write({ ...job.of, lang, withReasons: true, demo: await isDemo(db) }, format, batches());
}

function refusedRow({ result, cells, type }: KeptRow, lang: Language): WrittenRow {
  const notes: Record<number, string> = {};
  for (const issue of result.issues) {
    const place = SHEET_COLUMNS.findIndex(({ key }) => key === issue.column);
    if (place >= 0) notes[place] = reasonAt(issue, lang);
  }
  return { cells: cellsAsTheyCame(cells ?? []), type, notes, reason: reasonOf(result.issues, lang) };
}

async function write(
  { lang, unitName, month, withReasons, demo }: WriterPlan,
  format: SheetFormat,
  batches: AsyncIterable<WrittenRow[]> | Iterable<WrittenRow[]>,
): Promise<Uint8Array> {
  if (format === "xlsx") return writeWorkbook({ lang, unitName, month, withReasons, demo }, batches);
  const columns = withReasons ? [...SHEET_COLUMNS, REASON_COLUMN] : SHEET_COLUMNS;
  // A title may stand above the heads when the file comes back.
  const title = demo ? csvLine([DEMO_WORDS[lang]]) : "";
  const lines = [BOM + title + csvLine(columns.map(({ head }) => head[lang]))];
  for await (const rows of batches) {
    lines.push(rows.map(({ cells, reason }) => csvLine(withReasons ? [...cells, reason] : cells)).join(""));
  }
  return Buffer.from(lines.join(""), "utf8");
}
