/** A small country beside a sea of nothing: squares whose borders are known by construction. */
import type { Feature, Polygon, Position } from "geojson";
import type { Topology } from "topojson-specification";
import type { AdminTopology, LineKind } from "#geo/topology.ts";

export const ring = (...corners: Position[]): Position[] => [...corners, ...corners.slice(0, 1)];

export const areaOf = (id: string, ...corners: Position[]): Feature<Polygon, { id: string }> => ({
  type: "Feature",
  properties: { id },
  geometry: { type: "Polygon", coordinates: [ring(...corners)] },
});

/** A topology with nothing but lines: each of one kind through its positions. */
export function linesTopology(...lines: [kind: LineKind, ...positions: Position[]][]): AdminTopology {
  const none = { type: "GeometryCollection", geometries: [] };
  const objects = {
    counties: none,
    leagues: none,
    province: none,
    neighbours: none,
    lines: {
      type: "GeometryCollection",
      geometries: lines.map(([kind], index) => ({
        type: "MultiLineString",
        arcs: [[index]],
        properties: { kind },
      })),
    },
  };
  const topology: Topology = {
    type: "Topology",
    arcs: lines.map(([, ...positions]) => positions),
    objects: objects as unknown as Topology["objects"],
  };
  return topology as AdminTopology;
}
