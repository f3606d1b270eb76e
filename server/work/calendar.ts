import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { UnitDay } from "./unit-days.ts";

/** How often a program should ask again, in seconds. */
const AGAIN_S = 6 * 60 * 60;

/** A unit's days as iCalendar (RFC 5545): titles and whole days, nothing else. @param name of the calendar */
export function calendarOf(name: string, days: readonly UnitDay[]): string {
  const calendar = ical({
    name,
    prodId: { company: "one-map", product: "one-map", language: "ZH" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: AGAIN_S,
  });
  for (const { id, title, on, changedAt } of days) {
    const stamp = new Date(changedAt);
    // A day on which something is due keeps nobody busy.
    const transparency = ICalEventTransparency.TRANSPARENT;
    const start = new Date(`${on}T00:00:00Z`);
    calendar.createEvent({
      ...{ id: `${id}@one-map`, summary: title, start, stamp },
      ...{ allDay: true, timezone: "UTC", transparency },
    });
  }
  return calendar.toString();
}
