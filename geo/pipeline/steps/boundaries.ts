import type { Topology } from "topojson-specification";
import { PROVINCE_CODE } from "#domain/region.ts";
import { adminLayers, counties2012, type Land } from "../admin-layers.ts";
import { collectionOf, type DivisionFeature, leagueFiles, readDivisions } from "../datav.ts";
import { NEIGHBOUR_NAMES } from "../input/names-zh.ts";
import { shape } from "../mapshaper.ts";
import { areasOf, compact } from "../topology-build.ts";
import { writeJson } from "../write.ts";

/** 加格达奇区: land of 鄂伦春自治旗 that 大兴安岭地区 runs; the national map service draws it with the former. */
const JAGDAQI = { code: "232718", land: "150723" };

/** How much is kept: share of vertices by weighted Visvalingam, and the grid points are rounded to. */
export const DETAIL_LEVELS = [
  { detail: "hi", simplify: "", steps: 1_000_000 },
  { detail: "mid", simplify: "-simplify weighted 35% keep-shapes", steps: 300_000 },
  { detail: "lo", simplify: "-simplify weighted 8% keep-shapes", steps: 100_000 },
] as const;

/** `admin.{hi,mid,lo}.topo.json` and `counties-2012.topo.json`, with shared arcs. */
export async function makeBoundaries(): Promise<void> {
  const clean = await shape(
    "-i all.json snap snap-interval=0.00002 -clean gap-fill-area=25km2 sliver-control=1 overlap-rule=max-area",
    { "all.json": collectionOf(readCounties()) },
  );
  for (const { detail, simplify, steps } of DETAIL_LEVELS) {
    const level = simplify === "" ? clean : await shape(`-i all.json ${simplify}`, { "all.json": clean });
    const areas = areasOf<Land>(level, "all");
    const file = (objects: Topology["objects"]) =>
      compact({ type: "Topology", arcs: level.arcs, objects }, steps);
    writeJson(`admin.${detail}.topo.json`, file(adminLayers(level, areas)));
    if (detail === "hi") writeJson("counties-2012.topo.json", file({ counties: counties2012(level, areas) }));
  }
}

/** Counties of Inner Mongolia and of the provinces around it, so that the seams between them close. */
function readCounties(): DivisionFeature[] {
  const provinces = [PROVINCE_CODE, ...Object.keys(NEIGHBOUR_NAMES)];
  const counties = provinces.flatMap((code) => leagueFiles(code.slice(0, 2)).flatMap(readDivisions));
  // A city without districts (嘉峪关) has no file of its own: it is taken from the province's.
  const covered = new Set(counties.map(({ properties }) => properties.code.slice(0, 4)));
  const bare = Object.keys(NEIGHBOUR_NAMES)
    .flatMap(readDivisions)
    .filter(({ properties }) => !covered.has(properties.code.slice(0, 4)));
  return [...counties, ...bare].map((feature) => {
    const { code, name } = feature.properties;
    const land = code === JAGDAQI.code ? JAGDAQI.land : code;
    return { ...feature, properties: { code, name, land, center: null } };
  });
}
