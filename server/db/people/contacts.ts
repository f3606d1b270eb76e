import type { Db, Schema } from "../schema.ts";

export type ContactRow = Schema["contact"];

/** In the order of their units, then as they were written. */
export const listContacts = (db: Db): Promise<ContactRow[]> =>
  db
    .selectFrom("contact")
    .innerJoin("unit", "unit.id", "contact.unit_id")
    .selectAll("contact")
    .orderBy("unit.ordinal")
    .orderBy("contact.created_at")
    .orderBy("contact.id")
    .execute();

export const contactById = (db: Db, id: string): Promise<ContactRow | undefined> =>
  db.selectFrom("contact").selectAll().where("id", "=", id).executeTakeFirst();

export async function contactsOf(db: Db, unit: string): Promise<number> {
  const { count } = await db
    .selectFrom("contact")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("unit_id", "=", unit)
    .executeTakeFirstOrThrow();
  return count;
}

export async function addContact(tx: Db, row: ContactRow): Promise<void> {
  await tx.insertInto("contact").values(row).execute();
}

export async function updateContact(
  tx: Db,
  { id, name, duty, telephone, edition, edited_at, edited_by_name }: ContactRow,
): Promise<void> {
  const change = { name, duty, telephone, edition, edited_at, edited_by_name };
  await tx.updateTable("contact").set(change).where("id", "=", id).execute();
}

export async function removeContact(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom("contact").where("id", "=", id).execute();
}
