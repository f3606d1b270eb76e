/** Boundaries as files, whichever source they come from: the packaged one (steps/boundaries.ts) or an agency's. */
import type { Position } from "geojson";
import type { Topology } from "topojson-specification";
import { adminLayers, counties2012, isOurs, type Land } from "./admin-layers.ts";
import { cutOuterArcs } from "./cut-outer-arcs.ts";
import { shape } from "./mapshaper.ts";
import { areasOf, compact } from "./topology-build.ts";
import { writeJson } from "./write.ts";

/** How much is kept: share of vertices by weighted Visvalingam, and the grid points are rounded to. */
const DETAIL_LEVELS = [
  { detail: "hi", simplify: "", steps: 1_000_000 },
  { detail: "mid", simplify: "-simplify weighted 35% keep-shapes", steps: 300_000 },
  { detail: "lo", simplify: "-simplify weighted 8% keep-shapes", steps: 100_000 },
] as const;

/**
 * Writes `admin.{hi,mid,lo}.topo.json` and `counties-2012.topo.json`, with shared arcs. `clean` has one object,
 * `all`: areas (Land) of ours and of the neighbours, without overlap. Where the two leave no gap, all that borders on
 * nothing is the national border; else `isNational` tells it from the rim of a gap.
 */
export async function writeBoundaries(
  clean: Topology,
  isNational?: (at: Position) => boolean,
): Promise<void> {
  for (const { detail, simplify, steps } of DETAIL_LEVELS) {
    const simple = simplify === "" ? clean : await shape(`-i all.json ${simplify}`, { "all.json": clean });
    const { topology: level, provincial } = isNational
      ? cutOuterArcs<Land>(simple, isOurs, isNational)
      : { topology: simple, provincial: new Set<number>() };
    const areas = areasOf<Land>(level, "all");
    const file = (objects: Topology["objects"]) =>
      compact({ type: "Topology", arcs: level.arcs, objects }, steps);
    writeJson(`admin.${detail}.topo.json`, file(adminLayers(level, areas, provincial)));
    if (detail === "hi") writeJson("counties-2012.topo.json", file({ counties: counties2012(level, areas) }));
  }
}
