import { countedItems } from "#domain/count.ts";
import type { Counted } from "#domain/filter.ts";
import { type Item, isOfficeType, nounOf } from "#domain/item.ts";
import type { Region } from "#domain/region.ts";
import type { Seeds } from "#seeds/read.ts";
import { indexWords } from "./grams.ts";
import { syncPlaces } from "./places.ts";
import { syncRegions } from "./regions.ts";
import { bumpRevision } from "./revision.ts";
import { writeRollup } from "./rollup.ts";
import { type Db, type Schema, STILL } from "./schema.ts";
import { stageKeys, titleKey } from "./sort-key.ts";
import { syncWords } from "./words.ts";

type Table = keyof Schema;

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
  await insert(
    tx,
    "publication",
    months.map((as_of) => ({ as_of, published_at })),
  );
  await insert(tx, "document", seeds.documents.map(keep));
  await insert(
    tx,
    "unit",
    seeds.units.map((unit, n) => ({ ...keep(unit, n), name: unit.name })),
  );
  await insert(
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
  await insert(
    tx,
    "item",
    items.map((item, ordinal) => ({ id: item.id, noun: nounOf(item.type), ordinal })),
  );
  const versions = items.map((item, ordinal) =>
    versionOf({ item, ordinal, root: rootOf(item), month: monthOf(item), counted: counted.get(item.id) }),
  );
  await insert(tx, "item_version", versions);
  const numbered = items.map((item, ordinal) => ({
    item,
    version_id: ordinal + 1,
    counted: counted.get(item.id),
  }));
  await insert(
    tx,
    "item_region",
    numbered.flatMap(({ item, version_id, counted }) =>
      (counted?.regions ?? item.regions).map(({ code, basis }) => ({ version_id, code, basis })),
    ),
  );
  await insert(
    tx,
    "item_unit",
    numbered.flatMap(({ item, version_id }) => unitsOf(item, version_id)),
  );
  await insert(
    tx,
    "item_place",
    numbered.flatMap(({ item, version_id }) => placesOf(item, version_id)),
  );
  await insert(
    tx,
    "item_source",
    numbered.flatMap(({ item, version_id }) =>
      item.sources.map(({ document, start, end }, ordinal) => ({
        version_id,
        ordinal,
        document_id: document,
        start_at: start,
        end_at: end,
      })),
    ),
  );
  await insert(
    tx,
    "item_text",
    numbered.map(({ item, version_id, counted }) => ({
      version_id,
      words: counted?.words ?? "",
      record: JSON.stringify(item),
    })),
  );
  for (const { version_id, counted } of numbered) {
    if (counted !== undefined) await indexWords(tx, version_id, counted.words);
  }
}

/** The item that each counts by: the nearest above it that is counted itself. */
function rootsOf(items: readonly Item[], counted: ReadonlyMap<string, Counted>): (item: Item) => string {
  const byId = new Map(items.map((item) => [item.id, item]));
  const rootOf = (item: Item): string => {
    const parent = byId.get(item.parent ?? "");
    return counted.has(item.id) || parent === undefined ? item.id : rootOf(parent);
  };
  return rootOf;
}

function versionOf(of: {
  item: Item;
  ordinal: number;
  root: string;
  month: string;
  counted: Counted | undefined;
}): Schema["item_version"] {
  const { item, ordinal, root, month, counted } = of;
  const regions = counted?.regions ?? item.regions;
  const stage = stageKeys(item.type, item.stage);
  const deadlines = item.dates.flatMap((date) => (date.kind === "deadline" ? (date.due ?? []) : []));
  return {
    id: ordinal + 1,
    item_id: item.id,
    as_of: month,
    until: STILL,
    noun: nounOf(item.type),
    counted: counted === undefined ? 0 : 1,
    root,
    office: isOfficeType(item.type) ? 1 : 0,
    ordinal,
    type: item.type,
    stage: item.stage,
    stage_words: item.stageWords,
    stage_basis: item.stageBasis,
    sector: item.sector,
    title: item.title,
    due: deadlines.sort()[0] ?? null,
    regions: JSON.stringify(regions),
    children: JSON.stringify(item.children),
    sort_title: titleKey(item.title),
    sort_region: regions.map((region) => region.code).sort()[0] ?? "",
    sort_stage_up: stage.up,
    sort_stage_down: stage.down,
  };
}

function unitsOf(item: Item, version_id: number): Schema["item_unit"][] {
  const pairs = new Map(item.units.map(({ unit, role }) => [`${role} ${unit}`, { unit, role }]));
  return [...pairs.values()].map(({ unit, role }) => ({ version_id, unit_id: unit, role }));
}

function placesOf({ geometry }: Item, version_id: number): Schema["item_place"][] {
  const rows = (role: Schema["item_place"]["role"], ids: readonly string[]) =>
    ids.map((place_id, ordinal) => ({ version_id, role, ordinal, place_id }));
  return [
    ...rows("place", geometry.places),
    ...rows("corridor", geometry.corridors),
    ...rows("later", geometry.laterCorridors),
  ];
}

async function insert<T extends Table>(tx: Db, table: T, rows: readonly Schema[T][]): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) {
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + 100) as never)
      .execute();
  }
}
