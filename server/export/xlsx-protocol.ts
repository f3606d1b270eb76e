import type { Cell } from "#domain/export/cell.ts";
import type { SheetPlan } from "#domain/export/workbook.ts";

/** Sheets first, then their rows a batch at a time, then the end, which is answered with the file. */
export type ToXlsxWorker = { sheets: SheetPlan[] } | { sheet: number; rows: Cell[][] } | "end";
