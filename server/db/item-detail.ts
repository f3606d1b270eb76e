import { NotFoundError } from "#domain/error.ts";
import type { Item, Noun } from "#domain/item.ts";
import { scopesOf, type Who } from "#domain/permission.ts";
import type { Corridor, Place } from "#domain/place.ts";
import type { ItemDetail, ItemRow } from "#domain/query.ts";
import type { Unit } from "#domain/unit.ts";
import { itemReports } from "./filing/item-reports.ts";
import { ROW_COLUMNS, rowOf } from "./items.ts";
import { lightIn, lightStates } from "./lights/read.ts";
import { publishedMonth } from "./month.ts";
import type { Db } from "./schema.ts";

/**
 * One item, counted by itself or by its parent, as the latest month published by `asOf` has it.
 * What its reports say of problems is for accounts alone.
 * @throws NotFoundError when no item of this noun has the id, or none had it yet.
 */
export async function getItem(
  db: Db,
  noun: Noun,
  { id, asOf }: { id: string; asOf?: string | undefined },
  who: Who | null = null,
): Promise<ItemDetail> {
  const month = await publishedMonth(db, asOf);
  const version = await db
    .selectFrom("item_version as v")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select("t.record")
    .where("v.item_id", "=", id)
    .where("v.noun", "=", noun)
    .where("v.as_of", "<=", month ?? "")
    .where("v.until", ">", month ?? "")
    .executeTakeFirst();
  if (version === undefined || month === null) throw new NotFoundError(noun, id);
  const item = JSON.parse(version.record) as Item;
  const isWhole = scopesOf("report.published", who).length > 0;
  const [names, marks, lines, light, reports, rows] = await Promise.all([
    unitNames(db, item),
    placesOf(db, item),
    corridorsOf(db, item),
    lightIn(db, month, id),
    itemReports(db, id, month, isWhole),
    rowsOf(db, month, [...item.children, ...item.relations.map((relation) => relation.item)]),
  ]);
  return {
    ...item,
    noun,
    units: item.units.map((unit) => ({ ...unit, ...(names.get(unit.unit) ?? { name: unit.words }) })),
    geometry: { ...item.geometry, marks, lines },
    childRows: item.children.flatMap((child) => rows.get(child) ?? []),
    relationRows: item.relations.flatMap((relation) => {
      const row = rows.get(relation.item);
      return row === undefined ? [] : [{ kind: relation.kind, row }];
    }),
    light,
    reports,
  };
}

async function unitNames(db: Db, item: Item): Promise<Map<string, Pick<Unit, "name" | "nameEn">>> {
  const ids = item.units.map((unit) => unit.unit);
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("unit").select("record").where("id", "in", ids).execute();
  return new Map(
    rows.map((row) => JSON.parse(row.record) as Unit).map(({ id, name, nameEn }) => [id, { name, nameEn }]),
  );
}

async function placesOf(db: Db, item: Item): Promise<ItemDetail["geometry"]["marks"]> {
  if (item.geometry.places.length === 0) return [];
  const rows = await db
    .selectFrom("place")
    .select("record")
    .where("id", "in", item.geometry.places)
    .orderBy("ordinal")
    .execute();
  return rows
    .map((row) => JSON.parse(row.record) as Place)
    .filter((place) => place.drawn)
    .map(({ id, name, nameEn, at, errorKm, confidence }) => ({ id, name, nameEn, at, errorKm, confidence }));
}

async function corridorsOf(db: Db, item: Item): Promise<ItemDetail["geometry"]["lines"]> {
  if (item.geometry.corridors.length === 0) return [];
  const rows = await db
    .selectFrom("corridor")
    .select("record")
    .where("id", "in", item.geometry.corridors)
    .orderBy("ordinal")
    .execute();
  return rows
    .map((row) => JSON.parse(row.record) as Corridor)
    .filter((corridor) => corridor.drawn)
    .map(({ id, name, nameEn, schematic, errorKm, confidence, path }) => ({
      id,
      name,
      nameEn,
      schematic,
      errorKm,
      confidence,
      path,
    }));
}

async function rowsOf(db: Db, month: string, ids: readonly string[]): Promise<Map<string, ItemRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("item_version as v")
    .select(ROW_COLUMNS)
    .where("v.item_id", "in", ids)
    .where("v.as_of", "<=", month)
    .where("v.until", ">", month)
    .execute();
  const lights = await lightStates(db, month, ids);
  return new Map(rows.map((row) => [row.item_id, rowOf(row, lights.get(row.item_id) ?? null)]));
}
