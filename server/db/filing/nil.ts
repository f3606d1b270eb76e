import type { Who } from "#domain/permission.ts";
import type { Db } from "../schema.ts";

/** "Nothing to report": units that have said so for a month. */
export async function nilReports(db: Db, month: string): Promise<Map<string, { at: string; by: string }>> {
  const rows = await db.selectFrom("nil_report").selectAll().where("month", "=", month).execute();
  return new Map(rows.map((row) => [row.unit_id, { at: row.at, by: row.account_name }]));
}

/** False where the unit has said so before. */
export async function writeNil(tx: Db, unit: string, month: string, who: Who, at: string): Promise<boolean> {
  if ((await nilReports(tx, month)).has(unit)) return false;
  await tx
    .insertInto("nil_report")
    .values({ unit_id: unit, month, at, account_id: who.id, account_name: who.name })
    .execute();
  return true;
}

/** True where the unit had said so: whoever reports something after all takes it back. */
export async function takeBackNil(tx: Db, unit: string, month: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("nil_report")
    .where("unit_id", "=", unit)
    .where("month", "=", month)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) > 0;
}
