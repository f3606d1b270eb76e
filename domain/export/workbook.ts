import type { Words } from "../look/words.ts";
import { aboutLines, type ExportAbout } from "./about.ts";
import type { Cell } from "./cell.ts";
import { headOf, LEDGER_COLUMNS } from "./columns.ts";
import { FIGURE_HEAD, FIGURE_SHEET, FIGURE_WIDTHS } from "./figures.ts";

/** A sheet as whoever writes the file needs it: the head stands still and filters, where there is one. */
export type SheetPlan = { name: string; head: string[] | null; widths: number[]; rows: Cell[][] };

const LEDGER_SHEET: Words = { "zh-CN": "台账", en: "Ledger" };
const ABOUT_SHEET: Words = { "zh-CN": "说明", en: "About" };

/** The ledger first, then what the workbook is, then figures as numbers, a row each. */
export function sheetPlans(about: ExportAbout): { ledger: SheetPlan; about: SheetPlan; figures: SheetPlan } {
  const { lang } = about;
  return {
    ledger: {
      name: LEDGER_SHEET[lang],
      head: headOf(lang),
      widths: LEDGER_COLUMNS.map(({ width }) => width),
      rows: [],
    },
    about: { name: ABOUT_SHEET[lang], head: null, widths: [22, 100], rows: aboutLines(about) },
    figures: { name: FIGURE_SHEET[lang], head: FIGURE_HEAD[lang], widths: FIGURE_WIDTHS, rows: [] },
  };
}
