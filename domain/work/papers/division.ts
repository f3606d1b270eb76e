/** 责任分工: tasks and units as a workbook, and as a table in an official document. */
import { type Block, type Draft, form, paragraph, type Sentence } from "../../circular/draft.ts";
import { fullWidth } from "../../circular/full-width.ts";
import { dateWords } from "../../circular/period.ts";
import type { Cell } from "../../export/cell.ts";
import type { SheetPlan } from "../../export/workbook.ts";
import { DEMO_WORDS, type Words } from "../../look/words.ts";
import type { Unit } from "../../unit.ts";
import type { WorkEntry } from "../exchange.ts";
import { type Matrix, matrixOf } from "../matrix.ts";
import { SLIP_WORDS, TASK_STATE_WORDS } from "../words.ts";
import { ABOUT_SHEET, aboutRows, type SheetAbout } from "./about.ts";

/** What the two are written from: the tasks that the asker may read and asked for, as of a day. */
export type Division = SheetAbout & {
  rows: readonly WorkEntry<"task">[];
  /** Tasks that were asked for; more than `rows` where there are more than a list holds. */
  total: number;
  units: readonly Unit[];
  organ: string;
};

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
export const DIVISION_TITLE = say("贯彻落实《意见》工作任务分工表", "Division of tasks");
const SHEETS = {
  matrix: say("分工矩阵", "Matrix"),
  list: say("任务清单", "Tasks"),
};
const HEADS = {
  task: say("工作任务", "Task"),
  due: say("完成时限", "Due"),
  unnamed: say("未点名（原文所指）", "No unit named (whom the source means)"),
  leads: say("牵头项数", "Tasks led"),
  helps: say("配合项数", "Tasks shared"),
  number: say("编号", "No."),
  lead: say("牵头单位", "Lead unit"),
  helpers: say("配合单位", "Co-operating units"),
  state: say("状态", "State"),
  slip: say("督办", "Slip"),
  percent: say("上报进度（%）", "Reported progress (%)"),
  doneOn: say("完成日期", "Done on"),
} satisfies Record<string, Words>;
const SIGNS = { lead: "●", help: "○" } as const;

const unitNames = ({ units, lang }: Division): ReadonlyMap<string, string> =>
  new Map(units.map((unit) => [unit.id, lang === "en" ? unit.nameEn : unit.short]));

const matrix = ({ rows, units }: Division): Matrix =>
  matrixOf(
    rows,
    units.map(({ id }) => id),
  );

/** The matrix, the tasks a row each, and what the workbook is. */
export function divisionSheets(division: Division): SheetPlan[] {
  const { lang, rows } = division;
  const head = (...keys: (keyof typeof HEADS)[]) => keys.map((key) => HEADS[key][lang]);
  const names = unitNames(division);
  const nameOf = (unit: string) => names.get(unit) ?? unit;
  const { lines, units, leads, helps } = matrix(division);
  const day = (at: string | null): Cell => (at === null ? null : { day: at });
  const counts = (key: "leads" | "helps", of: ReadonlyMap<string, number>): Cell[] => [
    HEADS[key][lang],
    null,
    ...units.map((unit) => of.get(unit) ?? 0),
    null,
  ];
  return [
    {
      name: SHEETS.matrix[lang],
      head: [...head("task", "due"), ...units.map(nameOf), ...head("unnamed")],
      widths: [48, 12, ...units.map(() => 9), 28],
      rows: [
        ...lines.map(({ title, due, parts, unnamed }): Cell[] => [
          title,
          day(due),
          ...units.map((unit) => {
            const part = parts.get(unit);
            return part === undefined ? null : SIGNS[part];
          }),
          unnamed === "" ? null : unnamed,
        ]),
        counts("leads", leads),
        counts("helps", helps),
      ],
    },
    {
      name: SHEETS.list[lang],
      head: head("number", "task", "lead", "helpers", "due", "state", "slip", "percent", "doneOn"),
      widths: [10, 48, 20, 32, 12, 12, 16, 14, 12],
      rows: rows.map(({ number, title, lead, brief, parts, due, state, slip, standing }): Cell[] => [
        number,
        title,
        lead === null ? brief.leadWords : nameOf(lead),
        parts.map(nameOf).join("、") || null,
        day(due),
        TASK_STATE_WORDS[state][lang],
        slip === null ? null : SLIP_WORDS[slip][lang],
        standing.percent,
        day(standing.doneOn),
      ]),
    },
    { name: ABOUT_SHEET[lang], head: null, widths: [22, 100], rows: aboutDivision(division) },
  ];
}

const SIGN_WORDS = say("● 牵头　○ 配合", "● leads, ○ co-operates");
const SIGNS_HEAD = say("符号", "Signs");
const UNKNOWN = say(
  "是否完成以单位上报为准，未上报的不作判断。",
  "Whether it is done is what the unit reports; where none did, it is not known.",
);
const CUT = say("任务过多，只列出前面一部分。", "There are more tasks: only the first are here.");
const COUNT = say("任务数", "Tasks");

const aboutDivision = (division: Division): Cell[][] => {
  const { lang, rows, total } = division;
  return aboutRows(division, {
    title: DIVISION_TITLE,
    facts: [
      [COUNT, total],
      [SIGNS_HEAD, SIGN_WORDS[lang]],
    ],
    cautions: total > rows.length ? [UNKNOWN, CUT] : [UNKNOWN],
  });
};

/** The same as a document with one table; always in Chinese, as official documents are. */
export function divisionDraft(division: Division): Draft {
  const { id, viewUrl, revision, asOf, demo, organ, rows } = division;
  const names = unitNames({ ...division, lang: "zh-CN" });
  const nameOf = (unit: string) => names.get(unit) ?? unit;
  const blocks: Block[] = [
    ...(demo ? [paragraph("title", form(`（${DEMO_WORDS["zh-CN"]}）`))] : []),
    paragraph("title", form(DIVISION_TITLE["zh-CN"])),
    paragraph("body", counted(division)),
    {
      kind: "table",
      id: "tasks",
      columns: [
        { head: "编号", share: 13, align: "left" },
        { head: "工作任务", share: 35, align: "left" },
        { head: "● 牵头单位", share: 18, align: "left" },
        { head: "○ 配合单位", share: 18, align: "left" },
        { head: "完成时限", share: 16, align: "center" },
      ],
      rows: rows.map(({ number, title, lead, brief, parts, due }) => [
        number,
        fullWidth(title),
        lead === null ? `（${fullWidth(brief.leadWords ?? "未点名")}）` : nameOf(lead),
        parts.map(nameOf).join("、"),
        due === null ? "——" : dateWords(due),
      ]),
    },
    paragraph("remark", form(`${SIGN_WORDS["zh-CN"]}　括号内为原文所指而未点名的单位。${UNKNOWN["zh-CN"]}`)),
  ];
  const title = `${demo ? `（${DEMO_WORDS["zh-CN"]}）` : ""}${DIVISION_TITLE["zh-CN"]}`;
  return { id, viewUrl, title, organ, period: dateWords(asOf), asOf, revision, blocks };
}

/** 截至…，共…项任务，其中…项没有点名牵头单位。 */
function counted(division: Division): Sentence {
  const { asOf, filter, total, rows } = division;
  const { unled } = matrix(division);
  const gaps = unled === 0 ? "" : `，其中${unled}项没有点名牵头单位`;
  const cut = total > rows.length ? `，此处列出前${rows.length}项` : "";
  const asked = filter.length === 0 ? "" : `（${filter.join("；")}）`;
  return form(`截至${dateWords(asOf)}，共${total}项任务${asked}${gaps}${cut}。`);
}
