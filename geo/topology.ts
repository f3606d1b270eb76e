import type {
  GeometryCollection,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Topology,
} from "topojson-specification";
import { z } from "zod";

export const DETAILS = ["lo", "mid", "hi"] as const;
export type Detail = (typeof DETAILS)[number];

/** Rank of a boundary line, heaviest first. `prov-other` separates two provinces that are not ours. */
export const LINE_KINDS = ["nation", "prov", "league", "county", "prov-other"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

type Named = { name: string };

/** Administrative areas with shared arcs, WGS 84; a geometry's `id` is its GB/T 2260 code. */
export type AdminTopology = Topology<{
  counties: GeometryCollection<Named>;
  leagues: GeometryCollection<Named>;
  province: GeometryCollection<Named>;
  neighbours: GeometryCollection<Named>;
  lines: GeometryCollection<{ kind: LineKind }>;
}>;
export type CountiesTopology = Topology<{ counties: GeometryCollection<Named> }>;
export type ProvincesTopology = Topology<{ provinces: GeometryCollection<Named> }>;
export type AreaGeometry = (Polygon<Named> | MultiPolygon<Named>) & { id: string };
export type BoundaryGeometry = MultiLineString<{ kind: LineKind }>;

const zCode = z.string().regex(/^\d{6}$/);
const zAreas = (count?: number) => {
  const area = z.looseObject({
    type: z.enum(["Polygon", "MultiPolygon"]),
    id: zCode,
    properties: z.looseObject({ name: z.string().min(1) }),
  });
  const list = count === undefined ? z.array(area).min(1) : z.array(area).length(count);
  return z.looseObject({ type: z.literal("GeometryCollection"), geometries: list });
};
const zLines = z.looseObject({
  type: z.literal("GeometryCollection"),
  geometries: z
    .array(
      z.looseObject({
        type: z.enum(["LineString", "MultiLineString"]),
        properties: z.looseObject({ kind: z.enum(LINE_KINDS) }),
      }),
    )
    .min(1),
});
const zArcs = z.array(z.array(z.tuple([z.number(), z.number()])).min(2)).min(1);
const zTopology = <T extends z.ZodRawShape>(objects: T) =>
  z.looseObject({ type: z.literal("Topology"), arcs: zArcs, objects: z.looseObject(objects) });

/** What the readers demand of the files before they are called an `AdminTopology` and so on. */
export const zAdminTopology = zTopology({
  counties: zAreas(103),
  leagues: zAreas(12),
  province: zAreas(1),
  neighbours: zAreas(),
  lines: zLines,
});
export const zCounties2012 = zTopology({ counties: zAreas(101) });
export const zProvinces = zTopology({ provinces: zAreas(34) });
