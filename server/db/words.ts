import { countedItems } from "#domain/count.ts";
import type { Item } from "#domain/item.ts";
import type { Region } from "#domain/region.ts";
import { forgetWords, indexWords } from "./grams.ts";
import { listUnits } from "./references.ts";
import type { Db } from "./schema.ts";

/**
 * Makes the words that a text search looks in those that this version of the code takes from the ledger's own
 * records: a database keeps what an earlier one took, or what regions were called before. Returns whether any changed.
 */
export async function syncWords(db: Db, regions: readonly Region[]): Promise<boolean> {
  const units = await listUnits(db);
  const months = await db.selectFrom("publication").select("as_of").orderBy("as_of").execute();
  const wanted = new Map<number, string>();
  const kept = new Map<number, string>();
  for (const { as_of } of months) {
    const rows = await db
      .selectFrom("item_version as v")
      .innerJoin("item_text as t", "t.version_id", "v.id")
      .select(["v.id", "v.item_id", "v.counted", "t.words", "t.record"])
      .where("v.as_of", "<=", as_of)
      .where("v.until", ">", as_of)
      .orderBy("v.ordinal")
      .execute();
    const items = rows.map((row) => JSON.parse(row.record) as Item);
    const words = new Map(
      countedItems(items, { units, regions }).map((counted) => [counted.item.id, counted.words]),
    );
    for (const row of rows.filter(({ counted }) => counted === 1)) {
      // A version in effect over several months has the words of the last.
      wanted.set(row.id, words.get(row.item_id) ?? "");
      kept.set(row.id, row.words);
    }
  }
  const changed = [...wanted].filter(([id, words]) => kept.get(id) !== words);
  for (const [id, words] of changed) {
    await db.updateTable("item_text").set({ words }).where("version_id", "=", id).execute();
    await forgetWords(db, id);
    await indexWords(db, id, words);
  }
  return changed.length > 0;
}
