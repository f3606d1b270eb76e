import { ConflictError, UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { Deed } from "../act.ts";
import { takeBackNil, writeNil } from "../db/filing/nil.ts";
import { getPeriod } from "../db/filing/periods.ts";
import { currentReports } from "../db/filing/reports.ts";
import { allowedUnit } from "../db/filing/units.ts";
import { publishedMonth } from "../db/month.ts";
import { refuseFrozen } from "../db/months/snapshots.ts";

/**
 * Says that a unit has nothing to report for a month.
 * @throws ConflictError where it has reported something, or has said so before; ForbiddenError
 */
export async function fileNil(
  { tx, note }: Deed,
  who: Who | null,
  { unit, month }: { unit: string; month: string },
): Promise<{ at: string; by: string }> {
  await allowedUnit(tx, "report.write", who, unit);
  if (who === null) throw new UnauthorizedError();
  await getPeriod(tx, month);
  await refuseFrozen(tx, month);
  const { size } = await currentReports(tx, unit, month);
  if (size > 0) throw new ConflictError(`${unit} has ${size} reports of ${month}: that is not nothing`);
  const at = new Date().toISOString();
  if (!(await writeNil(tx, unit, month, who, at))) {
    throw new ConflictError(`${unit} has said before that it has nothing to report for ${month}`);
  }
  await note({ action: "report.nil", noun: "unit month", target: `${unit} ${month}`, unit, after: { at } });
  return { at, by: who.name };
}

/**
 * Takes it back, while the month is open: whoever said it in one click can unsay it in one.
 * @throws ConflictError where nobody has said so, or the month is published; ForbiddenError
 */
export async function undoNil(
  { tx, note }: Deed,
  who: Who | null,
  { unit, month }: { unit: string; month: string },
): Promise<void> {
  await allowedUnit(tx, "report.write", who, unit);
  await getPeriod(tx, month);
  await refuseFrozen(tx, month);
  if ((await publishedMonth(tx, month)) === month) throw new ConflictError(`${month} is published`);
  if (!(await takeBackNil(tx, unit, month)))
    throw new ConflictError(`${unit} has not said that it has nothing to report for ${month}`);
  await note({ action: "report.nil", noun: "unit month", target: `${unit} ${month}`, unit, after: null });
}
