/** A version of an item as rows of all the tables that hold one. */
import type { Counted } from "#domain/filter.ts";
import { type Item, isOfficeType, nounOf } from "#domain/item.ts";
import { forgetWords, indexWords } from "./grams.ts";
import type { Db, Schema } from "./schema.ts";
import { stageKeys, titleKey } from "./sort-key.ts";

export type Version = {
  id: number;
  item: Item;
  ordinal: number;
  /** The item it counts by. */
  root: string;
  asOf: string;
  until: string;
  /** Where it counts by itself. */
  counted: Pick<Counted, "regions" | "words"> | undefined;
};

/** The item that each counts by: the nearest above it that is counted itself. */
export function rootsOf(
  items: readonly Item[],
  counted: Pick<ReadonlyMap<string, unknown>, "has">,
): (item: Item) => string {
  const byId = new Map(items.map((item) => [item.id, item]));
  const rootOf = (item: Item): string => {
    const parent = byId.get(item.parent ?? "");
    return counted.has(item.id) || parent === undefined ? item.id : rootOf(parent);
  };
  return rootOf;
}

export async function insertVersions(tx: Db, versions: readonly Version[]): Promise<void> {
  await insertRows(tx, "item_version", versions.map(versionRow));
  await insertRows(
    tx,
    "item_region",
    versions.flatMap(({ id, item, counted }) =>
      (counted?.regions ?? item.regions).map(({ code, basis }) => ({ version_id: id, code, basis })),
    ),
  );
  await insertRows(
    tx,
    "item_unit",
    versions.flatMap(({ id, item }) => unitRows(item, id)),
  );
  await insertRows(
    tx,
    "item_place",
    versions.flatMap(({ id, item }) => placeRows(item, id)),
  );
  await insertRows(
    tx,
    "item_source",
    versions.flatMap(({ id, item }) =>
      item.sources.map(({ document, start, end }, ordinal) => ({
        version_id: id,
        ordinal,
        document_id: document,
        start_at: start,
        end_at: end,
      })),
    ),
  );
  await insertRows(
    tx,
    "item_text",
    versions.map(({ id, item, counted }) => ({
      version_id: id,
      words: counted?.words ?? "",
      record: JSON.stringify(item),
    })),
  );
  for (const { id, counted } of versions) {
    if (counted !== undefined) await indexWords(tx, id, counted.words);
  }
}

const OF_A_VERSION = ["item_region", "item_unit", "item_place", "item_source", "item_text"] as const;

export async function deleteVersions(tx: Db, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    for (const table of OF_A_VERSION) await tx.deleteFrom(table).where("version_id", "in", some).execute();
    for (const id of some) await forgetWords(tx, id);
    await tx.deleteFrom("item_version").where("id", "in", some).execute();
  }
}

export function versionRow({
  id,
  item,
  ordinal,
  root,
  asOf,
  until,
  counted,
}: Version): Schema["item_version"] {
  const regions = counted?.regions ?? item.regions;
  const stage = stageKeys(item.type, item.stage);
  const deadlines = item.dates.flatMap((date) => (date.kind === "deadline" ? (date.due ?? []) : []));
  return {
    id,
    item_id: item.id,
    as_of: asOf,
    until,
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

function unitRows(item: Item, version_id: number): Schema["item_unit"][] {
  const pairs = new Map(item.units.map(({ unit, role }) => [`${role} ${unit}`, { unit, role }]));
  return [...pairs.values()].map(({ unit, role }) => ({ version_id, unit_id: unit, role }));
}

function placeRows({ geometry }: Item, version_id: number): Schema["item_place"][] {
  const rows = (role: Schema["item_place"]["role"], ids: readonly string[]) =>
    ids.map((place_id, ordinal) => ({ version_id, role, ordinal, place_id }));
  return [
    ...rows("place", geometry.places),
    ...rows("corridor", geometry.corridors),
    ...rows("later", geometry.laterCorridors),
  ];
}

export async function insertRows<T extends keyof Schema>(
  tx: Db,
  table: T,
  rows: readonly Schema[T][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) {
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + 100) as never)
      .execute();
  }
}
