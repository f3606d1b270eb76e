import type { Period } from "#domain/report/period.ts";
import type { Unit } from "#domain/unit.ts";
import { listPeriods } from "../db/filing/periods.ts";
import { isPublished, unitMonths } from "../db/filing/status.ts";
import { snapshotIn } from "../db/months/snapshots.ts";
import type { Db } from "../db/schema.ts";

/**
 * The month that a unit is asked for: a month is due some days after the next has opened, so it is the last but one
 * until the unit has handed in all of it, or it is frozen and nothing more can be, and the last from then on. null
 * before any has opened.
 * @param today YYYY-MM-DD
 */
export async function owedMonth(db: Db, unit: Unit, today: string): Promise<Period | null> {
  const [last, before] = await listPeriods(db);
  if (last === undefined || before === undefined) return last ?? null;
  const [status] = await unitMonths(db, [unit], before, today);
  const isDone =
    status === undefined || status.items === 0 || status.state === "filed" || status.state === "nil";
  return isDone || (await snapshotIn(db, before.month)) !== null ? last : before;
}

/** The month that the office is busy with: the last but one until it is published, the last from then on. */
export async function monthToPublish(db: Db): Promise<Period | null> {
  const [last, before] = await listPeriods(db);
  if (before !== undefined && !(await isPublished(db, before.month))) return before;
  return last ?? null;
}
