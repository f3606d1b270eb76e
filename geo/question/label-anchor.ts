import type { MultiPolygon, Polygon, Position } from "geojson";
import polylabel from "polylabel";
import { areaKm2 } from "./area-km2.ts";
import { bboxOf } from "./bbox.ts";

/** Finest search, as a share of the part's shorter side; a part thinner than this has no room for a label. */
const FINEST = 1e-8;

/**
 * Where a region's name stands, lon lat: the point of its largest part that is farthest from any border (pole of
 * inaccessibility, degrees of longitude shortened as at the part's middle latitude), found within 1 % of the part's
 * shorter side. Always inside, also where the centroid is not. Throws RangeError for a part with no inside.
 */
export function labelAnchor(geometry: Polygon | MultiPolygon): [number, number] {
  const part = largestPart(geometry);
  const [west, south, east, north] = bboxOf(part);
  // An affine change keeps straight edges straight, so that inside stays inside; Web Mercator would bend them.
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const rings = part.coordinates.map((ring) =>
    ring.map(([lon = Number.NaN, lat = Number.NaN]: Position): [number, number] => [lon * shrink, lat]),
  );
  const shorterSide = Math.min((east - west) * shrink, north - south);
  for (let share = 0.01; share >= FINEST; share /= 10) {
    const pole = polylabel(rings, shorterSide * share);
    if (pole.distance > 0) return [pole[0] / shrink, pole[1]];
  }
  throw new RangeError("a polygon with no inside has no place for a label");
}

function largestPart(geometry: Polygon | MultiPolygon): Polygon {
  if (geometry.type === "Polygon") return geometry;
  const bySize = geometry.coordinates
    .map((coordinates): Polygon => ({ type: "Polygon", coordinates }))
    .sort((a, b) => areaKm2(b) - areaKm2(a));
  return bySize[0] ?? { type: "Polygon", coordinates: [] };
}
