import type { ItemReport } from "#domain/query.ts";
import type { ReportContent } from "#domain/report/report.ts";
import type { Unit } from "#domain/unit.ts";
import type { Db } from "../schema.ts";

/** Two years of two units. */
const MOST_REPORTS = 48;

/**
 * Published reports of an item up to a month, latest first, each unit's latest version alone.
 * @param isWhole with problems and files, which are not for guests
 */
export async function itemReports(
  db: Db,
  item: string,
  month: string,
  isWhole: boolean,
): Promise<ItemReport[]> {
  const rows = await db
    .selectFrom("report as r")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .select(["r.id", "r.month", "r.unit_id", "r.version", "r.content", "u.record"])
    .where("r.item_id", "=", item)
    .where("r.state", "=", "published")
    .where("r.month", "<=", month)
    .orderBy("r.month", "desc")
    .orderBy("u.ordinal")
    .orderBy("r.version", "desc")
    .limit(MOST_REPORTS)
    .execute();
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = `${row.month} ${row.unit_id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const { stage, plannedPercent, actualPercent, done, problem, attachments } = JSON.parse(
      row.content,
    ) as ReportContent;
    const unit = JSON.parse(row.record) as Unit;
    return {
      id: row.id,
      month: row.month,
      unit: row.unit_id,
      unitName: unit.name,
      unitNameEn: unit.nameEn,
      version: row.version,
      stage,
      plannedPercent,
      actualPercent,
      done,
      ...(isWhole ? { problem, attachments } : {}),
    };
  });
}
