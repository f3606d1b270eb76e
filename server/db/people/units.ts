import type { Region } from "#domain/region.ts";
import type { Unit } from "#domain/unit.ts";
import type { Db } from "../schema.ts";

export async function unitById(db: Db, id: string): Promise<Unit | undefined> {
  const row = await db.selectFrom("unit").select("record").where("id", "=", id).executeTakeFirst();
  return row && (JSON.parse(row.record) as Unit);
}

export async function unitByName(db: Db, name: string): Promise<Unit | undefined> {
  const row = await db.selectFrom("unit").select("record").where("name", "=", name).executeTakeFirst();
  return row && (JSON.parse(row.record) as Unit);
}

export async function regionByCode(db: Db, code: string): Promise<Region | undefined> {
  const row = await db.selectFrom("region").select("record").where("code", "=", code).executeTakeFirst();
  return row && (JSON.parse(row.record) as Region);
}

/** Behind all others. */
export async function addUnit(tx: Db, unit: Unit): Promise<void> {
  const last = await tx
    .selectFrom("unit")
    .select((eb) => eb.fn.max("ordinal").as("ordinal"))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("unit")
    .values({
      id: unit.id,
      name: unit.name,
      ordinal: (last.ordinal ?? 0) + 1,
      record: JSON.stringify(unit),
    })
    .execute();
}
