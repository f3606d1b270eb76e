import type { SelectQueryBuilder } from "kysely";
import { choiceOf } from "#domain/light/light-state.ts";
import { type Corridor, HUB_KINDS, type Place } from "#domain/place.ts";
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
  if (month === null) return { points: [], corridors: [], hubs: [], areaOnly: 0 };
  const matched = db.selectFrom("item_version as v").where(matching(filter, month));
  const roots = matched.select("v.item_id");
  const [placed, total, places, corridors, taken] = await Promise.all([
    placedItems(db, month, roots),
    matched.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow(),
    db.selectFrom("place").select(["id", "record"]).orderBy("ordinal").execute(),
    db.selectFrom("corridor").select("record").orderBy("ordinal").execute(),
    db.selectFrom("item_place").select("place_id").distinct().where("role", "=", "place").execute(),
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
  return {
    points,
    corridors: lines,
    hubs: hubsOf([...placeById.values()], new Set(taken.map((row) => row.place_id))),
    areaOnly: total.n - drawnRoots.size,
  };
}

/** A reservoir that is an item is that item's mark, with its stage: a hub there would say that it is built. */
function hubsOf(places: readonly Place[], taken: ReadonlySet<string>): MapFeatures["hubs"] {
  return places
    .filter(({ id, kind, drawn }) => drawn && !taken.has(id) && HUB_KINDS.some((hub) => hub === kind))
    .map(({ id, short, shortEn, at, errorKm, confidence }) => ({
      id,
      name: short,
      nameEn: shortEn,
      at,
      errorKm,
      confidence,
    }));
}

function placedItems(
  db: Db,
  month: string,
  roots: SelectQueryBuilder<Schema & { v: Schema["item_version"] }, "v", { item_id: string }>,
) {
  return db
    .selectFrom("item_version as c")
    .innerJoin("item_place as p", "p.version_id", "c.id")
    .leftJoin("item_light as l", (join) =>
      join.onRef("l.item_id", "=", "c.item_id").on("l.month", "=", month),
    )
    .select(["c.item_id", "c.root", "c.type", "c.stage", "c.stage_words", "c.stage_basis"])
    .select(["p.role", "p.place_id", "l.state as light"])
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
      stageWords: item.stage_words,
      stageBasis: item.stage_basis,
      at: place.at,
      errorKm: place.errorKm,
      confidence: place.confidence,
      ...(item.light === null ? {} : { light: choiceOf(item.light) }),
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
      stageBasis: stage?.stage_basis ?? null,
      year: corridor.inUseFrom === null ? null : Number(corridor.inUseFrom.slice(0, 4)),
      schematic: corridor.schematic,
      errorKm: corridor.errorKm,
      confidence: corridor.confidence,
      path: corridor.path,
    },
  ];
}
