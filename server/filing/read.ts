import { InvalidInputError, NotFoundError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import { differences } from "#domain/report/differences.ts";
import { EMPTY_DRAFT, prefill } from "#domain/report/draft.ts";
import type {
  Inbox,
  InboxQuery,
  Mine,
  MineQuery,
  ReportHistory,
  ReportRead,
} from "#domain/report/exchange.ts";
import type { PeriodStatus } from "#domain/report/period.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { filesTo } from "#domain/unit.ts";
import { dayOf } from "#domain/zone.ts";
import { assignmentsOfItem } from "../db/filing/assignments.ts";
import { nilReports } from "../db/filing/nil.ts";
import { getPeriod } from "../db/filing/periods.ts";
import { historyOf, inboxOf, itemsOfUnit, lastComments, stagesBefore } from "../db/filing/read-reports.ts";
import { currentReports, previousReports, reportOf } from "../db/filing/reports.ts";
import { isPublished, unitMonths } from "../db/filing/status.ts";
import { allowedUnit, unitsWithin } from "../db/filing/units.ts";
import type { Db } from "../db/schema.ts";
import { owedMonth } from "./owed-month.ts";
import { allowedReport } from "./take-step.ts";

/** Who has filed for a month and who has not, of the units that `who` may see. @throws NotFoundError */
export async function periodStatus(db: Db, who: Who | null, month: string, now: Date): Promise<PeriodStatus> {
  const [period, units] = [await getPeriod(db, month), await unitsWithin(db, "period.read", who)];
  const [published, states] = await Promise.all([
    isPublished(db, month),
    unitMonths(db, units, period, dayOf(now)),
  ]);
  return { period, published, units: states };
}

/**
 * One unit's month, a page of its items or one of them: the asker's own unit and the month that it owes unless told.
 * @throws ForbiddenError, NotFoundError, InvalidInputError for an account of no unit that names none
 */
export async function unitMonth(db: Db, who: Who | null, asked: MineQuery, now: Date): Promise<Mine> {
  const id = asked.unit ?? who?.unit;
  if (id == null)
    throw new InvalidInputError([{ path: ["unit"], message: "your account is of no unit: name one" }]);
  const unit = await allowedUnit(db, "report.read", who, id);
  const month = asked.month ?? (await owedMonth(db, unit, dayOf(now)))?.month;
  if (month === undefined) throw new NotFoundError("month that takes reports");
  const period = await getPeriod(db, month);
  const [{ items, nextCursor }, nil, [status]] = await Promise.all([
    itemsOfUnit(db, id, month, asked),
    nilReports(db, month),
    unitMonths(db, [unit], period, dayOf(now)),
  ]);
  const ids = items.map(({ row }) => row.id);
  const [current, previous] = await Promise.all([
    currentReports(db, id, month, ids),
    previousReports(db, id, month, ids),
  ]);
  const [before, comments] = await Promise.all([
    stagesBefore(db, month, ids),
    lastComments(
      db,
      [...current.values()].flatMap(({ id, state }) => (state === "returned" ? [id] : [])),
    ),
  ]);
  return {
    period,
    unit: { id, name: unit.name, nameEn: unit.nameEn, filesTo: filesTo(unit) },
    state: status?.state ?? "waiting",
    reminder: status?.reminder ?? null,
    nil: nil.get(id) ?? null,
    items: items.map(({ row, lead }) => {
      const stageBefore = before.get(row.id)?.stage ?? row.stage;
      const last = lastOf(previous, row.id);
      const report = current.get(row.id);
      const prefilled = last === null ? { ...EMPTY_DRAFT, stage: stageBefore } : prefill(last, month);
      const filed = report === undefined ? null : reportOf(report);
      return {
        item: row,
        lead,
        stageBefore,
        previous: last,
        prefilled,
        report: filed,
        comments: (report && comments.get(report.id)) ?? [],
        differences: last === null ? [] : differences(last.content, filed?.content ?? prefilled),
      };
    }),
    nextCursor,
  };
}

function lastOf(previous: Awaited<ReturnType<typeof previousReports>>, item: string) {
  const last = previous.get(item);
  return last === undefined
    ? null
    : { month: last.month, content: JSON.parse(last.content) as ReportContent };
}

/** @throws ForbiddenError, NotFoundError */
export async function readReport(db: Db, who: Who | null, id: string): Promise<ReportRead> {
  const row = await allowedReport(db, "report.read", who, id);
  const [unit, before, previous, comments, assigned] = await Promise.all([
    allowedUnit(db, "report.read", who, row.unit_id),
    stagesBefore(db, row.month, [row.item_id]),
    previousReports(db, row.unit_id, row.month, [row.item_id]),
    row.state === "returned" ? lastComments(db, [id]) : new Map(),
    assignmentsOfItem(db, row.item_id),
  ]);
  const item = before.get(row.item_id);
  if (item === undefined) throw new NotFoundError("item of that month", row.item_id);
  const report = reportOf(row);
  const last = lastOf(previous, row.item_id);
  return {
    report,
    title: item.title,
    unitName: unit.name,
    type: item.type,
    stageBefore: item.stage,
    lead: assigned.some(({ unit: one, lead }) => lead && one === row.unit_id),
    previous: last,
    differences: last === null ? [] : differences(last.content, report.content),
    comments: comments.get(id) ?? [],
  };
}

/** @throws ForbiddenError, NotFoundError */
export async function reportHistory(db: Db, who: Who | null, id: string): Promise<ReportHistory> {
  const row = await allowedReport(db, "report.read", who, id);
  return historyOf(db, { item: row.item_id, unit: row.unit_id, month: row.month });
}

/** Reports that wait for `who` to check them: submitted ones, unless other states are asked for. */
export async function inbox(
  db: Db,
  who: Who | null,
  { month, unit, states = ["submitted"] }: InboxQuery,
): Promise<Inbox> {
  const units = (await unitsWithin(db, "report.review", who)).map(({ id }) => id);
  const asked = unit === undefined ? units : units.filter((id) => id === unit);
  return inboxOf(db, { units: asked, states, month });
}
