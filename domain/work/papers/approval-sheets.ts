/** 审批 as a workbook: approvals with their clocks, and the board of the projects that wait for them. */
import type { Cell } from "../../export/cell.ts";
import type { SheetPlan } from "../../export/workbook.ts";
import { STAGE_WORDS, type Words } from "../../look/words.ts";
import { type Board, type BoardProject, columnOf, monthsIn } from "../board.ts";
import type { WorkEntry } from "../exchange.ts";
import {
  APPROVAL_KIND_WORDS,
  APPROVAL_LEVEL_WORDS,
  APPROVAL_STATE_WORDS,
  BOARD_COLUMN_WORDS,
} from "../words.ts";
import { ABOUT_SHEET, aboutRows, type SheetAbout } from "./about.ts";

type Approval = WorkEntry<"approval">;

/** What it is written from: approvals that the asker may read and asked for, and the board of the whole ledger. */
export type ApprovalSheets = SheetAbout & {
  rows: readonly Approval[];
  total: number;
  board: Board;
  /** Every approval that the asker may read now: the board tells what each project waits for. */
  open: readonly Approval[];
  unitOf: (id: string) => string;
  itemOf: (id: string) => string;
};

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
export const APPROVALS_TITLE = say("审批件和项目看板", "Approvals and the board of projects");
const SHEETS = { list: say("审批件", "Approvals"), board: say("项目看板", "Board of projects") };
const LIST = [
  [say("编号", "No."), 10],
  [say("标题", "Title"), 40],
  [say("项目编号", "Project ID"), 14],
  [say("项目", "Project"), 36],
  [say("审批种类", "Kind"), 18],
  [say("审批层级", "Level"), 12],
  [say("审批机关", "Authority"), 24],
  [say("申报单位", "Unit that hands it in"), 20],
  [say("配合单位", "Co-operating units"), 30],
  [say("状态", "State"), 14],
  [say("受理日期", "Handed in"), 12],
  [say("已用（日）", "Days used"), 11],
  [say("剩余（日）", "Days left"), 11],
  [say("时限日期", "Limit ends"), 12],
  [say("时限", "Limit"), 16],
  [say("最近一次停表的原因", "Why it stood still last"), 36],
  [say("办完日期", "Ended on"), 12],
] as const;
const BOARD = [
  [say("项目编号", "Project ID"), 14],
  [say("项目", "Project"), 48],
  [say("栏目", "Column"), 18],
  [say("阶段", "Stage"), 16],
  [say("自（月份）", "Since (month)"), 12],
  [say("在此阶段（月）", "Months in it"), 13],
  [say("等待的审批件", "Waits for"), 30],
  [say("问题", "Problem"), 40],
  [say("问题月份", "Month of it"), 12],
  [say("需要谁办", "Who has to act"), 20],
  [say("限期", "By"), 12],
] as const;
const CLOCK_WORDS = { red: say("超过办理时限", "Has run out"), blue: say("时限将到", "Runs out soon") };
const COUNT = say("审批件数", "Approvals");
const PROJECTS = say("看板项目数", "Projects on the board");
const MONTH = say("看板截至（已发布月份）", "Board as of (published month)");
const CUT = say("只列出前面一部分。", "There are more: only the first are here.");
const UNKNOWN = say(
  "看板上没有“自（月份）”的，台账不知道何时进入该阶段。",
  "Where the board says no month, the ledger does not know since when.",
);

const day = (at: string | null): Cell => (at === null ? null : { day: at });
const isOpen = ({ state }: Approval): boolean => ["planned", "accepted", "stopped"].includes(state);

export function approvalSheets(sheets: ApprovalSheets): SheetPlan[] {
  const { lang, rows, total, board } = sheets;
  const plan = (name: Words, columns: typeof LIST | typeof BOARD, cells: Cell[][]): SheetPlan => ({
    name: name[lang],
    head: columns.map(([head]) => head[lang]),
    widths: columns.map(([, width]) => width),
    rows: cells,
  });
  return [
    plan(
      SHEETS.list,
      LIST,
      rows.map((row) => listCells(sheets, row)),
    ),
    plan(
      SHEETS.board,
      BOARD,
      board.projects.map((project) => boardCells(sheets, project)),
    ),
    {
      name: ABOUT_SHEET[lang],
      head: null,
      widths: [26, 100],
      rows: aboutRows(sheets, {
        title: APPROVALS_TITLE,
        facts: [
          [COUNT, total],
          [PROJECTS, board.total],
          [MONTH, board.month],
        ],
        cautions: total > rows.length || board.total > board.projects.length ? [UNKNOWN, CUT] : [UNKNOWN],
      }),
    },
  ];
}

function listCells({ lang, unitOf, itemOf }: ApprovalSheets, row: Approval): Cell[] {
  const { number, title, lead, parts, state, slip, brief, standing } = row;
  const { item, kind, level, authority, clock } = brief;
  return [
    number,
    title,
    item,
    item === null ? null : itemOf(item),
    APPROVAL_KIND_WORDS[kind][lang],
    APPROVAL_LEVEL_WORDS[level][lang],
    authority || null,
    lead === null ? null : unitOf(lead),
    parts.map(unitOf).join("、") || null,
    APPROVAL_STATE_WORDS[state][lang],
    day(standing.handedIn),
    clock?.used ?? null,
    clock?.left ?? null,
    day(clock?.due ?? null),
    slip === null ? null : CLOCK_WORDS[slip === "red" ? "red" : "blue"][lang],
    standing.stops.at(-1)?.words || null,
    day(standing.ended),
  ];
}

function boardCells({ lang, open, board, unitOf }: ApprovalSheets, project: BoardProject): Cell[] {
  const { id, title, stage, spells, problem } = project;
  const own = open.filter((one) => isOpen(one) && one.brief.item === id);
  const isHandedIn = own.some(({ state }) => state !== "planned");
  const spell = spells.at(-1);
  const waits = own.map(
    ({ number, brief, state }) =>
      `${number} ${APPROVAL_KIND_WORDS[brief.kind][lang]} ${APPROVAL_STATE_WORDS[state][lang]}`,
  );
  return [
    id,
    title,
    BOARD_COLUMN_WORDS[columnOf(stage, isHandedIn)][lang],
    STAGE_WORDS[stage][lang],
    spell?.from ?? null,
    spell === undefined || board.month === null ? null : monthsIn(spell, board.month),
    waits.join("；") || null,
    problem?.words ?? null,
    problem?.month ?? null,
    problem === null ? null : unitOf(problem.actor),
    day(problem?.by ?? null),
  ];
}
