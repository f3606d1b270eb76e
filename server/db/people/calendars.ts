import type { Calendar } from "#domain/people/calendar.ts";
import type { Db, Schema } from "../schema.ts";

export type CalendarRow = Schema["calendar"];

export async function listCalendars(db: Db, unit: string): Promise<Calendar[]> {
  const rows = await db
    .selectFrom("calendar")
    .selectAll()
    .where("unit_id", "=", unit)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit_id,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
    usedAt: row.used_at,
  }));
}

export const calendarById = (db: Db, id: string): Promise<CalendarRow | undefined> =>
  db.selectFrom("calendar").selectAll().where("id", "=", id).executeTakeFirst();

/** @param token its sha256 */
export const calendarByToken = (db: Db, token: string): Promise<CalendarRow | undefined> =>
  db.selectFrom("calendar").selectAll().where("token", "=", token).executeTakeFirst();

export async function addCalendar(tx: Db, row: CalendarRow): Promise<void> {
  await tx.insertInto("calendar").values(row).execute();
}

export async function removeCalendar(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom("calendar").where("id", "=", id).execute();
}

export async function touchCalendar(write: Db, id: string, used_at: string): Promise<void> {
  await write.updateTable("calendar").set({ used_at }).where("id", "=", id).execute();
}
