import type { Selectable } from "kysely";
import { NotFoundError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { Report, ReportDraft } from "#domain/report/report.ts";
import type { Db, Schema } from "../schema.ts";
import { editedBy, HANDED_IN, type StepTaken, stepColumns } from "./filed.ts";

export type ReportRow = Selectable<Schema["report"]>;

export const reportOf = (row: ReportRow): Report => ({
  id: row.id,
  item: row.item_id,
  unit: row.unit_id,
  month: row.month,
  version: row.version,
  state: row.state,
  content: JSON.parse(row.content) as ReportDraft,
  edition: row.edition,
  reason: row.reason,
  editedBy: row.edited_by_name,
  editedAt: row.edited_at,
});

/** @throws NotFoundError */
export async function reportRow(db: Db, id: string): Promise<ReportRow> {
  const row = await db.selectFrom("report").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFoundError("report", id);
  return row;
}

/** Of each item, or of some, the latest version of a unit's report for a month. */
export async function currentReports(
  db: Db,
  unit: string,
  month: string,
  items?: readonly string[],
): Promise<Map<string, ReportRow>> {
  if (items?.length === 0) return new Map();
  let query = db
    .selectFrom("report")
    .selectAll()
    .where("unit_id", "=", unit)
    .where("month", "=", month)
    .orderBy("version");
  if (items !== undefined) query = query.where("item_id", "in", items);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.item_id, row]));
}

/** Of each of some items the last that a unit handed in before a month; `content` is JSON of a `ReportContent`. */
export async function previousReports(
  db: Db,
  unit: string,
  month: string,
  items: readonly string[],
): Promise<Map<string, { month: string; content: string }>> {
  if (items.length === 0) return new Map();
  const last = db
    .selectFrom("report")
    .select((eb) => ["item_id", eb.fn.max("month").as("month")])
    .where("unit_id", "=", unit)
    .where("month", "<", month)
    .where("state", "in", HANDED_IN)
    .where("item_id", "in", items)
    .groupBy("item_id");
  const rows = await db
    .selectFrom("report as r")
    .innerJoin(last.as("l"), (join) =>
      join.onRef("l.item_id", "=", "r.item_id").onRef("l.month", "=", "r.month"),
    )
    .select(["r.item_id", "r.month", "r.content"])
    .where("r.unit_id", "=", unit)
    .where("r.state", "in", HANDED_IN)
    .orderBy("r.version")
    .execute();
  return new Map(rows.map(({ item_id, ...report }) => [item_id, report]));
}

export async function insertReport(
  tx: Db,
  row: Omit<ReportRow, "edition" | "led" | "edited_by" | "edited_by_name" | "edited_at">,
  who: Who,
  at: string,
): Promise<ReportRow> {
  const whole = { ...row, led: 0, ...editedBy(who, at) };
  await tx.insertInto("report").values(whole).execute();
  return whole;
}

/** Counts the edition up. */
export async function updateReport(
  tx: Db,
  row: ReportRow,
  change: Partial<Pick<ReportRow, "state" | "content" | "led">>,
  who: Who,
  at: string,
): Promise<ReportRow> {
  const changed = { ...change, ...editedBy(who, at, row.edition) };
  await tx.updateTable("report").set(changed).where("id", "=", row.id).execute();
  return { ...row, ...changed };
}

/** Marks a step on a report's way. */
export async function addStep(tx: Db, report: string, step: StepTaken): Promise<void> {
  const last = await tx
    .selectFrom("report_step")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .where("report_id", "=", report)
    .executeTakeFirst();
  await tx
    .insertInto("report_step")
    .values({ report_id: report, ...stepColumns(last?.seq, step) })
    .execute();
}

/** Makes the files that a report holds those of its content. */
export async function writeAttachments(tx: Db, report: string, content: Pick<ReportDraft, "attachments">) {
  await tx.deleteFrom("attachment").where("report_id", "=", report).execute();
  const rows = content.attachments.map(({ hash, name }) => ({ report_id: report, hash, name }));
  if (rows.length > 0) await tx.insertInto("attachment").values(rows).execute();
}
