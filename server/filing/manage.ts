/** What the office arranges: due days, months, who files for what. */
import { ConflictError, InvalidInputError } from "#domain/error.ts";
import { lastDayOf } from "#domain/month.ts";
import type { Assignment } from "#domain/report/assign.ts";
import type { DueRule, Period } from "#domain/report/period.ts";
import { dayOf } from "#domain/zone.ts";
import type { Deed } from "../act.ts";
import { assignmentsOfItem, writeAssignments } from "../db/filing/assignments.ts";
import { dueRule, getPeriod, openMonth, writeDue, writeDueRule } from "../db/filing/periods.ts";

/** @throws NotFoundError, InvalidInputError for a day before the month is over */
export async function setDue(
  { tx, note }: Deed,
  asked: { month: string; dueOn: string; note: string },
): Promise<Period> {
  if (asked.dueOn < lastDayOf(asked.month)) {
    throw new InvalidInputError([
      { path: ["dueOn"], message: `expected a day from ${lastDayOf(asked.month)}, when the month is over` },
    ]);
  }
  const { dueOn, dueNote } = await writeDue(tx, asked.month, asked.dueOn, asked.note);
  await note({
    action: "period.setDue",
    noun: "period",
    target: asked.month,
    before: { dueOn, dueNote },
    after: { dueOn: asked.dueOn, dueNote: asked.note },
  });
  return getPeriod(tx, asked.month);
}

/** Sets the day by which months that are opened from now on are due; those that are open keep theirs. */
export async function setDueRule(
  { tx, note }: Deed,
  asked: { dueDay: number; note: string },
): Promise<DueRule> {
  const before = await dueRule(tx);
  await writeDueRule(tx, asked);
  await note({ action: "period.setRule", noun: "period", target: "rule", before, after: asked });
  return asked;
}

/** Opens a month that has passed, for reports that were never asked for. @throws ConflictError */
export async function openByHand(
  { tx, note }: Deed,
  { month }: { month: string },
  now: Date,
): Promise<Period> {
  if (`${month}-01` > dayOf(now)) {
    throw new InvalidInputError([{ path: ["month"], message: "expected a month that has begun" }]);
  }
  if (!(await openMonth(tx, month, now))) throw new ConflictError(`${month} takes reports already`);
  await note({ action: "period.open", noun: "period", target: month });
  return getPeriod(tx, month);
}

/** Names the units that file for an item, the lead first. @throws NotFoundError */
export async function assign(
  { tx, note }: Deed,
  { item, units }: { item: string; units: readonly string[] },
): Promise<Assignment[]> {
  const ids = (some: readonly Assignment[]) => some.map(({ unit }) => unit);
  const before = await assignmentsOfItem(tx, item);
  await writeAssignments(tx, item, [...new Set(units)]);
  const after = await assignmentsOfItem(tx, item);
  await note({
    action: "assignment.set",
    noun: "item",
    target: item,
    before: ids(before),
    after: ids(after),
  });
  return after;
}
