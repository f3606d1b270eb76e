import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { Position } from "geojson";
import { type Bbox, bboxesMeet, bboxOf } from "#geo/question/bbox.ts";

type Ring = { positions: Position[]; bbox: Bbox };

/**
 * Rings that do not cross, in any order and winding, as polygons: a ring inside an odd number of others is a hole
 * of the innermost of them. Winding is not trusted, since exporters disagree on it.
 */
export function nestRings(rings: readonly Position[][]): Position[][][] {
  const all = rings.map(
    (positions): Ring => ({ positions, bbox: bboxOf({ type: "LineString", coordinates: positions }) }),
  );
  const around = all.map((ring) => all.filter((other) => other !== ring && holds(other, ring)));
  const polygons = new Map<Ring, Position[][]>();
  for (const [at, ring] of all.entries()) {
    if ((around[at]?.length ?? 0) % 2 === 0) polygons.set(ring, [ring.positions]);
  }
  for (const [at, ring] of all.entries()) {
    const outer = around[at] ?? [];
    // The innermost ring around a hole is the one that all the others around it hold too.
    const shell = outer.find((one) => around[all.indexOf(one)]?.length === outer.length - 1);
    if (outer.length % 2 === 1 && shell) polygons.get(shell)?.push(ring.positions);
  }
  return [...polygons.values()];
}

/** True when `inner` lies in `outer`; rings may touch, so a vertex on the border decides nothing. */
function holds(outer: Ring, inner: Ring): boolean {
  if (!bboxesMeet(outer.bbox, inner.bbox)) return false;
  const polygon = { type: "Polygon" as const, coordinates: [outer.positions] };
  for (const position of inner.positions) {
    const inside = booleanPointInPolygon(position, polygon, { ignoreBoundary: true });
    if (inside || !booleanPointInPolygon(position, polygon)) return inside;
  }
  return false;
}
