import type { Position } from "geojson";
import { feature } from "topojson-client";
import type { AdminTopology } from "#geo/topology.ts";

type Segment = readonly [from: Position, to: Position];
/** Degrees; a segment is entered in every cell its box touches. */
const CELL = 0.05;

/**
 * Places where two of the counties' border segments cross or overlap anywhere but at a shared end point, each as
 * "lon lat". Shared borders are one arc of the topology, so each is looked at once.
 */
export function crossings(topology: AdminTopology): string[] {
  const cells = new Map<string, Segment[]>();
  const found: string[] = [];
  for (const segment of segmentsOf(topology)) {
    const compared = new Set<Segment>();
    for (const key of cellsOf(segment)) {
      const others = cells.get(key) ?? [];
      for (const other of others) {
        if (compared.has(other)) continue;
        compared.add(other);
        if (cross(segment, other)) found.push(segment[0].map((value) => value.toFixed(4)).join(" "));
      }
      cells.set(key, [...others, segment]);
    }
  }
  return found;
}

function segmentsOf(topology: AdminTopology): Segment[] {
  const used = new Set<number>();
  const collect = (arcs: unknown): void => {
    if (typeof arcs === "number") used.add(arcs < 0 ? ~arcs : arcs);
    else if (Array.isArray(arcs)) arcs.forEach(collect);
  };
  for (const geometry of topology.objects.counties.geometries) if ("arcs" in geometry) collect(geometry.arcs);
  const lines = feature(topology, { type: "MultiLineString", arcs: [...used].map((arc) => [arc]) });
  if (lines.geometry.type !== "MultiLineString") throw new Error("expected lines");
  return lines.geometry.coordinates.flatMap((line) =>
    line.slice(1).map((to, index): Segment => [line[index] ?? to, to]),
  );
}

function* cellsOf([[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): Generator<string> {
  for (let x = Math.floor(Math.min(ax, bx) / CELL); x <= Math.floor(Math.max(ax, bx) / CELL); x++)
    for (let y = Math.floor(Math.min(ay, by) / CELL); y <= Math.floor(Math.max(ay, by) / CELL); y++)
      yield `${x},${y}`;
}

/** Proper crossing: each segment's ends lie strictly on both sides of the other. */
function cross([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [px = 0, py = 0]: Position): number {
  const turn = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  // Below the rounding of coordinates around 100 (1e-14 × 100 × a segment's length) a point lies on the line.
  return Math.abs(turn) < 1e-12 ? 0 : Math.sign(turn);
}
