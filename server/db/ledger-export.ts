/** The ledger row by row, for files: the items that a view lists, and with each the parts that count by it. */

import type { LedgerNames, LedgerRecord, SourceEntry } from "#domain/export/record.ts";
import type { DrilledFilter } from "#domain/filter.ts";
import type { Item, Noun } from "#domain/item.ts";
import type { Corridor, Place } from "#domain/place.ts";
import type { Sort } from "#domain/sort.ts";
import type { SourceDocument } from "#domain/source.ts";
import { matching } from "./filter.ts";
import { orderOf } from "./items.ts";
import { lightStates } from "./lights/read.ts";
import { publishedMonth } from "./month.ts";
import { listUnits, readRegionRows } from "./references.ts";
import type { Db } from "./schema.ts";

export type LedgerRow = { version: number; item: string; noun: Noun; counted: boolean };
export type LedgerQuery = { filter: DrilledFilter; sort: Sort; asOf?: string };

/**
 * Versions in the view's order, parts right after the item they count by. `most` + 1 rows say that there are
 * more than `most`. A version never changes, so that rows read later are still those of this moment.
 */
export async function ledgerRows(
  db: Db,
  { filter, sort, asOf }: LedgerQuery,
  most: number,
): Promise<{ month: string | null; rows: LedgerRow[] }> {
  const month = await publishedMonth(db, asOf);
  if (month === null) return { month, rows: [] };
  const { column, direction } = orderOf(sort);
  const matched = db
    .selectFrom("item_version as v")
    .where(matching(filter, month))
    .select(["v.item_id", "v.ordinal"])
    .select(`${column} as key`);
  const rows = await db
    .selectFrom(matched.as("listed"))
    .innerJoin("item_version as c", "c.root", "listed.item_id")
    .select(["c.id", "c.item_id", "c.noun", "c.counted"])
    .where("c.as_of", "<=", month)
    .where("c.until", ">", month)
    .orderBy("listed.key", direction)
    .orderBy("listed.ordinal", direction)
    .orderBy("c.counted", "desc")
    .orderBy("c.ordinal")
    .limit(most + 1)
    .execute();
  return {
    month,
    rows: rows.map(({ id, item_id, noun, counted }) => ({
      version: id,
      item: item_id,
      noun,
      counted: counted === 1,
    })),
  };
}

/** Rows of a month whole, in the order asked for, a batch at a time: a large answer would hold up the loop as it arrives. */
export async function* readRecords(
  db: Db,
  rows: readonly LedgerRow[],
  month: string | null,
  batch = 100,
): AsyncGenerator<LedgerRecord[]> {
  if (rows.length === 0 || month === null) return;
  const drawn = await readDrawn(db);
  for (let at = 0; at < rows.length; at += batch) {
    const part = rows.slice(at, at + batch);
    const texts = await db
      .selectFrom("item_text")
      .select(["version_id", "record"])
      .where(
        "version_id",
        "in",
        part.map(({ version }) => version),
      )
      .execute();
    const lights = await lightStates(
      db,
      month,
      part.map(({ item }) => item),
    );
    const byVersion = new Map(texts.map((text) => [text.version_id, text.record]));
    yield part.flatMap(({ version, item: id, counted }) => {
      const record = byVersion.get(version);
      if (record === undefined) return [];
      const item = JSON.parse(record) as Item;
      return [{ item, counted, light: lights.get(id) ?? null, ...drawn.of(item) }];
    });
  }
}

/** What is too uncertain to be drawn is too uncertain to be handed on (truth rule 5). */
export async function readDrawn(
  db: Db,
): Promise<{ of: (item: Item) => Pick<LedgerRecord, "places" | "corridors"> }> {
  const [places, corridors] = await Promise.all([
    db.selectFrom("place").select("record").orderBy("ordinal").execute(),
    db.selectFrom("corridor").select("record").orderBy("ordinal").execute(),
  ]);
  const byId = <T extends { id: string; drawn: boolean }>(rows: readonly { record: string }[]) =>
    new Map(
      rows
        .map((row) => JSON.parse(row.record) as T)
        .filter((one) => one.drawn)
        .map((one) => [one.id, one]),
    );
  const known = { places: byId<Place>(places), corridors: byId<Corridor>(corridors) };
  return {
    of: ({ geometry }) => ({
      places: geometry.places.flatMap((id) => known.places.get(id) ?? []),
      corridors: geometry.corridors.flatMap((id) => known.corridors.get(id) ?? []),
    }),
  };
}

export async function readNames(db: Db): Promise<LedgerNames> {
  const [regions, units, documents] = await Promise.all([
    readRegionRows(db),
    listUnits(db),
    db.selectFrom("document").select("record").orderBy("ordinal").execute(),
  ]);
  const entries = documents.map((row) => {
    const { text: _text, sections: _sections, ...entry } = JSON.parse(row.record) as SourceDocument;
    return entry satisfies SourceEntry;
  });
  return {
    regions: new Map(regions.map((region) => [region.code, region])),
    units: new Map(units.map((unit) => [unit.id, unit])),
    documents: new Map(entries.map((entry) => [entry.id, entry])),
  };
}

/** When the ledger last changed, as its own record says. */
export async function changedAt(db: Db): Promise<string> {
  const row = await db.selectFrom("revision").select("changed_at").executeTakeFirstOrThrow();
  return row.changed_at;
}
