/** Writes one workbook to be filled in and ends. Speaks `writer-protocol.ts`. */
import { parentPort } from "node:worker_threads";
import writeExcelFile, { type CellObject, type Row } from "write-excel-file/node";
import { type Cell, harmlessCell } from "#domain/export/cell.ts";
import { DATA_SHEET, REASON_COLUMN, SHEET_COLUMNS, type SheetColumn } from "#domain/sheet/columns.ts";
import { GUIDE_SHEET, guideLines } from "#domain/sheet/guide.ts";
import { FILLS, protectedSheet } from "./sheet-features.ts";
import type { ToWriter, WriterPlan } from "./writer-protocol.ts";

const port = parentPort;
if (port === null) throw new Error("server/workbook/writer-worker.ts runs as a worker only");

const FONT = "Microsoft YaHei";
/** A cell of a sheet holds no more; Excel calls a file with a longer one damaged. */
const MOST_CHARACTERS = 32_767;
type Rows = Exclude<ToWriter, "end" | { plan: unknown }>["rows"];

const FORMATS: Partial<Record<SheetColumn["kind"], string>> = {
  money: "#,##0.00",
  percent: "0.0",
  day: "yyyy-mm-dd",
};

function cellOf(cell: Cell, column: SheetColumn, isBad: boolean): CellObject {
  const { kind } = column;
  const fill = kind === "key" || kind === "reason" ? FILLS.key : isBad ? FILLS.bad : FILLS.open;
  const format = FORMATS[kind] ?? "@";
  const look = { backgroundColor: fill, alignVertical: "top", wrap: kind !== "key", format } as const;
  const safe = harmlessCell(cell);
  if (safe === null) return { type: Number, ...look };
  if (typeof safe === "number") return { type: Number, value: safe, ...look };
  if (typeof safe === "object") {
    return { type: Date, value: new Date(`${safe.day}T00:00:00Z`), ...look, format: "yyyy-mm-dd" };
  }
  return { type: String, value: safe.slice(0, MOST_CHARACTERS), ...look, format: "@" };
}

function sheetsOf(plan: WriterPlan, rows: Rows) {
  const { lang, withReasons } = plan;
  const columns = withReasons ? [...SHEET_COLUMNS, REASON_COLUMN] : SHEET_COLUMNS;
  const head: Row = columns.map(({ head: words }) => ({
    type: String,
    value: words[lang],
    fontWeight: "bold",
    backgroundColor: FILLS.head,
    wrap: true,
    alignVertical: "center",
  }));
  const data: Row[] = rows.map(({ cells, notes, reason }) =>
    columns.map((column, place) =>
      column.key === "reason"
        ? cellOf(reason, column, false)
        : cellOf(cells[place] ?? null, column, notes[place] !== undefined),
    ),
  );
  return [
    {
      sheet: DATA_SHEET[lang],
      columns: columns.map(({ width }) => ({ width })),
      data: [head, ...data],
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    {
      sheet: GUIDE_SHEET[lang],
      columns: [{ width: 34 }, { width: 100 }],
      data: guideLines(plan).map((line) =>
        line.map((value): CellObject => ({ type: String, value, wrap: true, alignVertical: "top" })),
      ),
    },
  ];
}

let plan: WriterPlan | undefined;
const rows: Rows = [];
port.on("message", async (message: ToWriter) => {
  if (message !== "end") {
    if ("plan" in message) plan = message.plan;
    else rows.push(...message.rows);
    return;
  }
  if (plan === undefined) throw new Error("the end came before the plan");
  const feature = protectedSheet(plan, rows);
  const file = await writeExcelFile(sheetsOf(plan, rows), {
    fontFamily: FONT,
    fontSize: 10,
    features: [feature],
  }).toBuffer();
  const bytes = new Uint8Array(file);
  port.postMessage(bytes, [bytes.buffer]);
});
