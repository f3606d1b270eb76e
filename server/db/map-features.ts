import type { SelectQueryBuilder } from "kysely";
import type { Corridor, Place } from "#domain/place.ts";
import type { MapFeatures, MapQuery } from "#domain/query.ts";
import { matching, refuseUnknownRegions } from "./filter.ts";
import { publishedMonth } from "./month.ts";
import type { Db, Schema } from "./schema.ts";

/** An item in effect that lies on a place or a line, with the counted item that brings it onto the map. */
type Placed = Awaited<ReturnType<typeof placedItems>>[number];

/**
 * Points and lines of the items that match, their children's with them, and the dated layers asked for:
 * those stand whole, whatever the filter.
 * @throws InvalidInputError for an unknown region
 */
export async function mapFeatures(db: Db, query: MapQuery): Promise<MapFeatures> {
  const { filter = {} } = query;
  const [month] = await Promise.all([publishedMonth(db, query.asOf), refuseUnknownRegions(db, filter)]);
  if (month === null) return { points: [], corridors: [], areaOnly: 0 };
  const matched = db.selectFrom("item_version as v").where(matching(filter, month));
  const roots = matched.select("v.item_id");
  const [placed, total, places, corridors] = await Promise.all([
    placedItems(db, month, roots),
    matched.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow(),
    db.selectFrom("place").select(["id", "record"]).execute(),
    db.selectFrom("corridor").select("record").orderBy("ordinal").execute(),
  ]);
  const placeById = new Map(places.map((row) => [row.id, JSON.parse(row.record) as Place]));
  const points = oncePerPlace(placed).flatMap((item) => pointOf(item, placeById.get(item.place_id)));
  const lines = corridors
    .map((row) => JSON.parse(row.record) as Corridor)
    .filter((corridor) => corridor.drawn)
    .flatMap((corridor) => lineOf(corridor, placed, query));
  const ofSource = lines.filter((line) => line.group === "seed").flatMap((line) => line.items);
  const drawn = new Set([...points.map((point) => point.item), ...ofSource]);
  const drawnRoots = new Set(placed.filter((item) => drawn.has(item.item_id)).map((item) => item.root));
  return { points, corridors: lines, areaOnly: total.n - drawnRoots.size };
}

function placedItems(
  db: Db,
  month: string,
  roots: SelectQueryBuilder<Schema & { v: Schema["item_version"] }, "v", { item_id: string }>,
) {
  return db
    .selectFrom("item_version as c")
    .innerJoin("item_place as p", "p.version_id", "c.id")
    .select(["c.item_id", "c.root", "c.type", "c.stage", "c.stage_words", "p.role", "p.place_id"])
    .where("c.as_of", "<=", month)
    .where("c.until", ">", month)
    .where("c.root", "in", roots)
    .orderBy("c.ordinal")
    .orderBy("p.ordinal")
    .execute();
}
/** A child at its parent's own place adds no second point there: the first of the family stands for all. */
function oncePerPlace(placed: readonly Placed[]): Placed[] {
  const taken = new Set<string>();
  return placed.filter((item) => {
    const spot = `${item.root} ${item.role} ${item.place_id}`;
    if (taken.has(spot)) return false;
    taken.add(spot);
    return true;
  });
}

function pointOf(item: Placed, place: Place | undefined): MapFeatures["points"] {
  if (item.role !== "place" || place === undefined || !place.drawn) return [];
  return [
    {
      id: `${item.item_id}/${place.id}`,
      item: item.item_id,
      place: place.id,
      name: place.short,
      nameEn: place.shortEn,
      type: item.type,
      stage: item.stage,
      at: place.at,
      errorKm: place.errorKm,
      confidence: place.confidence,
    },
  ];
}

function lineOf(corridor: Corridor, placed: readonly Placed[], query: MapQuery): MapFeatures["corridors"] {
  const role = corridor.group === "later" ? "later" : "corridor";
  const items = placed.filter((item) => item.role === role && item.place_id === corridor.id);
  const shown = corridor.group === "seed" ? items.length > 0 : query[corridor.group] === true;
  if (!shown) return [];
  const [first] = items;
  // What later years built has no stage of the source's.
  const stage = corridor.group === "seed" ? first : undefined;
  return [
    {
      id: corridor.id,
      items: items.map((item) => item.item_id),
      name: corridor.short,
      nameEn: corridor.shortEn,
      kind: corridor.kind,
      group: corridor.group,
      stage: stage?.stage ?? null,
      stageWords: stage?.stage_words ?? null,
      schematic: corridor.schematic,
      errorKm: corridor.errorKm,
      confidence: corridor.confidence,
      path: corridor.path,
    },
  ];
}
