import { bbox } from "@turf/bbox";
import type { Geometry } from "geojson";

/** west, south, east, north in degrees */
export type Bbox = [number, number, number, number];

/** The smallest box around a geometry that does not cross the 180th meridian. Throws RangeError if it is empty. */
export function bboxOf(geometry: Geometry): Bbox {
  const [west, south, east, north] = bbox(geometry);
  if (!Number.isFinite(west)) throw new RangeError(`a ${geometry.type} with no position has no bbox`);
  return [west, south, east, north];
}

/** The box that holds all given ones. Throws RangeError if there is none. */
export function unionBbox(boxes: readonly Bbox[]): Bbox {
  if (boxes.length === 0) throw new RangeError("no bbox to unite");
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

/** Latitude at which Web Mercator ends. */
const MERCATOR_LIMIT = 85.0511;

/**
 * The box with room around it: on each side `share` of its own width or height (0.1: a tenth), yet no less than
 * `leastDegrees`, so that a point or a straight line gets a box too. Kept within the Mercator world.
 */
export function paddedBbox([west, south, east, north]: Bbox, share: number, leastDegrees = 0): Bbox {
  const dx = Math.max((east - west) * share, leastDegrees);
  const dy = Math.max((north - south) * share, leastDegrees);
  return [
    Math.max(west - dx, -180),
    Math.max(south - dy, -MERCATOR_LIMIT),
    Math.min(east + dx, 180),
    Math.min(north + dy, MERCATOR_LIMIT),
  ];
}

/** True when two boxes share at least a point. */
export const bboxesMeet = (a: Bbox, b: Bbox): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
