import { InvalidInputError, NotFoundError } from "#domain/error.ts";
import type { Action, Who } from "#domain/permission.ts";
import { checkReport } from "#domain/report/check.ts";
import type { Comment, Submitted } from "#domain/report/exchange.ts";
import type { Report, ReportContent, ReportDraft } from "#domain/report/report.ts";
import { isOpen, type Step, stepFrom } from "#domain/report/step.ts";
import type { Deed } from "../act.ts";
import { getPeriod } from "../db/filing/periods.ts";
import { stagesBefore } from "../db/filing/read-reports.ts";
import {
  addStep,
  currentReports,
  type ReportRow,
  reportOf,
  reportRow,
  updateReport,
} from "../db/filing/reports.ts";
import { allowedUnit } from "../db/filing/units.ts";
import { refuseFrozen } from "../db/months/snapshots.ts";
import type { Db } from "../db/schema.ts";
import { requireEdition } from "./edition.ts";
import { type Filed, stepOn } from "./step-on.ts";

type AtEdition = { id: string; edition: number };

/** The report, where `who` may do this to its unit's. @throws ForbiddenError, NotFoundError */
export async function allowedReport(db: Db, action: Action, who: Who | null, id: string): Promise<ReportRow> {
  const row = await reportRow(db, id);
  await allowedUnit(db, action, who, row.unit_id);
  return row;
}

const REPORTS: Filed<ReportRow> = { noun: "report", update: updateReport, addStep };

async function take(
  deed: Deed,
  who: Who | null,
  step: Step,
  row: ReportRow,
  said: { content?: ReportContent; comments?: readonly Comment[] } = {},
): Promise<Report> {
  if (row.version === 1 && (step === "submit" || step === "accept")) await refuseFrozen(deed.tx, row.month);
  return reportOf(await stepOn(REPORTS, deed, who, step, row, said));
}

/**
 * Hands a report in, after the strict check.
 * @throws InvalidInputError with every fault at its field; ConflictError, ForbiddenError, NotFoundError
 */
export async function submitReport(deed: Deed, who: Who | null, { id, edition }: AtEdition): Promise<Report> {
  const row = await allowedReport(deed.tx, "report.write", who, id);
  requireEdition(row, edition);
  stepFrom(row.state, "submit");
  const { content, issues } = await checked(deed.tx, row);
  if (content === null) {
    throw new InvalidInputError(issues.map(({ path, message }) => ({ path: ["content", ...path], message })));
  }
  return take(deed, who, "submit", row, { content });
}

async function checked(db: Db, row: ReportRow) {
  const before = (await stagesBefore(db, row.month, [row.item_id])).get(row.item_id);
  if (before === undefined) throw new NotFoundError("item of that month", row.item_id);
  const against = { month: row.month, type: before.type, stageBefore: before.stage };
  return checkReport(JSON.parse(row.content) as ReportDraft, against);
}

/**
 * Hands in all of a unit's month that is without fault; the rest stays with the unit, each with its faults.
 * @throws InvalidInputError where nothing can be handed in
 */
export async function submitAll(
  deed: Deed,
  who: Who | null,
  { unit, month }: { unit: string; month: string },
): Promise<Submitted> {
  await allowedUnit(deed.tx, "report.write", who, unit);
  await getPeriod(deed.tx, month);
  const rows = [...(await currentReports(deed.tx, unit, month)).values()].filter(({ state }) =>
    isOpen(state),
  );
  const result: Submitted = { submitted: [], refused: [] };
  for (const row of rows) {
    const { content, issues } = await checked(deed.tx, row);
    if (content === null) result.refused.push({ id: row.id, item: row.item_id, issues });
    else result.submitted.push(await take(deed, who, "submit", row, { content }));
  }
  if (result.submitted.length > 0) return result;
  throw new InvalidInputError(
    rows.length === 0
      ? [{ path: ["month"], message: "there is nothing to hand in" }]
      : result.refused.flatMap(({ item, issues }) =>
          issues.map(({ path, message }) => ({ path: [item, ...path], message })),
        ),
  );
}

/** Takes back what was handed in, as long as nobody has accepted or returned it. @throws ConflictError */
export async function withdrawReport(
  deed: Deed,
  who: Who | null,
  { id, edition }: AtEdition,
): Promise<Report> {
  const row = await allowedReport(deed.tx, "report.write", who, id);
  requireEdition(row, edition);
  return take(deed, who, "withdraw", row);
}

/** Gives a report back with what is to be mended, at its fields. @throws ConflictError, ForbiddenError */
export async function returnReport(
  deed: Deed,
  who: Who | null,
  { id, edition, comments }: AtEdition & { comments: readonly Comment[] },
): Promise<Report> {
  const row = await allowedReport(deed.tx, "report.review", who, id);
  requireEdition(row, edition);
  return take(deed, who, "return", row, { comments });
}

/** Accepts reports, all or none. @throws ConflictError, ForbiddenError, NotFoundError */
export async function acceptReports(
  deed: Deed,
  who: Who | null,
  { reports }: { reports: readonly AtEdition[] },
): Promise<Report[]> {
  const accepted: Report[] = [];
  for (const { id, edition } of reports) {
    const row = await allowedReport(deed.tx, "report.review", who, id);
    requireEdition(row, edition);
    accepted.push(await take(deed, who, "accept", row));
  }
  return accepted;
}
