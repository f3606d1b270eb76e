import type { ReportedProblem } from "#domain/circular/ledger.ts";
import type { Period } from "#domain/circular/period.ts";
import type { LedgerRecord } from "#domain/export/record.ts";
import type { ReportContent } from "#domain/report/report.ts";
import type { Unit } from "#domain/unit.ts";
import type { Db } from "../db/schema.ts";

/**
 * What units report to be in the way of these items: of each unit and item the latest published report of the period
 * alone, for what it no longer names is no longer so.
 */
export async function reportedProblems(
  db: Db,
  { from, to }: Pick<Period, "from" | "to">,
  records: readonly { item: Pick<LedgerRecord["item"], "id" | "title"> }[],
): Promise<ReportedProblem[]> {
  const rows = await db
    .selectFrom("report as r")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .select(["r.item_id", "r.unit_id", "r.month", "r.content", "u.record"])
    .where("r.state", "=", "published")
    .where("r.month", ">=", from)
    .where("r.month", "<=", to)
    .orderBy("r.month", "desc")
    .orderBy("u.ordinal")
    .orderBy("r.version", "desc")
    .execute();
  const seen = new Set<string>();
  const latest = rows.filter(({ item_id, unit_id }) => {
    const key = `${item_id} ${unit_id}`;
    return !seen.has(key) && seen.add(key);
  });
  const ofItem = Map.groupBy(latest, ({ item_id }) => item_id);
  return records.flatMap(({ item: { id, title } }) =>
    (ofItem.get(id) ?? []).flatMap(({ month, content, record }) => {
      const { problem } = JSON.parse(content) as ReportContent;
      const { name: unitName } = JSON.parse(record) as Unit;
      return problem === null ? [] : [{ item: id, title, unitName, month, problem }];
    }),
  );
}
