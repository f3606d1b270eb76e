import { NotFoundError } from "#domain/error.ts";
import { monthAfter } from "#domain/month.ts";
import { DUE_DAY, type DueRule, dueOnOf, type Period } from "#domain/report/period.ts";
import { dayOf } from "#domain/zone.ts";
import type { Db, Schema } from "../schema.ts";

const periodOf = (row: Schema["period"]): Period => ({
  month: row.month,
  dueOn: row.due_on,
  dueNote: row.due_note,
  openedAt: row.opened_at,
});

/** Latest first. */
export async function listPeriods(db: Db): Promise<Period[]> {
  const rows = await db.selectFrom("period").selectAll().orderBy("month", "desc").execute();
  return rows.map(periodOf);
}

/** @throws NotFoundError */
export async function getPeriod(db: Db, month: string): Promise<Period> {
  const row = await db.selectFrom("period").selectAll().where("month", "=", month).executeTakeFirst();
  if (row === undefined) throw new NotFoundError("month that takes reports", month);
  return periodOf(row);
}

export async function latestPeriod(db: Db): Promise<Period | null> {
  const row = await db.selectFrom("period").selectAll().orderBy("month", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : periodOf(row);
}

/** True where it was not open before. */
export async function openMonth(tx: Db, month: string, now: Date): Promise<boolean> {
  const known = await tx.selectFrom("period").select("month").where("month", "=", month).executeTakeFirst();
  if (known !== undefined) return false;
  await tx
    .insertInto("period")
    .values({
      month,
      due_on: dueOnOf(month, (await dueRule(tx)).dueDay),
      due_note: null,
      opened_at: now.toISOString(),
    })
    .execute();
  return true;
}

/** The month of `now`, and those that passed since the last that was opened: all that are still to be opened. */
export async function monthsToOpen(db: Db, now: Date): Promise<string[]> {
  const current = dayOf(now).slice(0, 7);
  const last = (await latestPeriod(db))?.month ?? monthAfter(current, -1);
  const months: string[] = [];
  for (let month = monthAfter(last, 1); month <= current; month = monthAfter(month, 1)) months.push(month);
  return months;
}

/** @throws NotFoundError */
export async function writeDue(tx: Db, month: string, dueOn: string, note: string): Promise<Period> {
  const before = await getPeriod(tx, month);
  await tx.updateTable("period").set({ due_on: dueOn, due_note: note }).where("month", "=", month).execute();
  return before;
}

/** What months that are opened from now on are due by. */
export async function dueRule(db: Db): Promise<DueRule> {
  const row = await db.selectFrom("filing_rule").selectAll().executeTakeFirst();
  return row === undefined ? { dueDay: DUE_DAY, note: null } : { dueDay: row.due_day, note: row.note };
}

export async function writeDueRule(
  tx: Db,
  { dueDay, note }: { dueDay: number; note: string },
): Promise<void> {
  await tx.deleteFrom("filing_rule").execute();
  await tx.insertInto("filing_rule").values({ id: 1, due_day: dueDay, note }).execute();
}
