import type { Topology } from "topojson-specification";
import { PROVINCE_CODE } from "#domain/region.ts";
import { LINE_KINDS, type LineKind } from "#geo/topology.ts";
import { collectionOf, type Division, type DivisionFeature, leagueFiles, readDivisions } from "../datav.ts";
import { CHANGES_SINCE_2012, LEAGUE_NAMES, NEIGHBOUR_NAMES } from "../input/names-zh.ts";
import { shape } from "../mapshaper.ts";
import { type Area, areasOf, compact, dissolve, linesByKind } from "../topology-build.ts";
import { writeJson } from "../write.ts";

/** 加格达奇区: land of 鄂伦春自治旗 that 大兴安岭地区 runs; the national map service draws it with the former. */
const JAGDAQI = { code: "232718", land: "150723" };

/** How much is kept: share of vertices by weighted Visvalingam, and the grid points are rounded to. */
const DETAIL_LEVELS = [
  { detail: "hi", simplify: "", steps: 1_000_000 },
  { detail: "mid", simplify: "-simplify weighted 35% keep-shapes", steps: 300_000 },
  { detail: "lo", simplify: "-simplify weighted 8% keep-shapes", steps: 100_000 },
] as const;

type Land = { code: string; name: string; land: string };

/** Boundaries at three levels of detail and the counties of 2012, with shared arcs. */
export async function makeBoundaries(): Promise<void> {
  const clean = await shape(
    "-i all.json snap snap-interval=0.00002 -clean gap-fill-area=25km2 sliver-control=1 overlap-rule=max-area",
    { "all.json": collectionOf(readCounties()) },
  );
  for (const { detail, simplify, steps } of DETAIL_LEVELS) {
    const simplified =
      simplify === "" ? clean : await shape(`-i all.json ${simplify}`, { "all.json": clean });
    writeJson(`admin.${detail}.topo.json`, compact(layersOf(simplified), steps));
    if (detail === "hi") writeJson("counties-2012.topo.json", compact(counties2012(simplified), steps));
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

const layerOf = (topology: Topology): Area<Land>[] => areasOf<Land>(topology, "all");
const isOurs = ({ land }: Land): boolean => land.startsWith("15");
const provinceOf = ({ land }: Land): string => `${land.slice(0, 2)}0000`;
const leagueOf = ({ land }: Land): string => `${land.slice(0, 4)}00`;

function layersOf(topology: Topology): Topology {
  const areas = layerOf(topology);
  const names = new Map(areas.map(({ properties }) => [properties.code, properties.name]));
  const ours = areas.filter(({ properties }) => isOurs(properties));
  const named = (table: Readonly<Record<string, string>>) => (code: string) => nameIn(table, code);
  return {
    type: "Topology",
    arcs: topology.arcs,
    objects: {
      counties: dissolve(
        topology,
        ours,
        ({ land }) => land,
        (code) => names.get(code) ?? nameIn({}, code),
      ),
      leagues: dissolve(topology, ours, leagueOf, named(LEAGUE_NAMES)),
      province: dissolve(topology, ours, provinceOf, () => "内蒙古自治区"),
      neighbours: dissolve(
        topology,
        areas,
        (land) => (isOurs(land) ? null : provinceOf(land)),
        named(NEIGHBOUR_NAMES),
      ),
      lines: linesByKind(topology, areas, LINE_KINDS, kindOfLine),
    },
  };
}

function kindOfLine(a: Land, b: Land | null): LineKind | null {
  if (b === null) return isOurs(a) ? "nation" : null;
  if (a.land === b.land) return null;
  if (provinceOf(a) !== provinceOf(b)) return isOurs(a) || isOurs(b) ? "prov" : "prov-other";
  if (!isOurs(a)) return null;
  return leagueOf(a) === leagueOf(b) ? "county" : "league";
}

function counties2012(topology: Topology): Topology {
  const areas = layerOf(topology).filter(({ properties }) => isOurs(properties));
  const names = new Map(areas.map(({ properties }) => [properties.code, properties.name]));
  const then = ({ land }: Division & { land: string }) => CHANGES_SINCE_2012[land]?.from ?? land;
  const counties = dissolve(topology, areas, then, (code) => names.get(code) ?? nameIn({}, code));
  return { type: "Topology", arcs: topology.arcs, objects: { counties } };
}

function nameIn(table: Readonly<Record<string, string>>, code: string): string {
  const name = table[code];
  if (name === undefined) throw new Error(`boundaries: no name for ${code}`);
  return name;
}
