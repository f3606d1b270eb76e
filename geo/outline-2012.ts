import { mergeArcs } from "topojson-client";
import type { MultiLineString } from "topojson-specification";
import { CHANGES_SINCE_2012, existedIn2012 } from "./counties-2012.ts";
import type { AdminTopology, AreaGeometry } from "./topology.ts";

type Objects = Pick<AdminTopology["objects"], "counties" | "lines">;

/** The 101 counties of July 2012 and the lines between them, made of the same arcs as those of today. */
export function asOf2012({ counties, lines }: Objects, topology: AdminTopology): Objects {
  const areas = counties.geometries as AreaGeometry[];
  const partsOf = (code: string) => areas.filter(({ id }) => (CHANGES_SINCE_2012[id]?.from ?? id) === code);
  const inner = new Set<number>();
  const merged = areas
    .filter(({ id }) => existedIn2012(id))
    .map((area) => {
      const parts = partsOf(area.id);
      if (parts.length === 1) return area;
      for (const arc of sharedArcs(parts)) inner.add(arc);
      return { ...area, type: "MultiPolygon" as const, arcs: mergeArcs(topology, parts).arcs };
    });
  return {
    counties: { ...counties, geometries: merged },
    lines: {
      ...lines,
      geometries: lines.geometries.map((line) =>
        line.type === "MultiLineString" ? { ...line, arcs: without(line.arcs, inner) } : line,
      ),
    },
  };
}

/** Arcs that two of the areas have: their border. */
function sharedArcs(areas: readonly AreaGeometry[]): number[] {
  const seen = areas.flatMap((area) => [...new Set(area.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc)))]);
  return seen.filter((arc, index) => seen.indexOf(arc) !== index);
}

/** Lines cut where they run along an arc of `inner`. */
function without(lines: MultiLineString["arcs"], inner: ReadonlySet<number>): MultiLineString["arcs"] {
  return lines.flatMap((line) => {
    const pieces: number[][] = [[]];
    for (const arc of line) {
      if (inner.has(arc < 0 ? ~arc : arc)) pieces.push([]);
      else pieces.at(-1)?.push(arc);
    }
    return pieces.filter((piece) => piece.length > 0);
  });
}
