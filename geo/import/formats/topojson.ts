import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { z } from "zod";
import type { RawLayer } from "../layer.ts";
import { ImportRefusal } from "../refusal.ts";
import { areaGeometry } from "./areas.ts";
import { crsOf, firstIssue } from "./geojson.ts";

const zTopology = z.looseObject({
  type: z.literal("Topology"),
  arcs: z.array(z.array(z.array(z.number()).min(2))),
  objects: z.record(z.string(), z.looseObject({ type: z.string() })),
});

/** TopoJSON with one object, or with `layer` (or `counties`) among several. */
export function topojsonLayer(value: object, layer: string | null): RawLayer {
  const parsed = zTopology.safeParse(value);
  if (!parsed.success) throw new ImportRefusal(`The TopoJSON is malformed: ${firstIssue(parsed.error)}.`);
  const name = pickLayer(Object.keys(parsed.data.objects), layer);
  const features = featuresOf(value as Topology, name).map(({ id, properties, geometry }, at) => {
    const where = `geometry ${at + 1} of "${name}"`;
    return {
      where,
      properties: id === undefined ? { ...properties } : { id, ...properties },
      geometry: areaGeometry(geometry, where),
    };
  });
  return { features, crs: crsOf(value), silenceMeansWgs84: true };
}

/** Which of a file's layers to take: the one asked for, the only one, or the one called `counties`. */
export function pickLayer(names: readonly string[], asked: string | null): string {
  const [first] = names;
  if (asked !== null && names.includes(asked)) return asked;
  if (asked === null && first !== undefined && names.length === 1) return first;
  if (asked === null && names.includes("counties")) return "counties";
  const list = names.length === 0 ? "none" : names.join(", ");
  throw new ImportRefusal(
    asked === null
      ? `The file has not one layer but these: ${list}; say which with --layer.`
      : `The file has no layer "${asked}"; its layers are: ${list}.`,
  );
}

function featuresOf(topology: Topology, name: string): Feature[] {
  const object = topology.objects[name];
  if (object === undefined) throw new ImportRefusal(`The file has no layer "${name}".`);
  let made: ReturnType<typeof feature>;
  try {
    made = feature(topology, object);
  } catch (cause) {
    throw new ImportRefusal(`The TopoJSON layer "${name}" names an arc that the file does not hold.`, {
      cause,
    });
  }
  return made.type === "FeatureCollection" ? made.features : [made];
}
