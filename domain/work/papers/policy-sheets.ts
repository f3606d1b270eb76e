/** 政策逐条落实 as a workbook: a row for each policy, and one for each of its measures. */
import type { Cell } from "../../export/cell.ts";
import type { SheetPlan } from "../../export/workbook.ts";
import type { Language, Words } from "../../look/words.ts";
import type { WorkEntry } from "../exchange.ts";
import type { MeasureContent } from "../measure.ts";
import { isVague, type PolicyLine } from "../policy-table.ts";
import { CLASS_WORDS, MEASURE_STATE_WORDS, SLIP_WORDS } from "../words.ts";
import { ABOUT_SHEET, aboutRows, type SheetAbout } from "./about.ts";

type Policy = { id: string; title: string };
type Record = WorkEntry<"measure"> & { content: MeasureContent };

/** What it is written from: lines that were asked for, of what the asker may read. */
export type PolicySheets = SheetAbout & {
  lines: readonly PolicyLine<Policy, Record>[];
  /** Records of others may be kept from the asker: a line without one is then not said to have none. */
  isWhole: boolean;
  unitOf: (id: string) => string;
};

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
export const POLICIES_TITLE = say("政策逐条落实", "Policies, one by one");
const MEASURES = say("具体措施", "Measures");
const HEADS = {
  id: say("政策编号", "Policy ID"),
  policy: say("政策", "Policy"),
  number: say("记录编号", "Record"),
  reading: say("类别", "Class"),
  vague: say("未细化", "Not made concrete"),
  why: say("分类理由", "Why it is read so"),
  count: say("措施数", "Measures"),
  lead: say("牵头单位", "Lead unit"),
  helpers: say("配合单位", "Co-operating units"),
  state: say("状态", "State"),
  percent: say("上报进度（%）", "Reported progress (%)"),
  due: say("期限", "Due"),
  slip: say("督办", "Slip"),
  measure: say("措施", "Measure"),
} satisfies globalThis.Record<string, Words>;
const UNSEEN = say("看不到别的单位的记录", "Records of other units are not shown");
const YES = say("是", "Yes");
const COUNT = say("政策数", "Policies");
const BY_OFFICE = say(
  "类别由办公室判断并写明理由；原文没有给任何一项政策分类。",
  "The class is the office's own reading, with its reason: the source classes no policy.",
);

const day = (at: string | null): Cell => (at === null ? null : { day: at });
const heads = (lang: Language, ...keys: (keyof typeof HEADS)[]) => keys.map((key) => HEADS[key][lang]);

export function policySheets(sheets: PolicySheets): SheetPlan[] {
  const { lang, lines, isWhole, unitOf } = sheets;
  const named = (units: readonly string[]): Cell => units.map(unitOf).join("、") || null;
  return [
    {
      name: POLICIES_TITLE[lang],
      head: heads(
        ...([lang, "id", "policy", "number", "reading", "vague", "why", "count", "lead"] as const),
        ...(["helpers", "state", "percent", "due", "slip"] as const),
      ),
      widths: [12, 48, 10, 10, 10, 40, 9, 20, 30, 12, 14, 12, 16],
      rows: lines.map(({ policy, record }): Cell[] => [
        policy?.id ?? null,
        policy?.title ?? record?.title ?? null,
        ...(record === null
          ? [null, isWhole ? CLASS_WORDS.none[lang] : UNSEEN[lang]]
          : recordCells(record, lang, { unitOf, named })),
      ]),
    },
    {
      name: MEASURES[lang],
      head: heads(lang, "id", "policy", "number", "measure", "lead", "helpers", "due"),
      widths: [12, 40, 10, 60, 20, 30, 12],
      rows: lines.flatMap(({ policy, record }) =>
        (record?.content.measures ?? []).map(({ words, lead, helpers, due }): Cell[] => [
          policy?.id ?? null,
          policy?.title ?? null,
          record?.number ?? null,
          words,
          lead === null ? null : unitOf(lead),
          named(helpers),
          day(due),
        ]),
      ),
    },
    {
      name: ABOUT_SHEET[lang],
      head: null,
      widths: [22, 100],
      rows: aboutRows(sheets, {
        title: POLICIES_TITLE,
        facts: [[COUNT, new Set(lines.map(({ policy }) => policy?.id)).size]],
        cautions: isWhole ? [BY_OFFICE] : [BY_OFFICE, UNSEEN],
      }),
    },
  ];
}

function recordCells(
  record: Record,
  lang: Language,
  { unitOf, named }: { unitOf: (id: string) => string; named: (units: readonly string[]) => Cell },
): Cell[] {
  const { number, state, lead, parts, due, slip, brief, content } = record;
  return [
    number,
    CLASS_WORDS[brief.reading ?? "none"][lang],
    isVague(record) ? YES[lang] : null,
    content.why || null,
    brief.measures,
    lead === null ? null : unitOf(lead),
    named(parts),
    MEASURE_STATE_WORDS[state][lang],
    brief.percent,
    day(due),
    slip === null ? null : SLIP_WORDS[slip][lang],
  ];
}
