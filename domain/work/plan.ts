import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";
import type { InputIssue } from "../error.ts";
import { zUnitId } from "../report/exchange.ts";
import { zReportId } from "../report/report.ts";
import { type Asked, asNoun, OWN_ALONE, partsBeside } from "./noun.ts";
import { partIssues, partShape, taskOfPart, unitsOfParts } from "./part.ts";
import { NO_STANDING, zStanding } from "./standing.ts";
import { MOST_TITLE } from "./task.ts";
import type { Way } from "./way.ts";

/** 自治区总体实施方案, and that of one area or department. */
export const PLAN_SCOPES = ["region", "unit"] as const;

/** 起草, 已通过, 已结束, 已撤销. */
export const PLAN_STATES = ["draft", "adopted", "ended", "dropped"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_STEPS = ["save", "adopt", "adjust", "end", "drop"] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** Adopting a plan, or adjusting it, makes a task of each of its entries that is none yet. Its unit does it, or the office. */
export const PLAN_WAY: Way<PlanState, PlanStep> = {
  save: { action: "work.plan", needs: "nothing", leads: { draft: "draft" } },
  adopt: { action: "work.plan", needs: "nothing", leads: { draft: "adopted" } },
  adjust: { action: "work.plan", needs: "words", leads: { adopted: "adopted" } },
  end: { action: "work.plan", needs: "words", leads: { adopted: "ended" } },
  drop: { action: "work.plan", needs: "words", leads: { draft: "dropped" } },
};

/** Most entries of a plan. */
export const MOST_ENTRIES = 200;

/** What is to be reached, by whom and by when: a task that there is already, or one that comes of the plan. */
export const zPlanEntry = z.strictObject({ ...partShape, task: zReportId.nullable() });
export type PlanEntry = z.infer<typeof zPlanEntry>;

export const zPlanContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  scope: z.enum(PLAN_SCOPES),
  /** Whose plan it is. */
  lead: zUnitId.nullable(),
  /** 文号 by which it was adopted. */
  documentNumber: z.string().max(80),
  entries: z.array(zPlanEntry).max(MOST_ENTRIES),
});
export type PlanContent = z.infer<typeof zPlanContent>;

/** What is wrong with a plan that is adopted or adjusted, each fault at its field. */
export function planIssues(
  { title, scope, lead, entries }: PlanContent,
  { known, made, own = null }: Pick<Asked<PlanState>, "known" | "made" | "own">,
): InputIssue[] {
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (title.trim() === "") say(["title"], "expected a title");
  if (lead === null) say(["lead"], "expected the unit whose plan it is");
  else if (!known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
  if (own !== null && scope !== "unit") say(["scope"], OWN_ALONE);
  if (entries.length === 0) say(["entries"], "expected what is to be reached");
  issues.push(...partIssues(entries, "entries", known, false));
  entries.forEach(({ id, task, lead: unit }, at) => {
    const isOthers = own !== null && unit !== null && unit !== own;
    if (isOthers && task === null && made.every(({ part }) => part !== id))
      say(["entries", at, "lead"], OWN_ALONE);
    // A task that there is already may have nobody whom the source names.
    if (task === null && unit === null) say(["entries", at, "lead"], "expected the unit that does it");
    if (task !== null && entries.findIndex((one) => one.task === task) !== at)
      say(["entries", at, "task"], "a task stands twice");
  });
  return issues;
}

/** 实施方案: what an area, a department or the region has set itself, in versions. */
export const PLAN = asNoun({
  prefix: "P",
  content: zPlanContent,
  states: PLAN_STATES,
  steps: PLAN_STEPS,
  way: PLAN_WAY,
  checked: ["adopt", "adjust"],
  facts: ({ title, lead, documentNumber, entries }: PlanContent) => ({
    title,
    words: [title, documentNumber, ...entries.map((one) => one.words)].join("\n"),
    lead,
    parts: partsBeside(lead, unitsOfParts(entries)),
    due: null,
    links: [...new Set(entries.map(({ task }) => task))].flatMap((target) =>
      target === null ? [] : [{ kind: "task" as const, target }],
    ),
  }),
  brief: z.strictObject({ scope: z.enum(PLAN_SCOPES), entries: z.int() }),
  tell: ({ scope, entries }) => ({ scope, entries: entries.length }),
  issues: planIssues,
  standing: zStanding,
  start: NO_STANDING,
  stand: (before) => before,
  slip: () => null,
  tasks: (step, id, { entries }) =>
    step === "adopt" || step === "adjust"
      ? entries
          .filter(({ task }) => task === null)
          .map((entry) => ({ part: entry.id, task: taskOfPart("plan", id, entry) }))
      : [],
});

/** Fields of an entry that two versions may say differently. */
export const ENTRY_FIELDS = ["words", "lead", "helpers", "due", "task"] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** An entry in two versions: what became of it, and which of its fields are others. */
export type EntryChange = {
  id: string;
  is: "added" | "removed" | "changed" | "same";
  before: PlanEntry | null;
  after: PlanEntry | null;
  fields: EntryField[];
};

/**
 * Two versions of a plan side by side, in the order of the second; what it has no longer stands where it stood in the
 * first. An entry is the same one by its id, wherever it stands.
 */
export function comparePlans(
  before: Pick<PlanContent, "entries">,
  after: Pick<PlanContent, "entries">,
): EntryChange[] {
  const old = new Map(before.entries.map((entry) => [entry.id, entry]));
  const kept = new Set(after.entries.map(({ id }) => id));
  const changes = after.entries.map((entry): EntryChange => {
    const was = old.get(entry.id) ?? null;
    const fields =
      was === null
        ? []
        : ENTRY_FIELDS.filter((field) => canonicalJson(was[field]) !== canonicalJson(entry[field]));
    const is = was === null ? "added" : fields.length > 0 ? "changed" : "same";
    return { id: entry.id, is, before: was, after: entry, fields };
  });
  before.entries.forEach((entry, at) => {
    if (kept.has(entry.id)) return;
    const above = before.entries.slice(0, at).findLast(({ id }) => changes.some((one) => one.id === id));
    const place = above === undefined ? 0 : changes.findIndex((one) => one.id === above.id) + 1;
    changes.splice(place, 0, { id: entry.id, is: "removed", before: entry, after: null, fields: [] });
  });
  return changes;
}
