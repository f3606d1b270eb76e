import type { Language, Words } from "../look/words.ts";
import type { Cell } from "./cell.ts";
import type { LedgerRecord } from "./record.ts";
import { FIGURE_WORDS } from "./words.ts";

/** A sheet of its own: an item may have several figures, and a number is to stay a number. */
export const FIGURE_HEAD: Record<Language, string[]> = {
  "zh-CN": ["编号", "事项", "原文", "数值", "单位", "性质", "期间", "说明"],
  en: ["ID", "Title", "Words of the source", "Value", "Unit", "Kind", "Period", "Note"],
};
export const FIGURE_WIDTHS = [12, 44, 24, 12, 16, 14, 22, 30];
export const FIGURE_SHEET: Words = { "zh-CN": "数字", en: "Figures" };

export const figureRows = ({ item }: LedgerRecord, lang: Language): Cell[][] =>
  item.figures.map(({ words, value, unit, kind, period, note }) => [
    item.id,
    item.title,
    words,
    value,
    unit === "" ? null : unit,
    FIGURE_WORDS[kind][lang],
    period,
    note,
  ]);
