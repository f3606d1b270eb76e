import { z } from "zod";
import { zContact, zContactList, zContactSave } from "#domain/people/contact.ts";
import { zReportId } from "#domain/report/report.ts";
import { eraseContact, readContacts, saveContact } from "../people/contacts.ts";
import { procedure, router } from "../trpc.ts";

/** Whom units are reached by: for members alone. */
export const contactRouter = router({
  list: procedure("contact.read")
    .input(z.void())
    .output(zContactList)
    .query(({ ctx }) => readContacts(ctx.db, ctx.who)),
  save: procedure("contact.manage")
    .input(zContactSave)
    .output(zContact)
    .mutation(({ ctx, input }) => saveContact(ctx, input)),
  erase: procedure("contact.manage")
    .input(z.strictObject({ id: zReportId }))
    .mutation(({ ctx, input }) => eraseContact(ctx, input.id)),
});
