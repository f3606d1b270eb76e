import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zItemId } from "../item.ts";
import { zUnitId } from "../report/exchange.ts";
import { zDay, zReportId } from "../report/report.ts";
import { asNoun, linksTo, partsBeside, type Referable } from "./noun.ts";
import { slipOf } from "./slip.ts";
import { NO_STANDING, standingAfter, zStanding } from "./standing.ts";
import type { Way } from "./way.ts";

/** 起草, 已下达, 待核, 已办结, 已撤销. */
export const TASK_STATES = ["draft", "assigned", "reported", "closed", "dropped"] as const;
export const zTaskState = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof zTaskState>;

export const TASK_STEPS = [
  "save",
  "assign",
  "adjust",
  "chase",
  "escalate",
  "progress",
  "answer",
  "report",
  "withdraw",
  "return",
  "close",
  "settle",
  "reopen",
  "drop",
] as const;
export type TaskStep = (typeof TASK_STEPS)[number];

/**
 * The office draws a task up and assigns it; the lead unit says how far it is and reports it done; the office closes
 * it or gives it back. `settle` closes one that nobody reported: the source names no unit for it, or the office has
 * the document in hand.
 */
export const TASK_WAY: Way<TaskState, TaskStep> = {
  save: { action: "work.manage", needs: "nothing", leads: { draft: "draft" } },
  assign: { action: "work.manage", needs: "nothing", leads: { draft: "assigned" } },
  adjust: { action: "work.manage", needs: "words", leads: { assigned: "assigned" } },
  chase: { action: "work.manage", needs: "nothing", leads: { assigned: "assigned" } },
  escalate: { action: "work.manage", needs: "words", leads: { assigned: "assigned" } },
  progress: { action: "work.report", needs: "percent", leads: { assigned: "assigned" } },
  answer: { action: "work.report", needs: "words", leads: { assigned: "assigned" } },
  report: { action: "work.report", needs: "done", leads: { assigned: "reported" } },
  withdraw: { action: "work.report", needs: "nothing", leads: { reported: "assigned" } },
  return: { action: "work.manage", needs: "words", leads: { reported: "assigned" } },
  close: { action: "work.manage", needs: "nothing", leads: { reported: "closed" } },
  settle: { action: "work.manage", needs: "done", leads: { assigned: "closed" } },
  reopen: { action: "work.manage", needs: "words", leads: { closed: "assigned" } },
  drop: { action: "work.manage", needs: "words", leads: { draft: "dropped", assigned: "dropped" } },
};

/** Where a task comes from: a clause of the source, as an item of the ledger, a part of another record, or in words. */
export const zTaskOrigin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("clause"), item: zItemId }),
  z.strictObject({ kind: z.literal("meeting"), work: zReportId, decision: z.int().min(0).max(99) }),
  /** A part of such a record, by its id. */
  z.strictObject({
    kind: z.literal(["opinion", "inspection", "plan", "measure"]),
    work: zReportId,
    part: zReportId,
  }),
  z.strictObject({ kind: z.literal("words"), words: z.string().max(200) }),
]);
export type TaskOrigin = z.infer<typeof zTaskOrigin>;

/** Longest title and goal, in characters. */
export const MOST_TITLE = 200;
export const MOST_GOAL = 2000;

/** What a task asks for. Null is "not said". */
export const zTaskContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  goal: z.string().max(MOST_GOAL),
  /** 牵头单位; null where no unit is named: then `leadWords` says whom the source means. */
  lead: zUnitId.nullable(),
  leadWords: z.string().max(MOST_TITLE).nullable(),
  /** 配合单位. */
  helpers: z.array(zUnitId).max(61),
  due: zDay.nullable(),
  /** The source's own words for the day, such as 第三季度. */
  dueWords: z.string().max(80).nullable(),
  origin: zTaskOrigin,
  /** Projects and policies that it is about. */
  items: z.array(zItemId).max(60),
});
export type TaskContent = z.infer<typeof zTaskContent>;

/** Another day for a task: the source's words were for the one that it had. */
export const dueOn = (due: string | null): Pick<TaskContent, "due" | "dueWords"> => ({ due, dueWords: null });

/** What is wrong with a task that is to be assigned, each fault at its field. */
export function taskIssues(content: TaskContent, known: Referable): InputIssue[] {
  const { title, goal, lead, leadWords, helpers, origin, items } = content;
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (title.trim() === "") say(["title"], "expected a title");
  if (goal.trim() === "") say(["goal"], "expected the goal");
  if (lead === null && !leadWords?.trim()) say(["lead"], "expected the lead unit, or whom the source means");
  if (lead !== null && !known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
  helpers.forEach((unit, at) => {
    if (!known.units.has(unit)) say(["helpers", at], `${unit} is no unit that can be named`);
    if (unit === lead) say(["helpers", at], "the lead does not co-operate with itself");
    if (helpers.indexOf(unit) !== at) say(["helpers", at], "a unit is named twice");
  });
  if (origin.kind === "words" && origin.words.trim() === "")
    say(["origin", "words"], "expected where the task comes from");
  if (origin.kind === "clause" && !known.items.has(origin.item))
    say(["origin", "item"], `no item has the id ${origin.item}`);
  items.forEach((item, at) => {
    if (!known.items.has(item)) say(["items", at], `no item has the id ${item}`);
  });
  return issues;
}

/** What part of the record that it comes from a task is made of, as that record names it; null where it is of none. */
export const partOfOrigin = (origin: TaskOrigin): string | null =>
  origin.kind === "meeting" ? String(origin.decision) : "part" in origin ? origin.part : null;

/** 任务: who has to do what by when. */
export const TASK = asNoun({
  prefix: "T",
  content: zTaskContent,
  states: TASK_STATES,
  steps: TASK_STEPS,
  way: TASK_WAY,
  checked: ["assign", "adjust"],
  brief: z.strictObject({
    /** Whom the source means where no unit is named. */
    leadWords: z.string().nullable(),
  }),
  facts: ({ title, goal, lead, leadWords, helpers, due, origin, items }: TaskContent) => ({
    title,
    words: [title, goal, leadWords ?? ""].join("\n"),
    lead,
    parts: partsBeside(lead, helpers),
    due,
    links: [
      ...(origin.kind === "clause" ? [{ kind: "clause" as const, target: origin.item }] : []),
      ...("work" in origin ? [{ kind: origin.kind, target: origin.work }] : []),
      ...linksTo(items),
    ],
  }),
  tell: ({ lead, leadWords }) => ({ leadWords: lead === null ? leadWords : null }),
  issues: (content, { known }) => taskIssues(content, known),
  standing: zStanding,
  start: NO_STANDING,
  stand: standingAfter,
  slip: slipOf,
  tasks: () => [],
  madeOf: ({ origin }, { percent }) => ({ part: partOfOrigin(origin), percent }),
});
