import { z } from "zod";
import { zCalendar } from "#domain/people/calendar.ts";
import { createCalendar, ownCalendars, revokeCalendar } from "../people/calendars.ts";
import { procedure, router } from "../trpc.ts";

/** Feeds of the asker's own unit for calendar programs. */
export const calendarRouter = router({
  list: procedure("calendar.manage")
    .input(z.void())
    .output(z.array(zCalendar))
    .query(({ ctx }) => ownCalendars(ctx.db, ctx.who)),
  create: procedure("calendar.manage")
    .input(z.void())
    .output(z.strictObject({ id: z.string(), link: z.string() }))
    .mutation(({ ctx }) => createCalendar(ctx)),
  revoke: procedure("calendar.manage")
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeCalendar(ctx, input.id)),
});
