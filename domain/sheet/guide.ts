import { DEMO_WORDS, type Language, type Words } from "../look/words.ts";
import { SHEET_COLUMNS } from "./columns.ts";
import { monthWords } from "./parse-day.ts";

export const GUIDE_SHEET: Words = { "zh-CN": "填报说明", en: "Guide" };

type About = { lang: Language; unitName: string; month: string; withReasons: boolean; demo: boolean };

const RULES: Record<Language, readonly string[]> = {
  "zh-CN": [
    "灰底为锁定列，行按编号、填报单位、月份和校验码识别；列可以移动，表头请勿修改。",
    "浅黄底单元格填写；不填表示未说明，不等于 0。",
    "金额单位为万元，最多两位小数；单元格内写明“亿元”或“元”时自动换算并提示。",
    "日期可写作 2012-08-05、2012/8/5 或 2012年8月5日；只写年月不收。",
    "公式取其保存的结果，错误值、合并单元格、宏和外部链接一律退回并指明单元格。",
    "上传后先逐格列出差异，确认后才保存。",
  ],
  en: [
    "Grey columns are locked; a row is known by ID, unit, month and check code. Columns may be moved, heads not changed.",
    "Fill in the pale yellow cells; empty means not said, which is not 0.",
    "Money is in 万元 with two decimals at most; 亿元 or 元 written in the cell is converted, and you are told.",
    "A day may be written 2012-08-05, 2012/8/5 or 2012年8月5日; a month alone is refused.",
    "Of formulas the saved result is taken; errors, merged cells, macros and external links are refused by cell.",
    "After the upload every difference is shown cell by cell, and nothing is saved before you say so.",
  ],
};

const BACK: Words = {
  "zh-CN": "本表只含被退回的行：红底单元格的批注和末列写明原因，改正后直接上传本表。",
  en: "Only rows that came back: notes at the red cells and the last column say why. Mend them and upload this sheet.",
};

/** The second sheet: what this is, how to fill it in, then each column with its hint. */
export function guideLines({ lang, unitName, month, withReasons, demo }: About): string[][] {
  return [
    [`${unitName} · ${monthWords(month)}`, demo ? DEMO_WORDS[lang] : ""],
    ...(withReasons ? [["", BACK[lang]]] : []),
    ...RULES[lang].map((rule) => ["", rule]),
    ...SHEET_COLUMNS.map(({ head, hint }) => [head[lang], hint[lang]]),
  ];
}
