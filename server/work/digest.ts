import { type Action, scopesOf, type Who } from "#domain/permission.ts";
import { type Digest, MOST_DIGEST, NEW_DAYS } from "#domain/work/digest.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import { daysBetween, SLIPS } from "#domain/work/slip.ts";
import { dayOf } from "#domain/zone.ts";
import { unitMonths } from "../db/filing/status.ts";
import { unitOf } from "../db/filing/units.ts";
import type { Db } from "../db/schema.ts";
import { monthToPublish, owedMonth } from "../filing/owed-month.ts";
import { inbox, periodStatus } from "../filing/read.ts";
import { listWork } from "./read.ts";

/** What waits for who asks, by the same reads as the pages that show it whole. */
export async function digestFor(db: Db, who: Who | null, now: Date): Promise<Digest> {
  const may = (action: Action) => scopesOf(action, who).length > 0;
  return {
    filing: may("report.write") ? await filingOf(db, who, dayOf(now)) : null,
    review: may("report.review") ? { waiting: (await inbox(db, who, {})).length } : null,
    month: may("period.manage") ? await monthOf(db, who, now) : null,
    work: may("work.read") ? await workOf(db, who, now) : null,
  };
}

async function filingOf(db: Db, who: Who | null, today: string): Promise<Digest["filing"]> {
  const unit = who?.unit == null ? null : await unitOf(db, who.unit);
  const period = unit?.files ? await owedMonth(db, unit, today) : null;
  if (unit === null || period === null) return null;
  const [own] = await unitMonths(db, [unit], period, today);
  return own === undefined ? null : { period, unit: own };
}

async function monthOf(db: Db, who: Who | null, now: Date): Promise<Digest["month"]> {
  const period = await monthToPublish(db);
  if (period === null) return null;
  const { units } = await periodStatus(db, who, period.month, now);
  return {
    period,
    units: units.length,
    done: units.filter(({ state }) => state === "filed" || state === "nil").length,
    late: units.filter(({ state }) => state === "late").length,
    accepted: units.reduce((sum, { accepted }) => sum + accepted, 0),
  };
}

/** Worst first. */
const ORDER = ["red", "yellow", "blue"] as const;

async function workOf(db: Db, who: Who | null, now: Date): Promise<NonNullable<Digest["work"]>> {
  const manages = scopesOf("work.manage", who).length > 0;
  // Who manages the work looks at all of it, anybody else at what his own unit has a part in.
  const units = manages || who?.unit == null ? {} : { units: [who.unit] };
  const lit = (await Promise.all(WORK_NOUNS.map((noun) => litOf(db, who, noun, units, now))))
    .flat()
    .sort(
      (a, b) => ORDER.indexOf(a.slip) - ORDER.indexOf(b.slip) || (a.due ?? "").localeCompare(b.due ?? ""),
    );
  const tasks = (await listWork(db, who, "task", { ...units, states: ["assigned", "reported"] }, now)).rows;
  const sent = manages
    ? []
    : (await listWork(db, who, "publication", { ...units, states: ["published"] }, now)).rows;
  const today = dayOf(now);
  const of = (slip: (typeof ORDER)[number]) => lit.filter((one) => one.slip === slip).length;
  const isNew = ({ standing }: (typeof tasks)[number]) =>
    standing.assignedOn !== null && daysBetween(standing.assignedOn, today) < NEW_DAYS;
  return {
    overdue: of("red"),
    behind: of("yellow"),
    soon: of("blue"),
    unanswered: tasks.filter(({ standing }) => standing.chased !== null).length,
    reported: tasks.filter(({ state }) => state === "reported").length,
    fresh: tasks.filter((task) => task.state === "assigned" && isNew(task)).length,
    unread: sent.filter(({ brief }) => brief.read < brief.receivers).length,
    rows: lit.slice(0, MOST_DIGEST),
  };
}

async function litOf(
  db: Db,
  who: Who | null,
  noun: WorkNoun,
  units: { units?: string[] },
  now: Date,
): Promise<NonNullable<Digest["work"]>["rows"]> {
  const { rows } = await listWork(db, who, noun, { ...units, slips: [...SLIPS] }, now);
  return rows.flatMap(({ id, number, title, lead, due, slip }) =>
    slip === null ? [] : [{ noun, id, number, title, lead, due, slip }],
  );
}
