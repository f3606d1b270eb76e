import { monthAfter } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import { MOST_ROWS, type WorkEntry, type WorkList, type WorkRead } from "#domain/work/exchange.ts";
import { isOfLedger } from "#domain/work/noun.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { Slip } from "#domain/work/slip.ts";
import { stepsFrom } from "#domain/work/way.ts";
import {
  type BriefOf,
  type ContentOf,
  factsOf,
  type StandingOf,
  type StateOf,
  type StepOf,
  specOf,
  type Work,
  wayOf,
  workNumber,
} from "#domain/work/work.ts";
import { dayOf, startOfDay } from "#domain/zone.ts";
import type { Db } from "../db/schema.ts";
import { itemNames, relatedWork, workSteps, workVersions } from "../db/work/history.ts";
import { listWorkRows, partsOfAll } from "../db/work/list.ts";
import type { WorkRow } from "../db/work/rows.ts";
import { allowedWork, draftsOf, mayOf, reachOf, seesDraft, seesWhole } from "./reach.ts";

const standingFor = <N extends WorkNoun>(
  noun: N,
  row: WorkRow,
  who: Who | null,
  isListed = false,
): StandingOf<N> => {
  const standing = JSON.parse(row.standing) as StandingOf<N>;
  const eye = { unit: who?.unit ?? null, isWhole: seesWhole(who), isListed };
  return specOf(noun).shown?.(standing, eye) ?? standing;
};

/** The record that a row holds, as far as it is for who asks. */
export const workFor = <N extends WorkNoun>(noun: N, row: WorkRow, who: Who | null): Work<N> =>
  ({
    id: row.id,
    number: workNumber(noun, row.number),
    state: row.state as StateOf<N>,
    version: row.version,
    edition: row.edition,
    content: JSON.parse(row.content) as ContentOf<N>,
    standing: standingFor(noun, row, who),
    editedBy: row.edited_by_name,
    editedAt: row.edited_at,
  }) as Work<N>;

/** The colour that the rule gives a record on a day, and what is told of it beside its facts, for who asks. */
export function toldFor<N extends WorkNoun>(
  noun: N,
  row: WorkRow,
  today: string,
  who: Who | null,
  isListed = false,
): { brief: BriefOf<N>; standing: StandingOf<N>; slip: Slip | null } {
  const standing = standingFor(noun, row, who, isListed);
  const brief = specOf(noun).tell(JSON.parse(row.content) as ContentOf<N>, standing, today);
  const of = { state: row.state as StateOf<N>, due: row.due, standing, brief };
  return { brief, standing, slip: specOf(noun).slip(of, today) };
}

/** The first moment after a month, in ISO 8601. */
export const endOf = (month: string): string => startOfDay(`${monthAfter(month, 1)}-01`).toISOString();

/** Records that `who` may read and that match, in the order of their numbers, at most `MOST_ROWS`. */
export async function listWork<N extends WorkNoun>(
  db: Db,
  who: Who | null,
  noun: N,
  { asOf, slips, ...asked }: WorkList<N>,
  now: Date,
): Promise<{ rows: WorkEntry<N>[]; total: number }> {
  const before = asOf === undefined ? undefined : endOf(asOf);
  const found = await listWorkRows(db, noun, await reachOf(db, who, noun), { ...asked, before });
  const today = asOf === undefined ? dayOf(now) : dayOf(new Date(Date.parse(endOf(asOf)) - 1));
  const told = found.map((row) => ({ row, of: toldFor(noun, row, today, who, true) }));
  const matching =
    slips === undefined ? told : told.filter(({ of: { slip } }) => slip !== null && slips.includes(slip));
  const shown = matching.slice(0, MOST_ROWS);
  const parts = await partsOfAll(
    db,
    shown.map(({ row }) => row),
  );
  const rows = shown.map(({ row, of }) => ({
    id: row.id,
    number: workNumber(noun, row.number),
    title: row.title,
    state: row.state as StateOf<N>,
    lead: row.lead_unit,
    parts: parts.get(row.id) ?? [],
    due: row.due,
    ...of,
  }));
  return { rows: rows as WorkEntry<N>[], total: matching.length };
}

/** @throws ForbiddenError, NotFoundError */
export async function readWork<N extends WorkNoun>(
  db: Db,
  who: Who | null,
  noun: N,
  id: string,
  now: Date,
): Promise<WorkRead<N>> {
  const row = await allowedWork(db, "work.read", who, { noun, id });
  const way = wayOf(noun);
  const { links } = factsOf(noun, JSON.parse(row.content) as ContentOf<N>);
  const targets = links.flatMap(({ kind, target }) => (isOfLedger(kind) ? [target] : []));
  const [versions, steps, related, items, may] = await Promise.all([
    workVersions<N>(db, id),
    workSteps(db, id),
    relatedWork(db, id),
    itemNames(db, [...new Set(targets)]),
    mayOf(db, ["work.manage", "work.plan", "work.report", "work.receive"], who, row),
  ]);
  const { limits } = await reachOf(db, who, noun);
  const { makesTasks = [], tasks, receiving } = specOf(noun);
  const isReceived = (step: string) => way[step]?.action === "work.receive";
  const content = JSON.parse(row.content) as ContentOf<N>;
  // Steps that would make no task: all are made, or there is nothing to make one of.
  const idle = makesTasks.filter((step) =>
    tasks(step, id, content).every(({ part }) => related.some((one) => one.part === part)),
  );
  const { brief, slip } = toldFor(noun, row, dayOf(now), who);
  const standing = JSON.parse(row.standing) as StandingOf<N>;
  const isOpen = (step: string) =>
    !isReceived(step) || receiving?.(content, standing, step as StepOf<N>, who?.unit ?? null) === "open";
  return {
    work: workFor(noun, row, who),
    slip,
    brief,
    versions,
    // What units say of it is in the standing, as far as it is for who asks.
    steps: steps.filter(({ step }) => !isReceived(step)),
    related: await within(db, who, limits, related),
    items,
    may: stepsFrom(way, row.state).filter(
      (step) =>
        may.some((action) => action === way[step]?.action) &&
        !idle.includes(step as StepOf<N>) &&
        isOpen(step),
    ),
  } as WorkRead<N>;
}

type Related = Awaited<ReturnType<typeof relatedWork>>;

/** Of related records those that the asker may read: to be named by a record gives nobody a right. */
async function within(
  db: Db,
  who: Who | null,
  limits: Awaited<ReturnType<typeof reachOf>>["limits"],
  related: Related,
): Promise<Omit<Related[number], "lead" | "version">[]> {
  const parts = await partsOfAll(db, related);
  return related
    .filter(({ noun, id, lead, state }) => {
      if (state === "draft" && !seesDraft(draftsOf(noun, who), lead)) return false;
      if (limits === null) return true;
      const isLed = lead !== null && limits.leads.includes(lead);
      return isLed || (parts.get(id) ?? []).some((unit) => limits.parts.includes(unit));
    })
    .map(({ lead: _lead, version: _version, ...one }) => one);
}
