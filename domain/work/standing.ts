import { z } from "zod";
import { type InputIssue, InvalidInputError } from "../error.ts";
import { zDay } from "../report/report.ts";
import { type Slip, zSlip } from "./slip.ts";
import type { Need } from "./way.ts";

/** What is said with a step; null is "not said". */
export const zSaid = z.strictObject({
  words: z.string().trim().max(2000).nullable(),
  /** 0 to 100, whole. */
  percent: z.int().min(0).max(100).nullable(),
  doneOn: zDay.nullable(),
});
export type Said = z.infer<typeof zSaid>;
export const NOTHING_SAID: Said = { words: null, percent: null, doneOn: null };

/** What the steps of a record add up to, beside its state. */
export const zStanding = z.strictObject({
  percent: z.int().min(0).max(100).nullable(),
  doneOn: zDay.nullable(),
  /** Day on which it was assigned last. */
  assignedOn: zDay.nullable(),
  /** Colour of the slip that has not been answered; null where there is none. */
  chased: zSlip.nullable(),
  /** Slips sent since it was assigned, escalated ones too. */
  slips: z.int().min(0),
});
export type Standing = z.infer<typeof zStanding>;
export const NO_STANDING: Standing = {
  percent: null,
  doneOn: null,
  assignedOn: null,
  chased: null,
  slips: 0,
};

/**
 * @param today YYYY-MM-DD; nothing is done later than it
 * @throws InvalidInputError for what a step needs and is not said, or is not what it asks for
 */
export function requireSaid(need: Need, said: Said, today: string): void {
  const issues: InputIssue[] = [];
  const say = (field: keyof Said, message: string) => issues.push({ path: ["said", field], message });
  if (need === "words" && !said.words) say("words", "expected a reason or an answer in words");
  if (need === "percent" && said.percent === null) say("percent", "expected how far it is, 0 to 100");
  if (need === "done") {
    if (!said.words) say("words", "expected what was done");
    if (said.doneOn === null) say("doneOn", "expected the day on which it was done");
  }
  if (need === "day" && said.doneOn === null) say("doneOn", "expected the day");
  if (said.doneOn !== null && said.doneOn > today) say("doneOn", `expected a day until ${today}`);
  if (need !== "percent" && said.percent !== null) say("percent", "this step says no percentage");
  if (need !== "done" && need !== "day" && said.doneOn !== null) say("doneOn", "this step says no day");
  if (issues.length > 0) throw new InvalidInputError(issues);
}

/** The standing after a step. @param slip colour that the rule gives at that moment */
export function standingAfter(
  before: Standing,
  step: string,
  said: Said,
  { today, slip }: { today: string; slip: Slip | null },
): Standing {
  switch (step) {
    case "assign":
    case "reopen":
      return { ...NO_STANDING, percent: step === "reopen" ? before.percent : null, assignedOn: today };
    case "chase":
    case "escalate":
      return { ...before, chased: slip ?? "blue", slips: before.slips + 1 };
    case "progress":
      return { ...before, percent: said.percent, chased: null };
    case "answer":
      return { ...before, chased: null };
    case "report":
    case "settle":
      return { ...before, percent: 100, doneOn: said.doneOn, chased: null };
    case "withdraw":
    case "return":
      return { ...before, doneOn: null };
    default:
      return before;
  }
}
