import { z } from "zod";
import type { RawLayer } from "../layer.ts";
import { ImportRefusal } from "../refusal.ts";
import { areaGeometry } from "./areas.ts";

const zCollection = z.looseObject({
  features: z.array(
    z.looseObject({
      type: z.literal("Feature"),
      id: z.union([z.string(), z.number()]).nullish(),
      properties: z.record(z.string(), z.unknown()).nullable(),
      geometry: z.unknown(),
    }),
  ),
});

/** GeoJSON (RFC 7946), and the older kind that carries a `crs` member. A feature's id counts as attribute `id`. */
export function geojsonLayer(value: object): RawLayer {
  const parsed = zCollection.safeParse(value);
  if (!parsed.success) {
    throw new ImportRefusal(
      `The GeoJSON is not a FeatureCollection of features: ${firstIssue(parsed.error)}.`,
    );
  }
  const features = parsed.data.features.map(({ id, properties, geometry }, at) => {
    const where = `feature ${at + 1}`;
    return {
      where,
      properties: id === undefined || id === null ? { ...properties } : { id, ...properties },
      geometry: areaGeometry(geometry, where),
    };
  });
  return { features, crs: crsOf(value), silenceMeansWgs84: true };
}

/** The `crs` member of GeoJSON 2008: `null` there means "unknown", which is not the same as no member. */
export function crsOf(value: object): string | null {
  if (!("crs" in value)) return null;
  const named = z.object({ properties: z.object({ name: z.string() }) }).safeParse(value.crs);
  return named.success ? named.data.properties.name : `crs ${JSON.stringify(value.crs)}`;
}

export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? "unknown" : `${issue.path.join(".") || "top level"}: ${issue.message}`;
}
