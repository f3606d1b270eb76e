import { z } from "zod";
import { monthAfter, zMonth } from "../month.ts";
import { REMINDERS } from "./reminder.ts";
import { zDay } from "./report.ts";

/** A month that units file for. `dueNote` says why the office moved the day; null where the rule set it. */
export const zPeriod = z.strictObject({
  month: zMonth,
  dueOn: zDay,
  dueNote: z.string().nullable(),
  openedAt: z.string(),
});
export type Period = z.infer<typeof zPeriod>;

/** Day of the next month by which a month's reports are due, unless the office sets another. */
export const DUE_DAY = 5;
/** Every month has it. */
export const zDueDay = z.int().min(1).max(28);

/** The rule that months opened from now on are due by; `note` says why the office set it, null of the default. */
export const zDueRule = z.strictObject({ dueDay: zDueDay, note: z.string().nullable() });
export type DueRule = z.infer<typeof zDueRule>;

/** That day of the next month. */
export const dueOnOf = (month: string, dueDay = DUE_DAY): string =>
  `${monthAfter(month, 1)}-${String(dueDay).padStart(2, "0")}`;

/** How far a unit is with a month; `late` is any that is not done when the due day has passed. */
export const FILING_STATES = ["filed", "nil", "partial", "waiting", "late"] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** One unit's month. `items` are its own; `handedIn` of them are submitted, accepted or published. */
export const zUnitMonth = z.strictObject({
  unit: z.string(),
  name: z.string(),
  nameEn: z.string(),
  filesTo: z.string().nullable(),
  items: z.int().min(0),
  drafts: z.int().min(0),
  returned: z.int().min(0),
  submitted: z.int().min(0),
  accepted: z.int().min(0),
  published: z.int().min(0),
  handedIn: z.int().min(0),
  nil: z.boolean(),
  state: z.enum(FILING_STATES),
  reminder: z.enum(REMINDERS).nullable(),
});
export type UnitMonth = z.infer<typeof zUnitMonth>;

export const zPeriodStatus = z.strictObject({
  period: zPeriod,
  /** True once any report of the month is in the published ledger. */
  published: z.boolean(),
  units: z.array(zUnitMonth),
});
export type PeriodStatus = z.infer<typeof zPeriodStatus>;

/** A unit that has no items is done once it says so. */
export function filingStateOf(
  { items, handedIn, nil }: Pick<UnitMonth, "items" | "handedIn" | "nil">,
  { dueOn }: Pick<Period, "dueOn">,
  today: string,
): FilingState {
  if (nil) return "nil";
  if (items > 0 && handedIn >= items) return "filed";
  if (today > dueOn) return "late";
  return handedIn > 0 ? "partial" : "waiting";
}
