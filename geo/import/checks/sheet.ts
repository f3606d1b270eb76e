/**
 * Areas as Clipper takes them: integer paths on a grid of 1e-7°, where set operations are exact but for rounding
 * to that grid (a centimetre). Straight in longitude and latitude, so that a vertex which only one of two
 * neighbours has on their common straight border opens no sliver.
 */
import { Clipper, FillRule, type Path64, type Paths64 } from "clipper2-ts";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { areaKm2 } from "#geo/question/area-km2.ts";

const STEPS_PER_DEGREE = 1e7;
/** Near the middle of the region: small integers keep Clipper off its slow big-integer path. */
const ORIGIN = { lon: 110, lat: 45 };

/** Shells counter-clockwise, holes clockwise, whatever the input's winding. */
export function sheetOf(geometry: Polygon | MultiPolygon): Paths64 {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => rings.map((ring, at) => wound(pathOf(ring), at === 0)));
}

const pathOf = (ring: readonly Position[]): Path64 =>
  ring.slice(0, -1).map(([lon = Number.NaN, lat = Number.NaN]) => ({
    x: Math.round((lon - ORIGIN.lon) * STEPS_PER_DEGREE),
    y: Math.round((lat - ORIGIN.lat) * STEPS_PER_DEGREE),
  }));

const wound = (path: Path64, positive: boolean): Path64 =>
  Clipper.isPositive(path) === positive ? path : path.toReversed();

/** Shells with no holes as an area: the way back from a sheet. */
export const geometryOf = (shells: Paths64): MultiPolygon => ({
  type: "MultiPolygon",
  coordinates: shells.map((path) => [ringOf(path)]),
});

function ringOf(path: Path64): Position[] {
  const ring = path.map(({ x, y }) => [ORIGIN.lon + x / STEPS_PER_DEGREE, ORIGIN.lat + y / STEPS_PER_DEGREE]);
  return [...ring, ...ring.slice(0, 1)];
}

export const intersection = (a: Paths64, b: Paths64): Paths64 => Clipper.intersect(a, b, FillRule.NonZero);
export const unionOf = (sheets: readonly Paths64[]): Paths64 =>
  Clipper.union(sheets.flat(), FillRule.NonZero);
export const minus = (a: Paths64, b: Paths64): Paths64 => Clipper.difference(a, b, FillRule.NonZero);
export const degrees = (value: number): number => value * STEPS_PER_DEGREE;

/** Shells add, holes take away. Exact set operations wind their results so. */
export const sheetKm2 = (paths: Paths64): number =>
  paths.reduce((sum, path) => sum + pathKm2(path) * (Clipper.isPositive(path) ? 1 : -1), 0);

/** Area inside a path, whichever way it winds. */
export const pathKm2 = (path: Path64): number =>
  path.length === 0 ? 0 : areaKm2({ type: "Polygon", coordinates: [ringOf(path)] });

/** Middle of a path's box, as a person reads it: `119.700°E 49.200°N`. */
export function placeOf(path: Path64): string {
  const { left, right, top, bottom } = Clipper.getBounds(path);
  const lon = ORIGIN.lon + (left + right) / 2 / STEPS_PER_DEGREE;
  const lat = ORIGIN.lat + (top + bottom) / 2 / STEPS_PER_DEGREE;
  return `${lon.toFixed(3)}°E ${lat.toFixed(3)}°N`;
}

/** The path of the greatest area; undefined for none. */
export const largest = (paths: Paths64): Path64 | undefined =>
  paths.toSorted((a, b) => Math.abs(Clipper.area(b)) - Math.abs(Clipper.area(a)))[0];
