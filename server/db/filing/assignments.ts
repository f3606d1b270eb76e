import { NotFoundError } from "#domain/error.ts";
import type { Item } from "#domain/item.ts";
import { type Assignment, assignmentsOf } from "#domain/report/assign.ts";
import { listUnits } from "../references.ts";
import { type Db, type Schema, STILL } from "../schema.ts";
import { unitOf } from "./units.ts";

/**
 * Names who files for every item of a ledger where nobody does yet, by the rule of `assignmentsOf`.
 * @param note leaves its note in the same transaction, told how many were named
 * @returns what `note` returned; null where nobody was named
 */
export async function seedAssignments<Noted>(
  db: Db,
  note: (tx: Db, assignments: number) => Promise<Noted>,
): Promise<Noted | null> {
  return db.transaction().execute(async (tx) => {
    const some = await tx.selectFrom("assignment").select("item_id").limit(1).executeTakeFirst();
    if (some !== undefined) return null;
    const [units, rows] = [await listUnits(tx), await itemsNow(tx)];
    const all = rows.flatMap((item) => rowsOf(assignmentsOf(item, units)));
    for (let at = 0; at < all.length; at += 100) {
      await tx
        .insertInto("assignment")
        .values(all.slice(at, at + 100))
        .execute();
    }
    return all.length > 0 ? note(tx, all.length) : null;
  });
}

/** Every item as the ledger has it now, in its order. */
export async function itemsNow(db: Db): Promise<Item[]> {
  const rows = await db
    .selectFrom("item_version as v")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select("t.record")
    .where("v.until", "=", STILL)
    .orderBy("v.ordinal")
    .execute();
  return rows.map((row) => JSON.parse(row.record) as Item);
}

export const rowsOf = (assignments: readonly Assignment[]): Schema["assignment"][] =>
  assignments.map(({ item, unit, lead }, ordinal) => ({
    item_id: item,
    unit_id: unit,
    ordinal,
    lead: lead ? 1 : 0,
  }));

const assignmentOf = (row: Schema["assignment"]): Assignment => ({
  item: row.item_id,
  unit: row.unit_id,
  lead: row.lead === 1,
});

/** In the items' order, each item's in its own. */
export async function listAssignments(db: Db, unit?: string): Promise<Assignment[]> {
  let rows = db
    .selectFrom("assignment as a")
    .innerJoin("item as i", "i.id", "a.item_id")
    .selectAll("a")
    .orderBy("i.ordinal")
    .orderBy("a.ordinal");
  if (unit !== undefined) rows = rows.where("a.unit_id", "=", unit);
  return (await rows.execute()).map(assignmentOf);
}

export async function assignmentsOfItem(db: Db, item: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom("assignment")
    .selectAll()
    .where("item_id", "=", item)
    .orderBy("ordinal")
    .execute();
  return rows.map(assignmentOf);
}

/**
 * Puts an item's units in place of those it had. Any lead, the first: exactly one where there is any unit.
 * @throws NotFoundError for an item or a unit that there is not, or that does not file
 */
export async function writeAssignments(tx: Db, item: string, units: readonly string[]): Promise<void> {
  const known = await tx.selectFrom("item").select("id").where("id", "=", item).executeTakeFirst();
  if (known === undefined) throw new NotFoundError("item", item);
  for (const unit of units) {
    if (!(await unitOf(tx, unit))?.files) throw new NotFoundError("unit that files", unit);
  }
  await tx.deleteFrom("assignment").where("item_id", "=", item).execute();
  const rows = rowsOf(units.map((unit, place) => ({ item, unit, lead: place === 0 })));
  if (rows.length > 0) await tx.insertInto("assignment").values(rows).execute();
}
