import { ConflictError, UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { Report, ReportContent } from "#domain/report/report.ts";
import type { Deed } from "../act.ts";
import { newId } from "../db/filing/filed.ts";
import { addStep, currentReports, insertReport, reportOf, writeAttachments } from "../db/filing/reports.ts";
import { allowedReport } from "./take-step.ts";

/**
 * Begins a new version of a published report, which goes the whole way again; until it is published the old one
 * stands.
 * @throws ConflictError where it is not published, or where a later version is under way; ForbiddenError
 */
export async function correctReport(
  { tx, note }: Deed,
  who: Who | null,
  { id, reason }: { id: string; reason: string },
): Promise<Report> {
  const row = await allowedReport(tx, "report.write", who, id);
  if (who === null) throw new UnauthorizedError();
  if (row.state !== "published") throw new ConflictError(`cannot correct what is ${row.state}`);
  const latest = (await currentReports(tx, row.unit_id, row.month, [row.item_id])).get(row.item_id);
  if (latest !== undefined && latest.id !== id) {
    const { edited_by_name: by, edited_at: at, edition } = latest;
    throw new ConflictError(`${by} began version ${latest.version} at ${at}`, { by, at, edition });
  }
  const at = new Date().toISOString();
  const { item_id, unit_id, month, content } = row;
  const next = await insertReport(
    tx,
    { id: newId(), item_id, unit_id, month, version: row.version + 1, state: "draft", content, reason },
    who,
    at,
  );
  await addStep(tx, next.id, { step: "correct", state: next.state, at, who });
  await writeAttachments(tx, next.id, JSON.parse(content) as ReportContent);
  await note({
    action: "report.correct",
    noun: "report",
    target: next.id,
    unit: unit_id,
    before: { version: row.version },
    after: { version: next.version, reason },
  });
  return reportOf(next);
}
