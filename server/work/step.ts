import { ForbiddenError, InvalidInputError, UnauthorizedError } from "#domain/error.ts";
import type { Action, Who } from "#domain/permission.ts";
import { differences } from "#domain/report/differences.ts";
import type { WorkStep } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { NO_STANDING, requireSaid, type Said } from "#domain/work/standing.ts";
import type { TaskContent } from "#domain/work/task.ts";
import {
  type ContentOf,
  type StandingOf,
  type StateOf,
  type StepOf,
  specOf,
  type Work,
  wayOf,
  workStateAfter,
} from "#domain/work/work.ts";
import { dayOf } from "#domain/zone.ts";
import type { Deed } from "../act.ts";
import { newId } from "../db/filing/filed.ts";
import { referable, relatedWork } from "../db/work/history.ts";
import {
  addWorkStep,
  type Hand,
  insertVersion,
  insertWork,
  nextNumber,
  type WorkRow,
  workRow,
} from "../db/work/rows.ts";
import { changedFields } from "../filing/changed-fields.ts";
import { requireEdition } from "../filing/edition.ts";
import { liesIn } from "./lies-in.ts";
import { allowedWork } from "./reach.ts";
import { slipOfRow, workOf } from "./read.ts";
import { requireReferences } from "./references.ts";

/**
 * Takes a record a step on.
 * @param action the right that the procedure names: a step of another's right is refused
 * @throws ConflictError where the step cannot be taken from here, or another was there meanwhile;
 *   InvalidInputError, ForbiddenError, NotFoundError
 */
export async function stepWork<N extends WorkNoun>(
  deed: Deed,
  who: Who | null,
  noun: N,
  { id, edition, step, said, content: next }: WorkStep<N>,
  { action, now }: { action: Action; now: Date },
): Promise<Work<N>> {
  const { tx } = deed;
  if (who === null) throw new UnauthorizedError();
  const row = await allowedWork(tx, action, who, { noun, id });
  const on = wayOf(noun)[step];
  if (on === undefined || on.action !== action) throw new ForbiddenError();
  if (step === "save")
    throw new InvalidInputError([{ path: ["step"], message: "a content is saved by save" }]);
  requireEdition(row, edition);
  const state = workStateAfter(noun, row.state, step) as StateOf<N>;
  const today = dayOf(now);
  requireSaid(on.needs, said, today);
  const before = JSON.parse(row.standing) as StandingOf<N>;
  const wrong = specOf(noun).saidIssues?.(before, step, said) ?? [];
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const hand: Hand = { id: who.id, name: who.name, at: now.toISOString() };
  const content = await contentAfter(deed, noun, row, { step, state, next, today });
  const version = next === undefined ? row.version : row.version + 1;
  if (next !== undefined)
    await insertVersion(tx, { id, noun, version, content, reason: said.words, at: hand.at });
  const standing = specOf(noun).stand(before, step, said, { today, slip: slipOfRow(noun, row, today) });
  await addWorkStep(tx, row, { step, state, version, standing, said: spoken(said) }, hand);
  await deed.note({
    action: `${noun}.${step}`,
    noun,
    target: id,
    unit: row.lead_unit,
    ...notedChange(row, { state, said: spoken(said), ...(next === undefined ? {} : { content: next }) }),
  });
  const made = await assignParts(deed, id, specOf(noun).tasks(step, id, content), hand, today);
  if (made === 0 && specOf(noun).makesTasks?.includes(step))
    throw new InvalidInputError([{ path: ["step"], message: "nothing is left to be made a task" }]);
  return workOf(noun, await workRow(tx, noun, id));
}

const spoken = (said: Said): Partial<Said> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== ""));

function notedChange(
  row: WorkRow,
  { state, said, content }: { state: string; said: Partial<Said>; content?: unknown },
) {
  const changed =
    content === undefined ? { before: {}, after: {} } : changedFields(JSON.parse(row.content), content);
  return {
    before: { state: row.state, ...changed.before },
    after: { state, ...(Object.keys(said).length === 0 ? {} : { said }), ...changed.after },
  };
}

async function contentAfter<N extends WorkNoun>(
  { tx }: Deed,
  noun: N,
  row: WorkRow,
  {
    step,
    state,
    next,
    today,
  }: { step: StepOf<N>; state: StateOf<N>; next: ContentOf<N> | undefined; today: string },
): Promise<ContentOf<N>> {
  const content = JSON.parse(row.content) as ContentOf<N>;
  if ((step === "adjust") !== (next !== undefined)) {
    const message = step === "adjust" ? "expected what is asked for from now on" : "goes with adjust alone";
    throw new InvalidInputError([{ path: ["content"], message }]);
  }
  if (next !== undefined && differences(content, next).length === 0)
    throw new InvalidInputError([{ path: ["content"], message: "nothing is changed" }]);
  if (next !== undefined) await requireReferences(tx, noun, next);
  const after = next ?? content;
  const { checked, issues: issuesOf } = specOf(noun);
  if (!checked.includes(step)) return after;
  const known = { ...(await referable(tx)), lies: liesIn };
  const made = await relatedWork(tx, row.id);
  const issues = issuesOf(after, { to: state, known, today, made });
  if (issues.length > 0)
    throw new InvalidInputError(issues.map(({ path, message }) => ({ path: ["content", ...path], message })));
  return after;
}

/** Each part of a record that is to be done becomes a task, assigned with it; but those that are tasks already. */
async function assignParts(
  { tx, note }: Deed,
  record: string,
  parts: readonly { part: string; task: TaskContent }[],
  hand: Hand,
  today: string,
): Promise<number> {
  if (parts.length === 0) return 0;
  const made = new Set((await relatedWork(tx, record)).map(({ part }) => part));
  const left = parts.filter(({ part }) => !made.has(part));
  for (const { task: content } of left) {
    const id = newId();
    const number = await nextNumber(tx, "task");
    const standing = { ...NO_STANDING, assignedOn: today };
    await insertWork(
      tx,
      { id, noun: "task", number, content, step: "assign", state: "assigned", standing },
      hand,
    );
    await note({
      action: "task.assign",
      noun: "task",
      target: id,
      unit: content.lead,
      after: { state: "assigned", content },
    });
  }
  return left.length;
}
