/** Small moves on topologies: dissolve by key, lines by kind, drop what is unused. Arcs stay shared. */
import { mergeArcs, meshArcs, quantize } from "topojson-client";
import type {
  GeometryCollection,
  GeometryObject,
  MultiLineString,
  MultiPolygon,
  Objects,
  Polygon,
  Topology,
} from "topojson-specification";

type Properties = Record<string, unknown>;
export type Area<P extends Properties> = (Polygon<P> | MultiPolygon<P>) & { properties: P };

/** Areas of one object; anything but polygons stops the run. */
export function areasOf<P extends Properties>(topology: Topology, name: string): Area<P>[] {
  const object = topology.objects[name];
  if (object?.type !== "GeometryCollection") throw new Error(`topology: expected a collection "${name}"`);
  return object.geometries.map((geometry, index) => {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon")
      throw new Error(`topology: ${name}, record ${index}: expected an area, found ${geometry.type}`);
    return geometry as Area<P>;
  });
}

/** Merges areas of the same key. The union's outline is made of the very arcs of its parts. */
export function dissolve<P extends Properties>(
  topology: Topology,
  areas: readonly Area<P>[],
  keyOf: (properties: P) => string | null,
  nameOf: (key: string) => string,
): GeometryCollection<{ name: string }> {
  const groups = new Map<string, Area<P>[]>();
  for (const area of areas) {
    const key = keyOf(area.properties);
    if (key === null) continue;
    groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  const geometries = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, parts]) => ({
      ...mergeArcs(topology, parts as (Polygon<P> | MultiPolygon<P>)[]),
      id,
      properties: { name: nameOf(id) },
    }));
  return { type: "GeometryCollection", geometries };
}

/** Border lines between areas, by kind. `kindOf` gets two neighbours (twice the same on an outer border). */
export function linesByKind<P extends Properties, K extends string>(
  topology: Topology,
  areas: readonly Area<P>[],
  kinds: readonly K[],
  kindOf: (a: P, b: P | null) => K | null,
): GeometryCollection<{ kind: K }> {
  const collection: GeometryCollection<P> = { type: "GeometryCollection", geometries: [...areas] };
  const geometries = kinds.flatMap((kind) => {
    const line: MultiLineString = meshArcs(topology, collection, (a, b) => {
      const first = a as Area<P>;
      const second = b as Area<P>;
      return kindOf(first.properties, first === second ? null : second.properties) === kind;
    });
    return line.arcs.length === 0 ? [] : [{ ...line, properties: { kind } }];
  });
  return { type: "GeometryCollection", geometries };
}

/** Drops arcs that no object uses, then rounds to a grid of `steps` × `steps` over the bounding box. */
export function compact(topology: Topology, steps: number): Topology {
  return quantize(prune(topology) as Topology<Objects<object>>, steps);
}

function prune(topology: Topology): Topology {
  const numbers = new Map<number, number>();
  const arcs: Topology["arcs"] = [];
  const renumber = (arc: number): number[] => {
    const index = arc < 0 ? ~arc : arc;
    let number = numbers.get(index);
    if (number === undefined) {
      const points = topology.arcs[index];
      if (!points) throw new Error(`topology: expected arc ${index}, found ${topology.arcs.length} arcs`);
      number = arcs.push(points) - 1;
      numbers.set(index, number);
    }
    return [arc < 0 ? ~number : number];
  };
  const objects = Object.fromEntries(
    Object.entries(topology.objects).map(([name, object]) => [name, withArcs(object, renumber)]),
  );
  return { type: "Topology", objects, arcs };
}

type AnyObject = GeometryObject<Record<string, unknown> | null>;

/** The same object of other arcs: each has become one or several, in the direction it is walked. */
export function withArcs(object: AnyObject, renumber: (arc: number) => number[]): AnyObject {
  switch (object.type) {
    case "GeometryCollection":
      return { ...object, geometries: object.geometries.map((one) => withArcs(one, renumber)) };
    case "LineString":
      return { ...object, arcs: object.arcs.flatMap(renumber) };
    case "MultiLineString":
    case "Polygon":
      return { ...object, arcs: object.arcs.map((line) => line.flatMap(renumber)) };
    case "MultiPolygon":
      return { ...object, arcs: object.arcs.map((rings) => rings.map((ring) => ring.flatMap(renumber))) };
    default:
      return object;
  }
}
