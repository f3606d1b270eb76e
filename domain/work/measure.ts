import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zItemId } from "../item.ts";
import { zUnitId } from "../report/exchange.ts";
import { zDay } from "../report/report.ts";
import { type Asked, asNoun, linksTo, partsBeside } from "./noun.ts";
import { isWhole, MOST_PARTS, type Part, partIssues, taskOfPart, unitsOfParts, zPart } from "./part.ts";
import { dueSlipOf } from "./slip.ts";
import { NO_STANDING, standingAfter, zStanding } from "./standing.ts";
import { MOST_GOAL, MOST_TITLE } from "./task.ts";
import type { Way } from "./way.ts";

/** 明确, 笼统, 占位: as the office reads a policy. The source names the three and says of no policy which it is. */
export const READINGS = ["clear", "general", "placeholder"] as const;
export const zReading = z.enum(READINGS);
export type Reading = z.infer<typeof zReading>;

/** 起草, 未细化, 已有措施, 已落实, 已撤销. */
export const MEASURE_STATES = ["draft", "open", "detailed", "effective", "dropped"] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

export const MEASURE_STEPS = [
  "save",
  "list",
  "adjust",
  "detail",
  "revert",
  "divide",
  "progress",
  "effect",
  "reopen",
  "drop",
] as const;
export type MeasureStep = (typeof MEASURE_STEPS)[number];

/**
 * The office classes a policy, writes down its measures, makes tasks of them and says when it is in effect; the unit
 * that leads it says how far it is.
 */
export const MEASURE_WAY: Way<MeasureState, MeasureStep> = {
  save: { action: "work.manage", needs: "nothing", leads: { draft: "draft" } },
  list: { action: "work.manage", needs: "nothing", leads: { draft: "open" } },
  adjust: { action: "work.manage", needs: "words", leads: { open: "open", detailed: "detailed" } },
  detail: { action: "work.manage", needs: "nothing", leads: { open: "detailed" } },
  revert: { action: "work.manage", needs: "words", leads: { detailed: "open" } },
  divide: { action: "work.manage", needs: "nothing", leads: { detailed: "detailed" } },
  progress: { action: "work.report", needs: "percent", leads: { open: "open", detailed: "detailed" } },
  effect: { action: "work.manage", needs: "done", leads: { detailed: "effective" } },
  reopen: { action: "work.manage", needs: "words", leads: { effective: "detailed" } },
  drop: {
    action: "work.manage",
    needs: "words",
    leads: { draft: "dropped", open: "dropped", detailed: "dropped" },
  },
};

export const zMeasureContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  /** The policy of the ledger. */
  item: zItemId.nullable(),
  reading: zReading.nullable(),
  /** Why it is read so. */
  why: z.string().max(MOST_GOAL),
  /** 牵头单位, which says how far it is; null where none is found yet. */
  lead: zUnitId.nullable(),
  helpers: z.array(zUnitId).max(61),
  /** Until when it is to be in effect. */
  due: zDay.nullable(),
  /** 具体落实措施; who is not named with one is the lead. */
  measures: z.array(zPart).max(MOST_PARTS),
});
export type MeasureContent = z.infer<typeof zMeasureContent>;

/** What is wrong with one that is listed, adjusted or has its measures, each fault at its field. */
export function measureIssues(
  content: MeasureContent,
  { to, known }: Pick<Asked<MeasureState>, "to" | "known">,
): InputIssue[] {
  const { title, item, reading, why, lead, helpers, measures } = content;
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (title.trim() === "") say(["title"], "expected a title");
  if (item === null) say(["item"], "expected the policy");
  else if (!known.policies.has(item)) say(["item"], `no policy has the id ${item}`);
  if (reading === null) say(["reading"], "expected how the policy is read");
  if (why.trim() === "") say(["why"], "expected why it is read so");
  if (lead === null && to === "detailed") say(["lead"], "expected the unit that leads it");
  if (lead !== null && !known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
  helpers.forEach((unit, at) => {
    if (!known.units.has(unit)) say(["helpers", at], `${unit} is no unit that can be named`);
    if (unit === lead) say(["helpers", at], "the lead does not co-operate with itself");
  });
  if (measures.length === 0 && to === "detailed") say(["measures"], "expected its measures");
  return [...issues, ...partIssues(measures, "measures", known, false)];
}

/** A measure with who does it: the lead where it names nobody. */
const doneBy = (measure: Part, lead: string | null): Part => {
  const who = measure.lead ?? lead;
  return { ...measure, lead: who, helpers: measure.helpers.filter((unit) => unit !== who) };
};

/** Measures that a list tells, and characters of each. */
const MOST_TOLD = 3;
const MOST_WORDS_TOLD = 80;

/** 政策逐条落实: how the office reads a policy, what is done of it, by whom, and how far it is. */
export const MEASURE = asNoun({
  prefix: "L",
  content: zMeasureContent,
  states: MEASURE_STATES,
  steps: MEASURE_STEPS,
  way: MEASURE_WAY,
  checked: ["list", "adjust", "detail", "divide"],
  brief: z.strictObject({
    item: zItemId.nullable(),
    reading: zReading.nullable(),
    /** The first of them. */
    told: z.array(z.strictObject({ id: z.string(), words: z.string(), due: zDay.nullable() })).max(MOST_TOLD),
    measures: z.int(),
    percent: z.int().nullable(),
  }),
  facts: ({ title, item, why, lead, helpers, due, measures }: MeasureContent) => ({
    title,
    words: [title, why, ...measures.map((one) => one.words)].join("\n"),
    lead,
    parts: partsBeside(lead, [...helpers, ...unitsOfParts(measures)]),
    due,
    links: item === null ? [] : linksTo([item]),
  }),
  tell: ({ item, reading, measures }, { percent }) => ({
    item,
    reading,
    told: measures
      .slice(0, MOST_TOLD)
      .map(({ id, words, due }) => ({ id, words: words.slice(0, MOST_WORDS_TOLD), due })),
    measures: measures.length,
    percent,
  }),
  issues: measureIssues,
  standing: zStanding,
  start: NO_STANDING,
  // In effect is done, as a task that is closed on evidence is.
  stand: (before, step, said, on) => standingAfter(before, step === "effect" ? "settle" : step, said, on),
  slip: ({ state, due }, today) => (state === "open" || state === "detailed" ? dueSlipOf(due, today) : null),
  tasks: (step, id, { item, lead, measures }) =>
    step === "divide"
      ? measures
          .map((one) => doneBy(one, lead))
          .filter(isWhole)
          .map((one) => ({ part: one.id, task: taskOfPart("measure", id, one, item === null ? [] : [item]) }))
      : [],
  makesTasks: ["divide"],
  // One policy, one record: two would class it twice.
  unique: ({ item }, _standing, state) =>
    item === null || state === "dropped" ? null : { key: item, field: "item" },
});
