/** Writes one workbook and ends. Speaks `xlsx-protocol.ts`. */
import { parentPort } from "node:worker_threads";
import writeExcelFile, { type CellObject, type Row } from "write-excel-file/node";
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";
import { type Cell, harmlessCell } from "#domain/export/cell.ts";
import type { SheetPlan } from "#domain/export/workbook.ts";
import type { ToXlsxWorker } from "./xlsx-protocol.ts";

type Sheet = Parameters<typeof writeExcelFile>[0][number];
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

const port = parentPort;
if (port === null) throw new Error("server/export/xlsx-worker.ts runs as a worker only");

const FONT = "Microsoft YaHei";
const SHEET_FILE = "xl/worksheets/sheet{id}.xml";
/** A cell of a sheet holds no more; Excel calls a file with a longer one damaged. */
const MOST_CHARACTERS = 32_767;
const HEAD_STYLE = { fontWeight: "bold", backgroundColor: "#DDE6F0", wrap: true } as const;

function sheetCell(cell: Cell): CellObject | null {
  const safe = harmlessCell(cell);
  if (safe === null) return null;
  if (typeof safe === "number") return { type: Number, value: safe };
  if (typeof safe === "object") {
    return { type: Date, value: new Date(`${safe.day}T00:00:00Z`), format: "yyyy-mm-dd" };
  }
  const value = safe.length > MOST_CHARACTERS ? `${safe.slice(0, MOST_CHARACTERS - 1)}…` : safe;
  return { type: String, value, format: "@" };
}

const headRow = (head: readonly string[]): Row =>
  head.map((value) => ({ type: String, value, ...HEAD_STYLE }));

function sheetOf({ name, head, widths, rows }: SheetPlan): Sheet {
  return {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    data: [...(head === null ? [] : [headRow(head)]), ...rows.map((row) => row.map(sheetCell))],
    ...(head === null ? {} : { stickyRowsCount: 1, stickyColumnsCount: 1 }),
  };
}

/** Filters on the heads: the library has none of its own, and lets its files be added to. */
function headFilters(plans: readonly SheetPlan[]): Feature {
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const plan = plans[sheetIndex];
            const order = getOrderOfSiblings(SHEET_FILE, "worksheet");
            if (plan === undefined || plan.head === null || order === undefined) return xml;
            const last = getCellAddress(plan.rows.length, plan.head.length - 1);
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<autoFilter ref="A1:${last}"/>`,
              order,
              "worksheet",
            );
          },
        },
      },
    },
  };
}

let plans: SheetPlan[] = [];
port.on("message", async (message: ToXlsxWorker) => {
  if (message === "end") {
    const options = { fontFamily: FONT, fontSize: 10, features: [headFilters(plans)] };
    const file = await writeExcelFile(plans.map(sheetOf), options).toBuffer();
    port.postMessage(new Uint8Array(file));
  } else if ("sheets" in message) plans = message.sheets;
  else plans[message.sheet]?.rows.push(...message.rows);
});
