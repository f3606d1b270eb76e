/** Boundary files for the import's tests, made from the committed counties: whole, and broken in one way each. */
import { readFileSync } from "node:fs";
import { Clipper, EndType, JoinType } from "clipper2-ts";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { degrees, geometryOf, sheetOf } from "#geo/import/checks/sheet.ts";
import type { AdminTopology } from "#geo/topology.ts";

export const DATA_DIR = new URL("../../../geo/data/", import.meta.url);

export type CountyFeature = Feature<Polygon | MultiPolygon, { adcode: string; name: string }>;
export type CountyFile = FeatureCollection<Polygon | MultiPolygon, { adcode: string; name: string }>;

const topology: AdminTopology = JSON.parse(readFileSync(new URL("admin.hi.topo.json", DATA_DIR), "utf8"));
export const presentTopology = (): AdminTopology => topology;

/** The committed counties as an agency's GeoJSON: code in `adcode`, no CRS stated. */
export const countyFile = (): CountyFile => committed;
const committed = makeCountyFile();

function makeCountyFile(): CountyFile {
  const { features } = feature(topology, topology.objects.counties);
  return {
    type: "FeatureCollection",
    features: features.map(({ id, properties, geometry }) => {
      if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") throw new Error("not an area");
      return { type: "Feature", properties: { adcode: String(id), name: properties.name }, geometry };
    }),
  };
}

/** The same file with one county changed; `null` takes it out. */
export function withCounty(
  code: string,
  change: (county: CountyFeature) => CountyFeature | null,
): CountyFile {
  const file = countyFile();
  if (!file.features.some(({ properties }) => properties.adcode === code)) throw new Error(`no ${code}`);
  return {
    ...file,
    features: file.features.flatMap((one) => (one.properties.adcode === code ? (change(one) ?? []) : one)),
  };
}

export function mapPositions<G extends Polygon | MultiPolygon>(
  geometry: G,
  move: (at: [number, number]) => Position,
): Polygon | MultiPolygon {
  const ring = (positions: Position[]) => positions.map(([x = Number.NaN, y = Number.NaN]) => move([x, y]));
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates.map(ring) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
}

export const mapFile = (file: CountyFile, move: (at: [number, number]) => Position): CountyFile => ({
  ...file,
  features: file.features.map((one) => ({ ...one, geometry: mapPositions(one.geometry, move) })),
});

/** The county grown (`factor` > 1) or shrunk about a point, as a careless edit would. */
export const scaledAbout =
  ([x0, y0]: [number, number], factor: number) =>
  (county: CountyFeature): CountyFeature => ({
    ...county,
    geometry: mapPositions(county.geometry, ([x, y]) => [x0 + (x - x0) * factor, y0 + (y - y0) * factor]),
  });

export function ringOf({ geometry }: CountyFeature): Position[] {
  const ring = geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates[0]?.[0];
  if (!ring) throw new Error("no ring");
  return ring;
}

/** The county with a strip of this many degrees taken off all around. */
export const peeled =
  (by: number) =>
  (county: CountyFeature): CountyFeature => ({
    ...county,
    geometry: geometryOf(
      Clipper.inflatePaths(sheetOf(county.geometry), -degrees(by), JoinType.Miter, EndType.Polygon, 2),
    ),
  });
