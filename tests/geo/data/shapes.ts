import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { readTopology } from "#geo/read.ts";
import type { AdminTopology, Detail } from "#geo/topology.ts";

export type Shapes = Map<string, Polygon | MultiPolygon>;

/** Areas of one layer by code. */
export function shapesOf(detail: Detail, layer: "counties" | "leagues" | "province"): Shapes {
  const topology: AdminTopology = readTopology(detail);
  return new Map(
    feature(topology, topology.objects[layer]).features.map(({ id, geometry }) => {
      if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon")
        throw new Error(`${layer} ${id}: expected an area, found ${geometry.type}`);
      return [String(id), geometry];
    }),
  );
}
