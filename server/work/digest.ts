import { type Action, scopesOf, type Who } from "#domain/permission.ts";
import { type Digest, MOST_DIGEST, NEW_DAYS } from "#domain/work/digest.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import { daysBetween, SLIPS } from "#domain/work/slip.ts";
import { dayOf } from "#domain/zone.ts";
import { latestPeriod } from "../db/filing/periods.ts";
import type { Db } from "../db/schema.ts";
import { inbox, periodStatus } from "../filing/read.ts";
import { listWork } from "./read.ts";

/** What waits for who asks, by the same reads as the pages that show it whole. */
export async function digestFor(db: Db, who: Who | null, now: Date): Promise<Digest> {
  const may = (action: Action) => scopesOf(action, who).length > 0;
  const period = await latestPeriod(db);
  const status =
    period !== null && may("period.read") ? await periodStatus(db, who, period.month, now) : null;
  const own = may("report.write") ? status?.units.find(({ unit }) => unit === who?.unit) : undefined;
  return {
    filing: status === null || own === undefined ? null : { period: status.period, unit: own },
    review: may("report.review") ? { waiting: (await inbox(db, who, {})).length } : null,
    month: status === null || !may("period.manage") ? null : monthOf(status),
    work: may("work.read") ? await workOf(db, who, now) : null,
  };
}

const monthOf = ({ period, units }: Awaited<ReturnType<typeof periodStatus>>): Digest["month"] => ({
  period,
  units: units.length,
  done: units.filter(({ state }) => state === "filed" || state === "nil").length,
  late: units.filter(({ state }) => state === "late").length,
  accepted: units.reduce((sum, { accepted }) => sum + accepted, 0),
});

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
