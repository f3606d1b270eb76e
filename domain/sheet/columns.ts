import type { Words } from "../look/words.ts";
import { MOST_TEXT } from "../report/report.ts";
import type { ValueKey } from "./flat.ts";

/** What locks a row to its report. `check` is worked out from the others (`check-code.ts`). */
export const KEY_COLUMNS = ["item", "title", "unit", "month", "check"] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];
export type ColumnKey = KeyColumn | ValueKey | "reason";

export type ColumnKind =
  | "key"
  | "stage"
  | "percent"
  | "day"
  | "money"
  | "problem-kind"
  | "milestones"
  | "text"
  | "reason";

export type SheetColumn = {
  key: ColumnKey;
  kind: ColumnKind;
  head: Words;
  /** Said beside the cell while it is filled in. */
  hint: Words;
  /** In characters of a sheet. */
  width: number;
  /** Of a text, in UTF-16 units. */
  most: number;
};

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const column = (
  key: ColumnKey,
  kind: ColumnKind,
  head: Words,
  width: number,
  hint: Words,
  most = MOST_TEXT,
): SheetColumn => ({ key, kind, head, hint, width, most });

const LOCKED = say("请勿修改：行按此列识别。", "Do not change: the row is known by it.");
const MONEY = say(
  "万元，最多两位小数；其他单位请写明，如 1.2亿元。不填表示未说明。",
  "In 万元, two decimals at most; write another unit out, such as 1.2亿元. Empty means not said.",
);
const PERCENT = say("0 至 100，最多一位小数，如 35.5。", "0 to 100, one decimal at most, such as 35.5.");
const DAY = say("日期，如 2012-08-05。", "A day, such as 2012-08-05.");
const TEXT = say(`最多 ${MOST_TEXT} 字。`, `${MOST_TEXT} characters at most.`);
const money = (key: ValueKey, zh: string, en: string): SheetColumn =>
  column(key, "money", say(`${zh}（万元）`, `${en} (万元)`), 16, MONEY);

/** The sheet of a unit's month, left to right; XLSX and CSV have the same. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  column("item", "key", say("编号", "ID"), 13, LOCKED),
  column("title", "key", say("事项", "Item"), 36, LOCKED),
  column("unit", "key", say("填报单位", "Unit"), 18, LOCKED),
  column("month", "key", say("月份", "Month"), 12, LOCKED),
  column("stage", "stage", say("阶段", "Stage"), 18, say("请从下拉列表中选择。", "Choose from the list.")),
  column("backReason", "text", say("阶段后退原因", "Reason for a step back"), 24, TEXT),
  column("plannedPercent", "percent", say("计划进度（%）", "Planned progress (%)"), 12, PERCENT),
  column("actualPercent", "percent", say("实际进度（%）", "Actual progress (%)"), 12, PERCENT),
  column("startPlannedOn", "day", say("计划开工日期", "Planned start"), 14, DAY),
  column("startActualOn", "day", say("实际开工日期", "Actual start"), 14, DAY),
  money("monthPlanned", "本月计划投资", "Planned investment, this month"),
  money("monthActual", "本月完成投资", "Actual investment, this month"),
  money("yearPlanned", "本年计划投资", "Planned investment, this year"),
  money("yearActual", "本年完成投资", "Actual investment, this year"),
  money("totalPlanned", "计划总投资", "Planned investment, in all"),
  money("totalActual", "累计完成投资", "Actual investment, in all"),
  column(
    "milestones",
    "milestones",
    say("节点（名称 | 计划日期 | 实际日期，每行一个）", "Milestones (name | planned | actual, a line each)"),
    40,
    say("每行一个节点：名称 | 计划日期 | 实际日期。", "A line each: name | planned day | actual day."),
    32_000,
  ),
  column("done", "text", say("本月进展", "Done this month"), 40, TEXT),
  column(
    "problemKind",
    "problem-kind",
    say("问题类型", "Kind of problem"),
    14,
    say("请从下拉列表中选择；没有问题则不填。", "Choose from the list; empty where there is none."),
  ),
  column("problemWords", "text", say("存在问题", "Problem"), 40, TEXT),
  column(
    "problemActor",
    "text",
    say("责任方", "Who must act"),
    18,
    say("最多 200 字。", "200 characters at most."),
    200,
  ),
  column("problemBy", "day", say("解决期限", "To be solved by"), 14, DAY),
  column("next", "text", say("下一步计划", "Next step"), 40, TEXT),
  column("check", "key", say("校验码", "Check code"), 12, LOCKED),
];

/** Behind the others in a sheet of rows that were refused; read by nobody. */
export const REASON_COLUMN: SheetColumn = column(
  "reason",
  "reason",
  say("退回原因", "Why it came back"),
  60,
  say("改正后可直接上传本表。", "Mend the cells and upload this sheet."),
);

export const DATA_SHEET: Words = say("填报", "Report");
