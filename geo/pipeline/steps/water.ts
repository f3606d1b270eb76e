import { readFileSync } from "node:fs";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { Feature, Polygon, Position } from "geojson";
import { z } from "zod";
import { GROUND_BBOX } from "#geo/ground.ts";
import { areaKm2 } from "#geo/question/area-km2.ts";
import { type Bbox, bboxesMeet, bboxOf } from "#geo/question/bbox.ts";
import { distanceKm } from "#geo/question/distance-km.ts";
import { NAMED_LAKES, RIVER_NAMES, RIVER_NAMES_BY_START } from "../input/water.ts";
import { readPackageJson } from "../packages.ts";
import { rounded, writeJson } from "../write.ts";

/** Near the region every lake from 5 km² on; farther out only what a baked picture can show. */
const NEAR: Bbox = [95, 36, 128.5, 55];
const SMALLEST_KM2 = { near: 5, far: 80 };
/** A named lake's point may have missed it by so much. */
const NAME_REACH_KM = 12;

type Lake = Feature<Polygon, { name: string | null; km2: number }>;

const zPosition = z.tuple([z.number(), z.number()]);
const zLakes = z.looseObject({
  geometries: z.array(
    z.looseObject({
      type: z.literal("MultiPolygon"),
      coordinates: z.array(z.array(z.array(zPosition).min(4))),
    }),
  ),
});
const zRivers = z.looseObject({
  features: z.array(
    z.looseObject({
      properties: z.looseObject({ name: z.string().nullable(), scalerank: z.int().min(1).max(12) }),
      geometry: z.discriminatedUnion("type", [
        z.looseObject({ type: z.literal("LineString"), coordinates: z.array(zPosition).min(2) }),
        z.looseObject({
          type: z.literal("MultiLineString"),
          coordinates: z.array(z.array(zPosition).min(2)),
        }),
      ]),
    }),
  ),
});

/** `lakes.json`: whole lakes (none is cut at an edge), with area and, where it has one, its name. */
export function makeLakes(): void {
  const source = zLakes.parse(readPackageJson("@geo-maps/earth-lakes-100m/map.geo.json"));
  const reach: Bbox = [...GROUND_BBOX];
  const lakes = source.geometries
    .flatMap(({ coordinates }) => coordinates)
    .map((rings): Polygon => ({ type: "Polygon", coordinates: rings }))
    .filter((polygon) => bboxesMeet(bboxOf(polygon), reach))
    .map((polygon): Lake => {
      const km2 = Math.round(areaKm2(polygon) * 10) / 10;
      return {
        type: "Feature",
        properties: { name: null, km2 },
        geometry: rounded(polygon, km2 < 500 ? 4 : 3),
      };
    })
    .filter(({ geometry, properties: { km2 } }) => {
      const near = bboxesMeet(bboxOf(geometry), NEAR);
      return km2 >= (near ? SMALLEST_KM2.near : SMALLEST_KM2.far);
    });
  for (const { name, at } of NAMED_LAKES) {
    const lake = lakeAt(lakes, [...at]);
    if (lake === null)
      throw new Error(`lakes: none within ${NAME_REACH_KM} km of ${name} at ${at.join(", ")}`);
    lake.properties.name = name;
  }
  lakes.sort((a, b) => b.properties.km2 - a.properties.km2 || firstLon(a) - firstLon(b));
  writeJson("lakes.json", { type: "FeatureCollection", features: lakes });
}

/** The lake around a point, else the one that is large for its distance. */
function lakeAt(lakes: readonly Lake[], at: Position): Lake | null {
  const around = lakes.find(({ geometry }) => booleanPointInPolygon([...at], geometry));
  if (around) return around;
  const near = lakes
    .map((lake) => ({ lake, km: Math.min(...ringOf(lake).map((point) => distanceKm(at, point))) }))
    .filter(({ km }) => km < NAME_REACH_KM)
    .sort((a, b) => b.lake.properties.km2 / (1 + b.km) - a.lake.properties.km2 / (1 + a.km));
  return near[0]?.lake ?? null;
}

const ringOf = (lake: Lake): Position[] => lake.geometry.coordinates[0] ?? [];
const firstLon = (lake: Lake): number => ringOf(lake)[0]?.[0] ?? 0;

/** `rivers.json`: lines with Chinese name and rank (1 the greatest) from the committed Natural Earth clip. */
export function makeRivers(): void {
  const file = new URL("../input/rivers.geojson", import.meta.url);
  const source = zRivers.parse(JSON.parse(readFileSync(file, "utf8")));
  const features = source.features
    .map(({ properties: { name, scalerank }, geometry }) => ({
      type: "Feature",
      properties: { name: riverName(name ?? ""), rank: scalerank },
      geometry,
    }))
    .sort((a, b) => a.properties.rank - b.properties.rank);
  writeJson("rivers.json", { type: "FeatureCollection", features });
}

function riverName(name: string): string | null {
  const damaged = RIVER_NAMES_BY_START.find(([start]) => name.startsWith(start) && !(name in RIVER_NAMES));
  return RIVER_NAMES[name] ?? damaged?.[1] ?? null;
}
