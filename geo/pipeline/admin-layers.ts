/** From counties with shared arcs to everything above them: leagues, province, neighbours, lines, counties of 2012. */
import type { GeometryCollection, Topology } from "topojson-specification";
import { CHANGES_SINCE_2012 } from "#geo/counties-2012.ts";
import { LINE_KINDS, type LineKind } from "#geo/topology.ts";
import { withProvincial } from "./cut-outer-arcs.ts";
import { LEAGUE_NAMES, NEIGHBOUR_NAMES } from "./input/names-zh.ts";
import { type Area, dissolve, linesByKind } from "./topology-build.ts";

/** An area of the finest level; `land` is the code it counts with. */
export type Land = { code: string; name: string; land: string };

type Names = Readonly<Record<string, string>>;
type Layer = GeometryCollection<{ name: string }>;

export const isOurs = ({ land }: Land): boolean => land.startsWith("15");
const provinceOf = ({ land }: Land): string => `${land.slice(0, 2)}0000`;
const leagueOf = ({ land }: Land): string => `${land.slice(0, 4)}00`;

export type AdminLayers = {
  counties: Layer;
  leagues: Layer;
  province: Layer;
  neighbours: Layer;
  lines: GeometryCollection<{ kind: LineKind }>;
};

/**
 * Layers made of the topology's own arcs. `areas` holds our counties and, as parts or whole, the neighbours.
 * Arcs that nothing borders on are the national border, but for those in `provincial`.
 */
export function adminLayers(
  topology: Topology,
  areas: readonly Area<Land>[],
  provincial: ReadonlySet<number> = new Set(),
): AdminLayers {
  const ours = ourAreas(areas);
  return {
    counties: dissolve(topology, ours, ({ land }) => land, countyName(areas)),
    leagues: dissolve(topology, ours, leagueOf, nameFrom(LEAGUE_NAMES)),
    province: dissolve(topology, ours, provinceOf, () => "内蒙古自治区"),
    neighbours: dissolve(
      topology,
      areas,
      (land) => (isOurs(land) ? null : provinceOf(land)),
      nameFrom(NEIGHBOUR_NAMES),
    ),
    lines: withProvincial(linesByKind(topology, areas, LINE_KINDS, kindOfLine), provincial),
  };
}

/** The 101 counties of July 2012: those founded since go back to what they were part of. */
export function counties2012(topology: Topology, areas: readonly Area<Land>[]): Layer {
  const codeThen = ({ land }: Land) => CHANGES_SINCE_2012[land]?.from ?? land;
  return dissolve(topology, ourAreas(areas), codeThen, countyName(areas));
}

const ourAreas = (areas: readonly Area<Land>[]) => areas.filter(({ properties }) => isOurs(properties));

function kindOfLine(a: Land, b: Land | null): LineKind | null {
  if (b === null) return isOurs(a) ? "nation" : null;
  if (a.land === b.land) return null;
  if (provinceOf(a) !== provinceOf(b)) return isOurs(a) || isOurs(b) ? "prov" : "prov-other";
  if (!isOurs(a)) return null;
  return leagueOf(a) === leagueOf(b) ? "county" : "league";
}

const countyName = (areas: readonly Area<Land>[]) =>
  nameFrom(Object.fromEntries(areas.map(({ properties }) => [properties.code, properties.name])));

const nameFrom =
  (names: Names) =>
  (code: string): string => {
    const name = names[code];
    if (name === undefined) throw new Error(`boundaries: no name for ${code}`);
    return name;
  };
