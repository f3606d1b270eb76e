import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zUnitId } from "../report/exchange.ts";
import { zDay, zReportId } from "../report/report.ts";
import type { Referable } from "./noun.ts";
import { MOST_GOAL, MOST_TITLE, type TaskContent, type TaskOrigin } from "./task.ts";

/** Most parts of one record. */
export const MOST_PARTS = 50;

/**
 * A part of a record that can become a task: what an opinion grants, what an inspection found, what a plan asks for.
 * It has an id of its own, by which its task knows it however the parts are put in order later.
 */
export const partShape = {
  id: zReportId,
  words: z.string().max(MOST_GOAL),
  lead: zUnitId.nullable(),
  helpers: z.array(zUnitId).max(61),
  due: zDay.nullable(),
};
export const zPart = z.strictObject(partShape);
export type Part = z.infer<typeof zPart>;

/** A part whose task can be made: it says what is to be done and by whom. */
export const isWhole = ({ words, lead }: Part): boolean => words.trim() !== "" && lead !== null;

/** The task that a part becomes. @param work id of the record that it is a part of */
export const taskOfPart = (
  kind: Extract<TaskOrigin, { part: string }>["kind"],
  work: string,
  { id, words, lead, helpers, due }: Part,
  items: readonly string[] = [],
): TaskContent => ({
  title: words.trim().slice(0, MOST_TITLE),
  goal: words.trim(),
  lead,
  leadWords: null,
  helpers: [...helpers],
  due,
  dueWords: null,
  origin: { kind, work, part: id },
  items: [...items],
});

/**
 * What is wrong with parts, each fault at its field.
 * @param field of the content that they stand in
 * @param needsLead each has to say who does it
 */
export function partIssues(
  parts: readonly Part[],
  field: string,
  known: Referable,
  needsLead: boolean,
): InputIssue[] {
  return parts.flatMap(({ id, words, lead, helpers }, at) => {
    const issues: InputIssue[] = [];
    const say = (path: InputIssue["path"], message: string) =>
      issues.push({ path: [field, at, ...path], message });
    if (parts.findIndex((one) => one.id === id) !== at) say(["id"], "a part stands twice");
    if (words.trim() === "") say(["words"], "expected what it is");
    if (lead === null && needsLead) say(["lead"], "expected the unit that does it");
    if (lead !== null && !known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
    helpers.forEach((unit, n) => {
      if (!known.units.has(unit)) say(["helpers", n], `${unit} is no unit that can be named`);
      if (unit === lead) say(["helpers", n], "the lead does not co-operate with itself");
    });
    return issues;
  });
}

/** Units that have a part in parts. */
export const unitsOfParts = (parts: readonly Part[]): (string | null)[] =>
  parts.flatMap(({ lead, helpers }) => [lead, ...helpers]);
