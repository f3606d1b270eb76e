import { ForbiddenError, InvalidInputError, UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { Report, ReportDraft } from "#domain/report/report.ts";
import { stepFrom } from "#domain/report/step.ts";
import type { Deed } from "../act.ts";
import { listAssignments } from "../db/filing/assignments.ts";
import { newId } from "../db/filing/filed.ts";
import { takeBackNil } from "../db/filing/nil.ts";
import { getPeriod } from "../db/filing/periods.ts";
import {
  addStep,
  currentReports,
  insertReport,
  type ReportRow,
  reportOf,
  updateReport,
  writeAttachments,
} from "../db/filing/reports.ts";
import { foreignFiles } from "../db/filing/stored-files.ts";
import { allowedUnit } from "../db/filing/units.ts";
import { refuseFrozen } from "../db/months/snapshots.ts";
import { changedFields } from "./changed-fields.ts";
import { requireEdition } from "./edition.ts";

/** What a unit saves at once: of each item the edition that it saw, 0 where there was no report. */
export type Save = {
  unit: string;
  month: string;
  reports: readonly { item: string; edition: number; content: ReportDraft }[];
};

/** Reports looked up at once. */
const PAGE = 200;

/**
 * Saves drafts of one unit for one month, all or none: as one types, or a whole workbook in one transaction.
 * @throws ConflictError where another was there meanwhile, or where a report is out of the unit's hands;
 *   ForbiddenError, NotFoundError, InvalidInputError
 */
export async function saveReports({ tx, note }: Deed, who: Who | null, save: Save): Promise<Report[]> {
  const { unit, month } = save;
  await allowedUnit(tx, "report.write", who, unit);
  if (who === null) throw new UnauthorizedError();
  await getPeriod(tx, month);
  const files = new Set((await listAssignments(tx, unit)).map(({ item }) => item));
  const at = new Date().toISOString();
  const saved: Report[] = [];
  for (let from = 0; from < save.reports.length; from += PAGE) {
    const some = save.reports.slice(from, from + PAGE);
    const current = await currentReports(
      tx,
      unit,
      month,
      some.map(({ item }) => item),
    );
    for (const { item, edition, content } of some) {
      if (!files.has(item)) throw new ForbiddenError(`${unit} does not file for ${item}`);
      const before = current.get(item);
      if (before === undefined || before.version === 1) await refuseFrozen(tx, month);
      requireEdition(before, edition);
      if (before !== undefined) stepFrom(before.state, "save");
      const foreign = await foreignFiles(tx, unit, content.attachments, ["content", "attachments"]);
      if (foreign.length > 0) throw new InvalidInputError(foreign);
      const row = await write(tx, { who, at, unit, month, item, content, before });
      // Two rows of one workbook for one item: the second has not seen the first.
      current.set(item, row);
      const changed = changedFields(before === undefined ? null : JSON.parse(before.content), content);
      await note({ action: "report.save", noun: "report", target: row.id, unit, ...changed });
      saved.push(reportOf(row));
    }
  }
  if (saved.length > 0 && (await takeBackNil(tx, unit, month))) {
    await note({ action: "report.nil", noun: "unit month", target: `${unit} ${month}`, unit, after: null });
  }
  return saved;
}

/** One report, as one types. @throws as `saveReports` */
export async function saveReport(
  deed: Deed,
  who: Who | null,
  { unit, month, ...report }: Omit<Save, "reports"> & Save["reports"][number],
): Promise<Report> {
  const [saved] = await saveReports(deed, who, { unit, month, reports: [report] });
  if (saved === undefined) throw new Error("one report in, none saved");
  return saved;
}

type Draft = {
  item: string;
  unit: string;
  month: string;
  content: ReportDraft;
  before?: ReportRow | undefined;
};

async function write(tx: Deed["tx"], draft: Draft & { who: Who; at: string }): Promise<ReportRow> {
  const { who, at, unit, month, item, before } = draft;
  const content = JSON.stringify(draft.content);
  if (before !== undefined) {
    const row = await updateReport(tx, before, { content }, who, at);
    await writeAttachments(tx, row.id, draft.content);
    return row;
  }
  const row = await insertReport(
    tx,
    { id: newId(), item_id: item, unit_id: unit, month, version: 1, state: "draft", content, reason: null },
    who,
    at,
  );
  await addStep(tx, row.id, { step: "save", state: row.state, at, who });
  await writeAttachments(tx, row.id, draft.content);
  return row;
}
