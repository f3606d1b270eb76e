import { z } from "zod";

/** Where a calendar is asked for: the token is its last part. */
export const CALENDAR_PATH = "/calendar/";

/** A feed of a unit's days, for a calendar program. Its address is shown once, when it is made. */
export const zCalendar = z.strictObject({
  id: z.string(),
  unit: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  usedAt: z.string().nullable(),
});
export type Calendar = z.infer<typeof zCalendar>;

/** Most calendars of one unit that are not revoked. */
export const MOST_CALENDARS = 20;
