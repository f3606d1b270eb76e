import type { ReportContent } from "#domain/report/report.ts";
import type { Db } from "../schema.ts";

/** A published report in its latest version. */
export type Published = {
  id: string;
  item: string;
  unit: string;
  month: string;
  version: number;
  content: ReportContent;
};

type Row = Omit<Published, "content" | "item" | "unit"> & {
  item_id: string;
  unit_id: string;
  content: string;
};
const COLUMNS = ["id", "item_id", "unit_id", "month", "version", "content"] as const;
const publishedOf = ({ item_id, unit_id, content, ...row }: Row): Published => ({
  ...row,
  item: item_id,
  unit: unit_id,
  content: JSON.parse(content) as ReportContent,
});

/** Of each item and unit the latest version that is published, in the order of item and unit. */
export async function latestReports(db: Db, month: string): Promise<Published[]> {
  const rows = await db
    .selectFrom("report")
    .select(COLUMNS)
    .where("month", "=", month)
    .where("state", "=", "published")
    .orderBy("item_id")
    .orderBy("unit_id")
    .orderBy("version")
    .execute();
  return [...new Map(rows.map((row) => [`${row.item_id} ${row.unit_id}`, publishedOf(row)])).values()];
}

/** Ids of the latest published reports of an item and of those that count by it. */
export async function reportsOf(db: Db, month: string, item: string): Promise<string[]> {
  const members = await db
    .selectFrom("item_version")
    .select("item_id")
    .where((eb) => eb.or([eb("root", "=", item), eb("item_id", "=", item)]))
    .where("as_of", "<=", month)
    .where("until", ">", month)
    .execute();
  const ids = new Set(members.map(({ item_id }) => item_id));
  return (await latestReports(db, month)).flatMap((report) => (ids.has(report.item) ? [report.id] : []));
}

/** Units that had nothing to report. */
export async function nilUnits(db: Db, month: string): Promise<string[]> {
  const rows = await db.selectFrom("nil_report").select("unit_id").where("month", "=", month).execute();
  return rows.map((row) => row.unit_id);
}

/** By "item unit", the last report that each of some units has published before a month. */
export async function reportsBefore(
  db: Db,
  month: string,
  units: readonly string[],
): Promise<Map<string, Published>> {
  if (units.length === 0) return new Map();
  const rows = await db
    .selectFrom("report")
    .select(COLUMNS)
    .where("month", "<", month)
    .where("unit_id", "in", units)
    .where("state", "=", "published")
    .orderBy("month")
    .orderBy("version")
    .execute();
  return new Map(rows.map((row) => [`${row.item_id} ${row.unit_id}`, publishedOf(row)]));
}
