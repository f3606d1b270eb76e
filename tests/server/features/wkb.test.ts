import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { expect, test } from "vitest";
import { geoPackageGeometry, wkb } from "#server/features/wkb.ts";

/** Its reading by the standard, apart from what wrote it. */
function read(bytes: Buffer): Geometry {
  let at = 0;
  const number = () => {
    at += 4;
    return bytes.readUInt32LE(at - 4);
  };
  const position = (): Position => {
    at += 16;
    return [bytes.readDoubleLE(at - 16), bytes.readDoubleLE(at - 8)];
  };
  const list = <T>(one: () => T): T[] => Array.from({ length: number() }, one);
  const geometry = (): Geometry => {
    expect(bytes.readUInt8(at)).toBe(1);
    at += 1;
    const kind = number();
    if (kind === 1) return { type: "Point", coordinates: position() };
    if (kind === 2) return { type: "LineString", coordinates: list(position) };
    if (kind === 3) return { type: "Polygon", coordinates: list(() => list(position)) };
    const parts = list(geometry);
    if (kind === 7) return { type: "GeometryCollection", geometries: parts };
    const type = ({ 4: "MultiPoint", 5: "MultiLineString", 6: "MultiPolygon" } as const)[kind];
    const coordinates = parts.map((part) => (part as { coordinates: unknown }).coordinates);
    return { type, coordinates } as Geometry;
  };
  const said = geometry();
  expect(at).toBe(bytes.length);
  return said;
}

const aPosition = fc
  .tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))
  .map((pair): Position => pair);
const line = fc.array(aPosition, { maxLength: 5 });
const lines = fc.array(line, { maxLength: 3 });
const simple: fc.Arbitrary<Geometry>[] = [
  aPosition.map((coordinates) => ({ type: "Point", coordinates })),
  line.map((coordinates) => ({ type: "LineString", coordinates })),
  lines.map((coordinates) => ({ type: "Polygon", coordinates })),
  line.map((coordinates) => ({ type: "MultiPoint", coordinates })),
  lines.map((coordinates) => ({ type: "MultiLineString", coordinates })),
  fc.array(lines, { maxLength: 3 }).map((coordinates) => ({ type: "MultiPolygon", coordinates })),
];
const aGeometry = fc.oneof(
  ...simple,
  fc
    .array(fc.oneof(...simple), { maxLength: 3 })
    .map((geometries): Geometry => ({ type: "GeometryCollection", geometries })),
);

test("what is written is read back, of every kind", () => {
  fc.assert(
    fc.property(aGeometry, (geometry) => {
      expect(read(wkb(geometry))).toEqual(geometry);
    }),
    { numRuns: 1000 },
  );
});

test("a GeoPackage's geometry begins with its own header", () => {
  const bytes = geoPackageGeometry({ type: "Point", coordinates: [121.95, 47.03] }, 4326);
  expect(bytes.subarray(0, 2).toString("latin1")).toBe("GP");
  expect([bytes[2], bytes[3], bytes.readInt32LE(4)]).toEqual([0, 1, 4326]);
  expect(read(bytes.subarray(8))).toEqual({ type: "Point", coordinates: [121.95, 47.03] });
});
