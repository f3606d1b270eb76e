/** The sheet of a workbook of the office's work that says what it is, and as of when. */
import type { Cell } from "../../export/cell.ts";
import { DEMO_WORDS, type Language, type Words } from "../../look/words.ts";

/** What every such workbook is told. */
export type SheetAbout = {
  /** What is the same of the same day has the same: YZT-201207-4F2K9C0A. */
  id: string;
  /** Address that shows the same. */
  viewUrl: string;
  lang: Language;
  demo: boolean;
  /** YYYY-MM-DD */
  asOf: string;
  revision: number;
  /** What was asked for, in words; empty for all. */
  filter: readonly string[];
};

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
export const ABOUT_SHEET = say("说明", "About");
const HEADS = {
  id: say("导出编号", "Export ID"),
  what: say("内容", "What this is"),
  asOf: say("截至", "As of"),
  revision: say("修订号", "Revision"),
  filter: say("筛选", "Filter"),
  view: say("网址", "Address"),
  caution: say("注意", "Caution"),
};

export function aboutRows(
  { id, lang, demo, asOf, revision, filter, viewUrl }: SheetAbout,
  said: { title: Words; facts: readonly (readonly [Words, Cell])[]; cautions: readonly Words[] },
): Cell[][] {
  return [
    [HEADS.what[lang], `${demo ? `${DEMO_WORDS[lang]} · ` : ""}${said.title[lang]}`],
    [HEADS.id[lang], id],
    [HEADS.asOf[lang], { day: asOf }],
    [HEADS.revision[lang], revision],
    ...(filter.length === 0 ? [] : [[HEADS.filter[lang], filter.join("；")]]),
    ...said.facts.map(([head, cell]) => [head[lang], cell]),
    [HEADS.view[lang], viewUrl],
    ...said.cautions.map((caution) => [HEADS.caution[lang], caution[lang]]),
  ];
}
