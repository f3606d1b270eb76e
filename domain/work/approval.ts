import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zItemId } from "../item.ts";
import { zUnitId } from "../report/exchange.ts";
import { zDay } from "../report/report.ts";
import { clockOf, clockSlip, NO_TIMES, type Turn, timesAfter, turnIssues, zClock, zTimes } from "./clock.ts";
import { type Asked, asNoun, linksTo, partsBeside } from "./noun.ts";
import { MOST_GOAL, MOST_TITLE } from "./task.ts";
import type { Way } from "./way.ts";

/** 项目建议书, 可研, 环评, 用地, 核准, 备案, 其他. */
export const APPROVAL_KINDS = [
  "proposal",
  "feasibility",
  "environment",
  "land",
  "approval",
  "record",
  "other",
] as const;
/** 国家, 自治区, 盟市. */
export const APPROVAL_LEVELS = ["national", "regional", "local"] as const;

/** 起草, 拟报, 已受理, 补正 (the clock stands still), 已批复, 不予批准, 撤回. */
export const APPROVAL_STATES = [
  "draft",
  "planned",
  "accepted",
  "stopped",
  "granted",
  "refused",
  "withdrawn",
] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export const APPROVAL_STEPS = [
  "save",
  "list",
  "adjust",
  "handIn",
  "stop",
  "resume",
  "grant",
  "refuse",
  "retract",
  "restart",
] as const;
export type ApprovalStep = (typeof APPROVAL_STEPS)[number];

/** The office lists it; the lead unit says when it was handed in, when the clock stood still, and how it came out. */
export const APPROVAL_WAY: Way<ApprovalState, ApprovalStep> = {
  save: { action: "work.manage", needs: "nothing", leads: { draft: "draft" } },
  list: { action: "work.manage", needs: "nothing", leads: { draft: "planned" } },
  adjust: {
    action: "work.manage",
    needs: "words",
    leads: { planned: "planned", accepted: "accepted", stopped: "stopped" },
  },
  handIn: { action: "work.report", needs: "day", leads: { planned: "accepted" } },
  stop: { action: "work.report", needs: "done", leads: { accepted: "stopped" } },
  resume: { action: "work.report", needs: "day", leads: { stopped: "accepted" } },
  grant: { action: "work.report", needs: "done", leads: { accepted: "granted" } },
  refuse: { action: "work.report", needs: "done", leads: { accepted: "refused" } },
  retract: {
    action: "work.report",
    needs: "done",
    leads: { planned: "withdrawn", accepted: "withdrawn", stopped: "withdrawn" },
  },
  restart: {
    action: "work.manage",
    needs: "words",
    leads: { granted: "planned", refused: "planned", withdrawn: "planned" },
  },
};
const TURNS: Partial<Record<ApprovalStep, Turn>> = {
  handIn: "start",
  stop: "stop",
  resume: "resume",
  grant: "end",
  refuse: "end",
  retract: "end",
  restart: "clear",
};
const turnOf = (step: ApprovalStep): Turn => TURNS[step] ?? "none";

/** 会办: which units met over it, on which day, and what they settled. */
export const zConference = z.strictObject({
  day: zDay.nullable(),
  units: z.array(zUnitId).max(61),
  words: z.string().max(MOST_GOAL),
});
export type Conference = z.infer<typeof zConference>;

/** Longest limit, in days. */
export const MOST_LIMIT = 2000;

export const zApprovalContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  /** The project of the ledger that it is for. */
  item: zItemId.nullable(),
  kind: z.enum(APPROVAL_KINDS),
  level: z.enum(APPROVAL_LEVELS),
  /** Who decides, by name: such as 国家发展改革委. */
  authority: z.string().max(MOST_TITLE),
  /** The unit that hands it in. */
  lead: zUnitId.nullable(),
  helpers: z.array(zUnitId).max(61),
  /** In calendar days from the day it is handed in; null where none is set. */
  limitDays: z.int().min(1).max(MOST_LIMIT).nullable(),
  conferences: z.array(zConference).max(50),
});
export type ApprovalContent = z.infer<typeof zApprovalContent>;

/** What is wrong with an approval that is listed, each fault at its field. */
export function approvalIssues(
  content: ApprovalContent,
  { known, today }: Pick<Asked<ApprovalState>, "known" | "today">,
): InputIssue[] {
  const { title, item, authority, lead, helpers, conferences } = content;
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (title.trim() === "") say(["title"], "expected a title");
  if (item === null) say(["item"], "expected the project that it is for");
  else if (!known.items.has(item)) say(["item"], `no item has the id ${item}`);
  if (authority.trim() === "") say(["authority"], "expected who decides");
  if (lead === null) say(["lead"], "expected the unit that hands it in");
  else if (!known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
  helpers.forEach((unit, at) => {
    if (!known.units.has(unit)) say(["helpers", at], `${unit} is no unit that can be named`);
    if (unit === lead) say(["helpers", at], "the lead does not co-operate with itself");
  });
  conferences.forEach(({ day, units, words }, at) => {
    if (day === null || day > today) say(["conferences", at, "day"], `expected a day until ${today}`);
    if (units.length === 0) say(["conferences", at, "units"], "expected the units that met");
    if (words.trim() === "") say(["conferences", at, "words"], "expected what was settled");
    units.forEach((unit, n) => {
      if (!known.units.has(unit))
        say(["conferences", at, "units", n], `${unit} is no unit that can be named`);
    });
  });
  return issues;
}

/** 审批件: what a project needs granted, by whom, and how many days it has taken. */
export const APPROVAL = asNoun({
  prefix: "A",
  content: zApprovalContent,
  states: APPROVAL_STATES,
  steps: APPROVAL_STEPS,
  way: APPROVAL_WAY,
  checked: ["list", "adjust"],
  facts: ({ title, item, authority, lead, helpers, conferences }: ApprovalContent) => ({
    title,
    words: [title, authority, ...conferences.map((one) => one.words)].join("\n"),
    lead,
    parts: partsBeside(lead, [...helpers, ...conferences.flatMap(({ units }) => units)]),
    due: null,
    links: item === null ? [] : linksTo([item]),
  }),
  brief: z.strictObject({
    item: zItemId.nullable(),
    kind: z.enum(APPROVAL_KINDS),
    level: z.enum(APPROVAL_LEVELS),
    authority: z.string(),
    clock: zClock.nullable(),
  }),
  tell: ({ item, kind, level, authority, limitDays }, times, today) => ({
    item,
    kind,
    level,
    authority,
    clock: clockOf(times, limitDays, today),
  }),
  issues: approvalIssues,
  standing: zTimes,
  start: NO_TIMES,
  stand: (times, step, said) => timesAfter(times, turnOf(step), said),
  saidIssues: (times, step, said) => turnIssues(times, turnOf(step), said),
  slip: ({ brief }) => clockSlip(brief.clock),
  tasks: () => [],
});
