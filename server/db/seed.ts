import { countedItems } from "#domain/count.ts";
import { type Item, nounOf } from "#domain/item.ts";
import type { Region } from "#domain/region.ts";
import type { Seeds } from "#seeds/read.ts";
import { syncPlaces } from "./places.ts";
import { syncRegions } from "./regions.ts";
import { bumpRevision } from "./revision.ts";
import { writeRollup } from "./rollup.ts";
import { type Db, STILL } from "./schema.ts";
import { insertRows, insertVersions, rootsOf } from "./version-rows.ts";
import { syncWords } from "./words.ts";

/**
 * Writes the source's records into an empty ledger in one transaction. Of a ledger that has items, only what they
 * refer to on the map is brought up to date, regions, places and lines, and the words by which they are found.
 */
export async function seedDatabase(
  db: Db,
  seeds: Seeds,
  regions: readonly Region[],
  build: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const regionsChanged = await syncRegions(tx, regions);
    const placesChanged = await syncPlaces(tx, seeds);
    const isEmpty = (await tx.selectFrom("item").select("id").limit(1).executeTakeFirst()) === undefined;
    const months = isEmpty
      ? await writeSeeds(tx, seeds, regions)
      : (await tx.selectFrom("publication").select("as_of").execute()).map((row) => row.as_of);
    const wordsChanged = !isEmpty && (await syncWords(tx, regions));
    if (!isEmpty && !regionsChanged && !placesChanged && !wordsChanged) return;
    for (const month of months) await writeRollup(tx, month);
    await bumpRevision(tx, build);
  });
}

/** Returns the months that were published. */
async function writeSeeds(tx: Db, seeds: Seeds, regions: readonly Region[]): Promise<string[]> {
  const monthOf = new Map(seeds.documents.map((document) => [document.id, document.publishedOn.slice(0, 7)]));
  const monthFrom = (document: string | undefined): string => {
    const month = monthOf.get(document ?? "");
    if (month === undefined) throw new Error(`no document has the id ${document}`);
    return month;
  };
  const months = [...new Set(monthOf.values())].sort();
  const published_at = new Date().toISOString();
  await insertRows(
    tx,
    "publication",
    months.map((as_of) => ({ as_of, published_at })),
  );
  await insertRows(tx, "document", seeds.documents.map(keep));
  await insertRows(
    tx,
    "unit",
    seeds.units.map((unit, n) => ({ ...keep(unit, n), name: unit.name })),
  );
  await insertRows(
    tx,
    "statistic",
    seeds.statistics.map((one, n) => ({ ...keep(one, n), as_of: monthFrom(one.source.document) })),
  );
  await writeItems(tx, seeds, regions, (item) => monthFrom(item.sources[0]?.document));
  return months;
}

const keep = <T extends { id: string }>(record: T, ordinal: number) => ({
  id: record.id,
  ordinal,
  record: JSON.stringify(record),
});

async function writeItems(
  tx: Db,
  { items, units }: Seeds,
  regions: readonly Region[],
  monthOf: (item: Item) => string,
): Promise<void> {
  const counted = new Map(countedItems(items, { units, regions }).map((one) => [one.item.id, one]));
  const rootOf = rootsOf(items, counted);
  await insertRows(
    tx,
    "item",
    items.map((item, ordinal) => ({ id: item.id, noun: nounOf(item.type), ordinal })),
  );
  await insertVersions(
    tx,
    items.map((item, ordinal) => ({
      id: ordinal + 1,
      item,
      ordinal,
      root: rootOf(item),
      asOf: monthOf(item),
      until: STILL,
      counted: counted.get(item.id),
    })),
  );
}
