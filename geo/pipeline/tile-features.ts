/** What goes into the tiles of one zoom: features simplified to what that zoom can show, vertices shared. */
import { readFileSync } from "node:fs";
import type { Feature, Geometry, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { leagueOf, PLANNED_CITY_CODES } from "#domain/region.ts";
import type { Bbox } from "#geo/ground.ts";
import { bboxOf } from "#geo/question/bbox.ts";
import { dataFile, readTopology } from "#geo/read.ts";
import {
  DETAIL_BBOX,
  DETAIL_ZOOMS,
  type LandKind,
  OVERVIEW_ZOOMS,
  type TileLayer,
  type TileLineKind,
} from "#geo/tiles/layers.ts";
import { type AdminLayers, adminLayers, counties2012, type Land } from "./admin-layers.ts";
import { NEIGHBOUR_NAMES } from "./input/names-zh.ts";
import { countryTopology, provinceTopology } from "./land.ts";
import { shape } from "./mapshaper.ts";
import { outsideLines } from "./outside-lines.ts";
import { type Area, areasOf } from "./topology-build.ts";

/** `region`: what lies in Inner Mongolia; `around`: also what lies beside it. */
type Reach = "region" | "around";

/** Metres a screen pixel covers at zoom 0 in the region's middle latitude, 512 px tiles. */
const PIXEL_M = 54_900;
/**
 * Details smaller than this many pixels go, measured where a tile is drawn largest, one zoom on. The deepest tiles
 * are drawn larger still, so they keep all that the overview's share of a pixel would.
 */
const smallestDetailPx = (zoom: number): number =>
  zoom <= OVERVIEW_ZOOMS.max || zoom === DETAIL_ZOOMS.max ? 1 : 1.6;
/** Rivers along the border are drawn though the source lets them wander outside by as much. */
const RIVER_REACH_KM = 8;
/** Clipped a little wider than the tiles reach, so that no cut edge falls inside their buffer. */
const CLIP = `bbox=${DETAIL_BBOX[0] - 1},${DETAIL_BBOX[1] - 1},${DETAIL_BBOX[2] + 1},${DETAIL_BBOX[3] + 1}`;

const simplify = (zoom: number): string =>
  `-simplify weighted interval=${Math.round((PIXEL_M / 2 ** (zoom + 1)) * smallestDetailPx(zoom))} keep-shapes`;

export function regionBbox(): Bbox {
  const topology = readTopology("lo");
  const [region] = featuresOf(topology, topology.objects.province);
  if (!region) throw new Error("tiles: no province in the lo topology");
  return bboxOf(region.geometry);
}

/** Regions and lines; `region` leaves out lines between other provinces. */
export async function adminFeatures(
  zoom: number,
  reach: Reach,
): Promise<Partial<Record<TileLayer, Feature[]>>> {
  const topology = await shape(`-i all.json ${simplify(zoom)}`, { "all.json": adminInput() });
  const areas = areasOf<Land>(topology, "all");
  const { counties, leagues, lines } = adminLayers(topology, areas);
  const county = areaFeatures(topology, counties, (code) => ({ code, league: leagueOf(code) }));
  return {
    county,
    league: areaFeatures(topology, leagues, (code) => ({ code })),
    city: county
      .filter(({ id }) => (PLANNED_CITY_CODES as readonly string[]).includes(String(id)))
      .map((city) => ({ ...city, properties: { code: String(city.id) } })),
    county2012: areaFeatures(topology, counties2012(topology, areas), (code) => ({
      code,
      league: leagueOf(code),
    })),
    line: lineFeatures(topology, lines).filter(
      ({ properties }) => reach === "around" || properties?.kind !== "prov-other",
    ),
  };
}

/** Our counties and the eight neighbours as one collection over the finest topology's arcs. */
function adminInput(): Topology {
  const topology = readTopology("hi");
  const land = (name: "counties" | "neighbours") =>
    areasOf<{ name: string }>(topology, name).map((area) => {
      const code = String(area.id);
      return { ...area, properties: { code, land: code, name: area.properties.name } };
    });
  const { arcs, transform } = topology;
  return {
    type: "Topology",
    arcs,
    ...(transform ? { transform } : {}),
    objects: {
      all: {
        type: "GeometryCollection",
        geometries: [...land("counties"), ...land("neighbours")],
      },
    },
  };
}

function areaFeatures(
  topology: Topology,
  collection: GeometryCollection<{ name: string }>,
  propertiesOf: (code: string) => Record<string, string | null>,
): Feature[] {
  return featuresOf(topology, collection).map(({ id, geometry }) => ({
    type: "Feature",
    id: Number(id),
    properties: propertiesOf(String(id)),
    geometry,
  }));
}

const lineFeatures = (topology: Topology, lines: AdminLayers["lines"]): Feature[] =>
  featuresOf(topology, lines).map(({ properties, geometry }) => lineFeature(properties?.kind, geometry));

const lineFeature = (kind: TileLineKind, geometry: Geometry): Feature => ({
  type: "Feature",
  properties: { kind },
  geometry,
});

/** Land and lines outside the region, from the coarser national and world sources. */
export async function outsideFeatures(zoom: number): Promise<{ land: Feature[]; lines: Feature[] }> {
  const [provinces, countries, admin] = await Promise.all([
    simplified(zoom, "provinces", await provinceTopology()),
    simplified(zoom, "countries", await countryTopology()),
    shape(`-i all.json ${simplify(zoom)}`, { "all.json": adminInput() }),
  ]);
  const near = new Set(Object.keys(NEIGHBOUR_NAMES));
  const farther = areasOf<{ code: string; name: string }>(provinces, "provinces").filter(
    ({ properties: { code } }) => !near.has(code) && code !== "150000",
  );
  const { neighbours } = adminLayers(admin, areasOf<Land>(admin, "all"));
  const lines = outsideLines(provinces, countries, (a, b) => !(near.has(a) && near.has(b)));
  const land = (kind: LandKind, features: readonly Feature[]): Feature[] =>
    features.map(({ geometry }) => ({ type: "Feature", properties: { kind }, geometry }));
  return {
    land: [
      ...land("country", featuresOf(countries, collect(areasOf(countries, "countries")))),
      ...land("china", featuresOf(provinces, collect(farther))),
      ...land("china", featuresOf(admin, neighbours)),
    ],
    lines: [
      lineFeature("prov-other", lines.provinces),
      lineFeature("nation-other", lines.nation),
      lineFeature("country", lines.countries),
      lineFeature("coast", lines.coast),
    ],
  };
}

const simplified = (zoom: number, name: string, topology: Topology): Promise<Topology> =>
  shape(`-i ${name}.json -clip ${CLIP} ${simplify(zoom)}`, { [`${name}.json`]: topology });

const collect = <P extends Record<string, unknown>>(areas: Area<P>[]): GeometryCollection<P> => ({
  type: "GeometryCollection",
  geometries: areas,
});

/** Lakes that the zoom can show: at least some 12 px² large. */
export async function lakeFeatures(zoom: number, reach: Reach): Promise<Feature[]> {
  const pixelKm = PIXEL_M / 2 ** (zoom + 1) / 1000;
  const leastKm2 = zoom >= 8 ? 0 : 12 * pixelKm ** 2;
  const lakes = readFeatures("lakes.json").filter(({ properties }) => Number(properties?.km2) >= leastKm2);
  const clip = reach === "region" ? "-clip region" : `-clip ${CLIP}`;
  const topology = await shape(
    `-i lakes.json -i region.json -target lakes ${clip} ${simplify(zoom)} -drop target=region -target lakes`,
    { "lakes.json": { type: "FeatureCollection", features: lakes }, "region.json": regionFeature() },
  );
  return featuresOf(topology, topology.objects.lakes).map(({ properties, geometry }) => ({
    type: "Feature",
    properties: properties?.name ? { name: properties.name } : {},
    geometry,
  }));
}

/** Rivers, with those along the region's border counted to it. */
export async function riverFeatures(zoom: number, reach: Reach): Promise<Feature[]> {
  const rivers = { type: "FeatureCollection", features: readFeatures("rivers.json") };
  const clip = reach === "region" ? "-clip region" : `-clip ${CLIP}`;
  const topology = await shape(
    [
      "-i rivers.json -i region.json",
      `-target region -buffer ${RIVER_REACH_KM}km`,
      `-target rivers ${clip} ${simplify(zoom)} -drop target=region -target rivers`,
    ].join(" "),
    { "rivers.json": rivers, "region.json": regionFeature() },
  );
  return featuresOf(topology, topology.objects.rivers).map(({ properties, geometry }) => ({
    type: "Feature",
    properties: { rank: properties?.rank, ...(properties?.name ? { name: properties.name } : {}) },
    geometry,
  }));
}

function regionFeature(): Feature | undefined {
  const topology = readTopology("mid");
  return featuresOf(topology, topology.objects.province)[0];
}

function readFeatures(name: string): Feature<Polygon>[] {
  return JSON.parse(readFileSync(dataFile(name), "utf8")).features;
}

function featuresOf(topology: Topology, object: unknown): Feature[] {
  const collection = object as GeometryCollection;
  return feature(topology, collection).features.filter(({ geometry }) => geometry !== null);
}
