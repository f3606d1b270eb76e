import { ConflictError, InvalidInputError, NotFoundError } from "#domain/error.ts";
import { type Contact, type ContactList, type ContactSave, MOST_CONTACTS } from "#domain/people/contact.ts";
import { reaches, scopesOf, type Who } from "#domain/permission.ts";
import { filesTo } from "#domain/unit.ts";
import { allowedUnit } from "../db/filing/units.ts";
import {
  addContact,
  type ContactRow,
  contactById,
  contactsOf,
  listContacts,
  removeContact,
  updateContact,
} from "../db/people/contacts.ts";
import { listUnits } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import type { Context } from "../trpc.ts";
import { isoAt } from "./iso-at.ts";

type Managing = Pick<Context, "act" | "people" | "who">;

const contactOf = (row: ContactRow, mine: ReadonlySet<string>): Contact => ({
  id: row.id,
  unit: row.unit_id,
  name: row.name,
  duty: row.duty,
  telephone: row.telephone,
  edition: row.edition,
  editedAt: row.edited_at,
  mayEdit: mine.has(row.unit_id),
});

export async function readContacts(db: Db, who: Who | null): Promise<ContactList> {
  const scopes = scopesOf("contact.manage", who);
  const mine = (await listUnits(db))
    .filter((unit) => reaches(scopes, who, { unit: unit.id, filesTo: filesTo(unit) }))
    .map(({ id }) => id);
  const may = new Set(mine);
  return { contacts: (await listContacts(db)).map((row) => contactOf(row, may)), mine };
}

const meanwhile = (row: ContactRow): ConflictError =>
  new ConflictError("somebody else changed this contact", {
    by: row.edited_by_name,
    at: row.edited_at,
    edition: row.edition,
  });

/**
 * Writes a contact of a unit. The trail says which of its parts changed, not what they are: it cannot be erased.
 * @throws ForbiddenError, NotFoundError, ConflictError with who was faster, InvalidInputError for one too many
 */
export function saveContact(
  { act, people, who }: Managing,
  { id, unit, edition, name, duty, telephone }: ContactSave,
): Promise<Contact> {
  return act(async ({ tx, note }) => {
    await allowedUnit(tx, "contact.manage", who, unit);
    const now = isoAt(people.now());
    const stands = await contactById(tx, id);
    // A foreign id is answered as one that is not there.
    if (stands !== undefined && stands.unit_id !== unit) throw new NotFoundError("contact", id);
    if (stands === undefined && edition > 0) throw new NotFoundError("contact", id);
    if (stands !== undefined && stands.edition !== edition) throw meanwhile(stands);
    const row: ContactRow = {
      ...{ id, unit_id: unit, name, duty, telephone, edition: edition + 1 },
      created_at: stands?.created_at ?? now,
      edited_at: now,
      edited_by_name: who?.name ?? "",
    };
    if (stands !== undefined) await updateContact(tx, row);
    else if ((await contactsOf(tx, unit)) < MOST_CONTACTS) await addContact(tx, row);
    else {
      const message = `a unit has at most ${MOST_CONTACTS} contacts`;
      throw new InvalidInputError([{ path: ["unit"], message }]);
    }
    const changed = (["name", "duty", "telephone"] as const).filter((part) => stands?.[part] !== row[part]);
    await note({
      action: "contact.save",
      noun: "contact",
      target: id,
      unit,
      after: { edition: row.edition, changed },
    });
    return contactOf(row, new Set([unit]));
  });
}

/** Erases a contact: its row is gone. @throws ForbiddenError, NotFoundError */
export function eraseContact({ act, who }: Managing, id: string): Promise<void> {
  return act(async ({ tx, note }) => {
    const row = await contactById(tx, id);
    if (row === undefined) throw new NotFoundError("contact", id);
    await allowedUnit(tx, "contact.manage", who, row.unit_id);
    await removeContact(tx, id);
    await note({ action: "contact.erase", noun: "contact", target: id, unit: row.unit_id });
  });
}
