import type { Position } from "geojson";
import { feature } from "topojson-client";
import type { AdminTopology, LineKind } from "#geo/topology.ts";

/** From start to end: lon, lat, lon, lat. */
type Segment = readonly [number, number, number, number];

/**
 * Tells for a point of the outer border whether it is the national border or that of a province, by which of the two
 * of a data set lies nearer. It needs no tolerance: however far two sources of one border lie apart, the other kind
 * lies farther, but at the few points where the two meet.
 */
export function nationalBorder(reference: AdminTopology): (at: Position) => boolean {
  const nation = segmentsOf(reference, "nation");
  const province = segmentsOf(reference, "prov");
  return (at) => nearest(nation, at) <= nearest(province, at);
}

/** Lines of one kind, each as its positions; none where the set has none. */
export const linesOf = (topology: AdminTopology, kind: LineKind): Position[][] =>
  feature(topology, topology.objects.lines).features.flatMap(({ geometry, properties }) => {
    if (properties.kind !== kind) return [];
    return geometry.type === "MultiLineString"
      ? geometry.coordinates
      : geometry.type === "LineString"
        ? [geometry.coordinates]
        : [];
  });

const segmentsOf = (topology: AdminTopology, kind: LineKind): Segment[] =>
  linesOf(topology, kind).flatMap((line) =>
    line.slice(1).map(([x = 0, y = 0], index): Segment => {
      const [fromX = 0, fromY = 0] = line[index] ?? [];
      return [fromX, fromY, x, y];
    }),
  );

/** Square of the distance to the nearest segment, in degrees of latitude; endless where there is none. */
function nearest(segments: readonly Segment[], [lon = 0, lat = 0]: Position): number {
  const narrow = Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const [fromLon, fromLat, toLon, toLat] of segments) {
    const [x, y] = [(fromLon - lon) * narrow, fromLat - lat];
    const [alongX, alongY] = [(toLon - fromLon) * narrow, toLat - fromLat];
    const square = alongX * alongX + alongY * alongY;
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, -(x * alongX + y * alongY) / square));
    const [offX, offY] = [x + share * alongX, y + share * alongY];
    least = Math.min(least, offX * offX + offY * offY);
  }
  return least;
}
