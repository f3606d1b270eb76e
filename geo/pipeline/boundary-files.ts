/** Boundaries as files, whichever source they come from: the packaged one (steps/boundaries.ts) or an agency's. */
import type { Topology } from "topojson-specification";
import { adminLayers, counties2012, type Land } from "./admin-layers.ts";
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
 * `all`: areas (Land) of ours and of the neighbours, without gap or overlap.
 */
export async function writeBoundaries(clean: Topology): Promise<void> {
  for (const { detail, simplify, steps } of DETAIL_LEVELS) {
    const level = simplify === "" ? clean : await shape(`-i all.json ${simplify}`, { "all.json": clean });
    const areas = areasOf<Land>(level, "all");
    const file = (objects: Topology["objects"]) =>
      compact({ type: "Topology", arcs: level.arcs, objects }, steps);
    writeJson(`admin.${detail}.topo.json`, file(adminLayers(level, areas)));
    if (detail === "hi") writeJson("counties-2012.topo.json", file({ counties: counties2012(level, areas) }));
  }
}
