import { toMercator } from "#geo/camera.ts";
import type { Bbox } from "#geo/ground.ts";

/** A picture in Web Mercator over a box of degrees; pixels are square. */
export type Grid = { bbox: Bbox; width: number; height: number };

/** The grid over `bbox` that has `width` columns; its height follows from the projection. */
export function gridOver(bbox: Bbox, width: number): Grid {
  const [left, top] = toMercator([bbox[0], bbox[3]]);
  const [right, bottom] = toMercator([bbox[2], bbox[1]]);
  return { bbox, width, height: Math.round((width * (bottom - top)) / (right - left)) };
}

/** Where a lon-lat point falls on the grid, in pixels from its top left corner. */
export function pixelOf({ bbox, width, height }: Grid, lon: number, lat: number): [x: number, y: number] {
  const [left, top] = toMercator([bbox[0], bbox[3]]);
  const [right, bottom] = toMercator([bbox[2], bbox[1]]);
  const [x, y] = toMercator([lon, lat]);
  return [((x - left) / (right - left)) * width, ((y - top) / (bottom - top)) * height];
}
