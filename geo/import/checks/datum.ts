import type { MultiPolygon, Polygon, Position } from "geojson";
import type { RegionShape } from "#geo/question/region-shape.ts";
import { positionsOf, type TakenCrs, toWgs84 } from "../crs.ts";
import { ImportRefusal } from "../refusal.ts";
import type { County } from "./codes.ts";

/** GCJ-02 lies 300 to 600 m off here. A file that fits better than this is not shifted, whatever the other fit. */
const SHIFT_M = 100;
/** The other reading must halve the residual before it is believed against the stated one. */
const CLEARLY = 0.5;
const SAMPLES_PER_COUNTY = 40;

/**
 * Refuses coordinates that are evidently in the other datum than the stated one: undeclared GCJ-02, or WGS 84 that
 * was declared GCJ-02. Evidence is the median distance of the file's vertices from the present border of the same
 * county, read both ways. `counties` are in the file's own coordinates.
 */
export function checkDatum(
  counties: readonly County[],
  crs: TakenCrs,
  present: ReadonlyMap<string, RegionShape>,
): void {
  const plain = medianShiftM(counties, "EPSG:4326", present);
  const converted = medianShiftM(counties, "GCJ-02", present);
  const [stated, other] = crs === "GCJ-02" ? [converted, plain] : [plain, converted];
  if (stated < SHIFT_M || other > stated * CLEARLY) return;
  const figures = `a median of ${Math.round(stated)} m from the present borders, and ${Math.round(other)} m when read as`;
  throw new ImportRefusal(
    crs === "GCJ-02"
      ? `The coordinates lie ${figures} WGS 84: they are not GCJ-02, so leave out --crs GCJ-02.`
      : `The coordinates lie ${figures} GCJ-02: they are shifted; say --crs GCJ-02 and they will be converted.`,
  );
}

/** Median distance in m of sampled vertices, read as `crs`, from the present border of the same county. */
export function medianShiftM(
  counties: readonly County[],
  crs: TakenCrs,
  present: ReadonlyMap<string, RegionShape>,
): number {
  const distances = counties.flatMap(({ code, geometry }) => {
    const border = present.get(code)?.geometry;
    if (!border) return [];
    const moved = toWgs84(sampled(geometry), crs);
    return [...positionsOf(moved)].map((position) => distanceToBorderM(position, border));
  });
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
}

/** Some vertices, evenly picked, as a polygon of one ring: only its positions are looked at. */
function sampled(geometry: Polygon | MultiPolygon): Polygon {
  const all = [...positionsOf(geometry)];
  const step = Math.max(1, Math.floor(all.length / SAMPLES_PER_COUNTY));
  return { type: "Polygon", coordinates: [all.filter((_, at) => at % step === 0)] };
}

const M_PER_DEGREE = 111_195;

function distanceToBorderM([lon, lat]: readonly [number, number], border: Polygon | MultiPolygon): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const polygons = border.type === "Polygon" ? [border.coordinates] : border.coordinates;
  let least = Infinity;
  for (const ring of polygons.flat()) {
    const flat = ring.map(([x = 0, y = 0]: Position): [number, number] => [(x - lon) * shrink, y - lat]);
    for (let at = 1; at < flat.length; at++) {
      const [from, to] = [flat[at - 1], flat[at]];
      if (from && to) least = Math.min(least, squareFromOrigin(from, to));
    }
  }
  return Math.sqrt(least) * M_PER_DEGREE;
}

/** Square of the distance from the origin to a straight piece. */
function squareFromOrigin([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
}
