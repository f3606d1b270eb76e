/**
 * Reader of polygon .shp files (ESRI Shapefile Technical Description, 1998). Ours, because the readers on npm
 * drop a truncated record in silence and give a hole to the first shell whose box fits.
 */
import type { MultiPolygon, Polygon, Position } from "geojson";
import { ImportRefusal } from "../refusal.ts";
import { nestRings } from "./nest-rings.ts";

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
/** Polygon, PolygonZ, PolygonM: x and y stand at the same bytes in all three. */
const POLYGON_TYPES = [5, 15, 25];

/** One geometry per record, in the file's order and coordinates. */
export function readShp(bytes: Buffer, name: string): (Polygon | MultiPolygon)[] {
  if (bytes.length < HEADER_BYTES || bytes.readInt32BE(0) !== FILE_CODE) {
    throw new ImportRefusal(`${name} is not a Shapefile: its first bytes are not those of one.`);
  }
  const stated = bytes.readInt32BE(24) * 2;
  if (stated !== bytes.length) {
    throw new ImportRefusal(`${name} is cut off: it has ${bytes.length} bytes of the ${stated} it states.`);
  }
  const type = bytes.readInt32LE(32);
  if (!POLYGON_TYPES.includes(type)) {
    throw new ImportRefusal(`${name} holds shapes of type ${type}: expected polygons (5, 15 or 25).`);
  }
  const shapes: (Polygon | MultiPolygon)[] = [];
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    const where = `${name}, record ${shapes.length + 1}`;
    const end = at + 8 <= bytes.length ? at + 8 + bytes.readInt32BE(at + 4) * 2 : Number.NaN;
    if (!(end > at + 8 && end <= bytes.length)) throw new ImportRefusal(`${where}: the record is cut off.`);
    shapes.push(polygon(bytes.subarray(at + 8, end), where));
    at = end;
  }
  return shapes;
}

function polygon(record: Buffer, where: string): Polygon | MultiPolygon {
  if (record.length < 44 || record.readInt32LE(0) === 0)
    throw new ImportRefusal(`${where}: the shape is empty.`);
  const [partCount, pointCount] = [record.readInt32LE(36), record.readInt32LE(40)];
  const pointsAt = 44 + partCount * 4;
  if (partCount < 1 || pointCount < 4 || pointsAt + pointCount * 16 > record.length) {
    throw new ImportRefusal(
      `${where}: it states ${partCount} rings of ${pointCount} points and does not hold them.`,
    );
  }
  const starts = Array.from({ length: partCount }, (_, part) => record.readInt32LE(44 + part * 4));
  const rings = starts.map((start, part) => {
    const end = starts[part + 1] ?? pointCount;
    if (!(start >= 0 && end <= pointCount && end - start >= 4)) {
      throw new ImportRefusal(`${where}: ring ${part + 1} has fewer than four points.`);
    }
    return Array.from({ length: end - start }, (_, point): Position => {
      const offset = pointsAt + (start + point) * 16;
      return [record.readDoubleLE(offset), record.readDoubleLE(offset + 8)];
    });
  });
  const polygons = nestRings(rings);
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}
