import type { Seeds } from "#seeds/read.ts";
import type { Db, Schema } from "./schema.ts";

/**
 * Makes the places and lines of the database those of the seeds, which alone write them and may have been mended
 * since. Returns whether anything changed. One that the seeds no longer have stays: an item may still lie on it.
 */
export async function syncPlaces(db: Db, seeds: Pick<Seeds, "places" | "corridors">): Promise<boolean> {
  const places = seeds.places.map(rowOf);
  const corridors = seeds.corridors.map((corridor, ordinal) => ({
    ...rowOf(corridor, ordinal),
    corridor_group: corridor.group,
  }));
  const changed = [await bring(db, "place", places), await bring(db, "corridor", corridors)];
  return changed.includes(true);
}

const rowOf = (record: { id: string }, ordinal: number): Schema["place"] => ({
  id: record.id,
  ordinal,
  record: JSON.stringify(record),
});

async function bring<T extends "place" | "corridor">(db: Db, table: T, rows: readonly Schema[T][]) {
  // What is written here both tables have; a corridor's own column goes with its row.
  const shared = table as "place";
  const known = await db.selectFrom(shared).select(["id", "record"]).execute();
  const records = new Map(known.map(({ id, record }) => [id, record]));
  const fresh = rows.filter(({ id, record }) => records.get(id) !== record);
  for (const row of fresh) {
    await db
      .insertInto(shared)
      .values(row)
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
  }
  return fresh.length > 0;
}
