import { ConflictError, ForbiddenError, InvalidInputError, UnauthorizedError } from "#domain/error.ts";
import { type Action, scopesOf, type Who } from "#domain/permission.ts";
import { differences } from "#domain/report/differences.ts";
import type { WorkStep } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { NO_STANDING, requireSaid, type Said } from "#domain/work/standing.ts";
import type { TaskContent } from "#domain/work/task.ts";
import {
  type ContentOf,
  factsOf,
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
import { listUnits } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import { forgetFiles } from "../db/work/files.ts";
import { referable, relatedWork } from "../db/work/history.ts";
import {
  addReceipt,
  addWorkStep,
  type Hand,
  insertVersion,
  insertWork,
  isOfThisMonth,
  nextNumber,
  putParts,
  type WorkRow,
  workRow,
} from "../db/work/rows.ts";
import { changedFields } from "../filing/changed-fields.ts";
import { requireEdition } from "../filing/edition.ts";
import { requireOwnFiles } from "./files.ts";
import { liesIn } from "./lies-in.ts";
import { allowedWork, allowLead } from "./reach.ts";
import { toldFor, workFor } from "./read.ts";
import { requireReferences } from "./references.ts";
import { requireUnique } from "./unique.ts";

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
  const { action: right, needs } = wayOf(noun)[step] ?? {};
  if (needs === undefined || right !== action) throw new ForbiddenError();
  if (step === "save")
    throw new InvalidInputError([{ path: ["step"], message: "a content is saved by save" }]);
  requireEdition(row, edition);
  const state = workStateAfter(noun, row.state, step) as StateOf<N>;
  const today = dayOf(now);
  requireSaid(needs, said, today);
  const before = JSON.parse(row.standing) as StandingOf<N>;
  const wrong = specOf(noun).saidIssues?.(before, step, said) ?? [];
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const hand: Hand = { id: who.id, name: who.name, at: now.toISOString() };
  const content = await contentAfter(deed, noun, row, { step, state, next, today, who });
  if (next !== undefined) await allowLead(tx, action, who, factsOf(noun, next).lead);
  if (next !== undefined) await requireOwnFiles(tx, who, noun, { id, content: next });
  const spec = specOf(noun);
  const files = spec.goesTo === undefined ? [] : await filingUnits(tx);
  const { slip } = toldFor(noun, row, today, who);
  const on = { today, at: hand.at, slip, content, unit: who.unit, files };
  const standing = spec.stand(before, step, said, on);
  const noted = { action: `${noun}.${step}`, noun, target: id };
  if (action === "work.receive") {
    const is = spec.receiving?.(content, before, step, who.unit) ?? "foreign";
    if (is === "foreign") throw new ForbiddenError();
    if (is === "unasked") throw new ConflictError(`${id} asks for no answer`);
    if (is === "open") await addReceipt(tx, row, { step, standing, said: spoken(said) }, hand);
    await deed.note({ ...noted, unit: who.unit, after: { said: spoken(said) } });
    return workFor(noun, await workRow(tx, noun, id), who);
  }
  if (spec.checked.includes(step)) await requireUnique(tx, noun, { id, content, standing, state });
  const sent = spec.checked.includes(step) ? spec.goesTo?.(content, standing) : undefined;
  // To whom it went at the end of a month stays, as what it said then does.
  const isKept = next === undefined && (sent === undefined || isOfThisMonth(row, hand.at));
  const version = isKept ? row.version : row.version + 1;
  if (!isKept)
    await insertVersion(tx, {
      ...{ id, noun, version, content, at: hand.at },
      reason: next === undefined ? null : said.words,
    });
  if (sent !== undefined) await putParts(tx, { id, version }, sent);
  await addWorkStep(tx, row, { step, state, version, standing, said: spoken(said) }, hand);
  if (spec.forgets?.includes(step)) await forgetFiles(tx, id);
  await deed.note({
    ...noted,
    unit: row.lead_unit,
    ...notedChange(row, { state, said: spoken(said), ...(next === undefined ? {} : { content: next }) }),
  });
  const made = await assignParts(deed, id, spec.tasks(step, id, content), hand, today);
  if (made === 0 && spec.makesTasks?.includes(step))
    throw new InvalidInputError([{ path: ["step"], message: "nothing is left to be made a task" }]);
  return workFor(noun, await workRow(tx, noun, id), who);
}

const filingUnits = async (db: Db): Promise<string[]> =>
  (await listUnits(db)).filter(({ files }) => files).map(({ id }) => id);

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
    who,
  }: { step: StepOf<N>; state: StateOf<N>; next: ContentOf<N> | undefined; today: string; who: Who },
): Promise<ContentOf<N>> {
  const content = JSON.parse(row.content) as ContentOf<N>;
  if ((step === "adjust") !== (next !== undefined)) {
    const message = step === "adjust" ? "expected what is asked for from now on" : "goes with adjust alone";
    throw new InvalidInputError([{ path: ["content"], message }]);
  }
  if (next !== undefined && differences(content, next).length === 0)
    throw new InvalidInputError([{ path: ["content"], message: "nothing is changed" }]);
  if (next !== undefined) await requireReferences(tx, who, noun, next);
  const after = next ?? content;
  const { checked, issues: issuesOf } = specOf(noun);
  if (!checked.includes(step)) return after;
  const known = { ...(await referable(tx)), lies: liesIn };
  const made = await relatedWork(tx, row.id);
  const right = wayOf(noun)[step]?.action ?? "work.manage";
  const own = scopesOf(right, who).includes("all") ? null : who.unit;
  const issues = issuesOf(after, { to: state, known, today, made, own });
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
