import type { MultiPolygon, Polygon, Position } from "geojson";
import { ImportRefusal } from "../refusal.ts";

/** Checks that a value is a GeoJSON polygon or multipolygon in form; heights and measures are dropped. */
export function areaGeometry(value: unknown, where: string): Polygon | MultiPolygon {
  const { type, coordinates } = (value ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type === "Polygon") return { type, coordinates: rings(coordinates, where) };
  if (type === "MultiPolygon" && Array.isArray(coordinates) && coordinates.length > 0) {
    return { type, coordinates: coordinates.map((part) => rings(part, where)) };
  }
  const found = value === null || value === undefined ? "no geometry" : String(type);
  throw new ImportRefusal(`${where}: expected a Polygon or MultiPolygon, found ${found}.`);
}

function rings(value: unknown, where: string): Position[][] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new ImportRefusal(`${where}: a polygon has no ring.`);
  }
  return value.map((ring) => closedRing(ring, where));
}

function closedRing(value: unknown, where: string): Position[] {
  if (!Array.isArray(value) || value.length < 4) {
    throw new ImportRefusal(`${where}: a ring has fewer than four positions.`);
  }
  const ring = value.map((position) => lonLat(position, where));
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    throw new ImportRefusal(`${where}: a ring that starts at ${first?.join(" ")} is not closed.`);
  }
  return ring;
}

function lonLat(value: unknown, where: string): Position {
  if (Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])) {
    return [value[0], value[1]];
  }
  throw new ImportRefusal(
    `${where}: a position is not two finite numbers: ${JSON.stringify(value)?.slice(0, 60)}.`,
  );
}
