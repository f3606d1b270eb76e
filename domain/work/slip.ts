import { z } from "zod";
import type { TaskState } from "./task.ts";

/** 督办单: 蓝 due soon, 黄 behind, 红 overdue. */
export const SLIPS = ["blue", "yellow", "red"] as const;
export const zSlip = z.enum(SLIPS);
export type Slip = z.infer<typeof zSlip>;

/** Days before the due day from which it is due soon, and points of time gone beyond work done from which it is behind. */
export const SLIP_RULE = { soonDays: 15, behindPoints: 20 } as const;

/** Days from one to another, YYYY-MM-DD; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Red once a day is past, blue within fifteen days of it; none where there is no day. Days as YYYY-MM-DD. */
export function dueSlipOf(due: string | null, today: string): "red" | "blue" | null {
  if (due === null) return null;
  const left = dayNumber(due) - dayNumber(today);
  return left < 0 ? "red" : left <= SLIP_RULE.soonDays ? "blue" : null;
}

/**
 * The rule, over days as YYYY-MM-DD: red once the due day is past, yellow where the share of its time that is gone
 * lies more than 20 points above the percentage that the unit last said, blue within fifteen days of the due day.
 * None for what is not under way, or has no day. Where a unit has said nothing it is not known to be behind.
 */
export function slipOf(
  task: {
    state: TaskState;
    due: string | null;
    standing: { percent: number | null; assignedOn: string | null };
  },
  today: string,
): Slip | null {
  const { state, due, standing } = task;
  if (state !== "assigned" || due === null) return null;
  if (due < today) return "red";
  const { percent, assignedOn } = standing;
  if (percent !== null && assignedOn !== null && assignedOn < due) {
    const span = dayNumber(due) - dayNumber(assignedOn);
    const gone = (100 * (dayNumber(today) - dayNumber(assignedOn))) / span;
    if (gone - percent > SLIP_RULE.behindPoints) return "yellow";
  }
  return dueSlipOf(due, today);
}
