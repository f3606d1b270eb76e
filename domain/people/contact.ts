import { z } from "zod";
import { zUnitId } from "../report/exchange.ts";
import { zReportId } from "../report/report.ts";

/** Digits with what people write between them: 0471-4810000, +86 138 0000 0000, 4810000转8012. */
const TELEPHONE = /^[+＋]?[\d０-９][\d０-９\s()（）\-－–—,，、/转x]{3,58}$/u;

/** 联系人, as it is written. The telephone may be left out. */
const CONTENT = {
  name: z.string().trim().min(1).max(40),
  duty: z.string().trim().max(60),
  telephone: z.union([z.literal(""), z.string().trim().regex(TELEPHONE, "expected a telephone number")]),
};

/** `id` is the writer's own new one where there is none yet; `edition` is what he saw, 0 for a new one. */
export const zContactSave = z.strictObject({
  id: zReportId,
  edition: z.int().min(0),
  unit: zUnitId,
  ...CONTENT,
});
export type ContactSave = z.infer<typeof zContactSave>;

/** Whom a unit is reached by. Members alone see it; `mayEdit` says whether the reader may change it. */
export const zContact = z.strictObject({
  id: z.string(),
  unit: z.string(),
  name: z.string(),
  duty: z.string(),
  telephone: z.string(),
  edition: z.int().min(1),
  editedAt: z.string(),
  mayEdit: z.boolean(),
});
export type Contact = z.infer<typeof zContact>;

/** Contacts in the order of their units, then as they were written; and the units that the reader may write for. */
export const zContactList = z.strictObject({ contacts: z.array(zContact), mine: z.array(z.string()) });
export type ContactList = z.infer<typeof zContactList>;

/** Most contacts of one unit. */
export const MOST_CONTACTS = 50;
