/** 蓝: due soon; 黄: behind; 红: long overdue. */
export const REMINDERS = ["blue", "yellow", "red"] as const;
export type Reminder = (typeof REMINDERS)[number];

/** Days before the due day from which a reminder stands, and days after it until which it is yellow. */
export const SOON_DAYS = 3;
export const BEHIND_DAYS = 3;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/**
 * The rule: blue from three days before the due day to that day itself, yellow for the three days after it, red from
 * then on; none before, and none for who is done. Days are YYYY-MM-DD.
 */
export function reminderOf(dueOn: string, today: string, isDone: boolean): Reminder | null {
  if (isDone) return null;
  const left = dayNumber(dueOn) - dayNumber(today);
  if (left > SOON_DAYS) return null;
  if (left >= 0) return "blue";
  return -left <= BEHIND_DAYS ? "yellow" : "red";
}
