/** China's provinces and the countries around them, each as one topology. Kept per run: three steps want them. */
import type { Position } from "geojson";
import type { Topology } from "topojson-specification";
import { collectionOf, type DivisionFeature, readDivisions } from "./datav.ts";
import { COUNTRY_NAMES } from "./input/names-zh.ts";
import { shape } from "./mapshaper.ts";
import { readPackageJson } from "./packages.ts";

/** Land is kept as far as the baked ground reaches, and a little beyond. */
const REACH = "bbox=76,26,150,66";

/** World Atlas areas that are China by this product's maps, or no country of their own. */
const NOT_FOREIGN = ["156", "158", "344", "446"];

let provinces: Promise<Topology> | null = null;
let countries: Promise<Topology> | null = null;

/** 34 provinces, object `provinces` with `code` and `name`; seams closed, 加格达奇 with Inner Mongolia. */
export function provinceTopology(): Promise<Topology> {
  provinces ??= shape("-i provinces.json snap -clean gap-fill-area=60km2", {
    "provinces.json": collectionOf(readDivisions("100000").map(withoutJagdaqi)),
  });
  return provinces;
}

/** Neighbouring countries, object `countries` with `code` (ISO numeric) and `name`; China cut out. */
export function countryTopology(): Promise<Topology> {
  countries ??= makeCountries();
  return countries;
}

async function makeCountries(): Promise<Topology> {
  const china = await provinceTopology();
  const world = await shape(
    [
      "-i world.json id-field=code -i china.json",
      `-target countries -clip ${REACH}`,
      // Disputed areas of the atlas carry no ISO number.
      `-filter '!!code && ${JSON.stringify(NOT_FOREIGN)}.indexOf(code) < 0'`,
      "-erase provinces remove-slivers -simplify weighted 30% keep-shapes",
      "-filter-fields code -drop target=land,provinces -target countries",
    ].join(" "),
    { "world.json": readPackageJson("world-atlas/countries-10m.json"), "china.json": china },
  );
  const object = world.objects.countries;
  if (object?.type !== "GeometryCollection") throw new Error("countries: expected a collection");
  for (const geometry of object.geometries) {
    const { code } = geometry.properties as { code: string };
    const name = COUNTRY_NAMES[code];
    if (name === undefined) throw new Error(`countries: no Chinese name for ISO ${code}`);
    geometry.properties = { code, name };
  }
  return world;
}

/** In the national file 加格达奇 is an exclave of 黑龙江 and a hole in Inner Mongolia: both go. */
function withoutJagdaqi(feature: DivisionFeature): DivisionFeature {
  const { code } = feature.properties;
  const { geometry } = feature;
  if (geometry.type !== "MultiPolygon") return feature;
  const coordinates =
    code === "230000"
      ? geometry.coordinates.filter(([outer]) => !isJagdaqi(outer ?? []))
      : code === "150000"
        ? geometry.coordinates.map((rings) => rings.filter((ring, index) => index === 0 || !isJagdaqi(ring)))
        : geometry.coordinates;
  return { ...feature, geometry: { type: "MultiPolygon", coordinates } };
}

const isJagdaqi = (ring: readonly Position[]): boolean =>
  ring.length > 0 && ring.every(([lon = 0, lat = 0]) => lon > 123.5 && lon < 124.7 && lat > 50 && lat < 50.8);
