import { PROVINCE_CODE, type Region } from "#domain/region.ts";
import { CAMERA_LIMITS, type Camera, type View } from "#domain/view.ts";
import type { Box } from "./picture/placement.ts";

export type LonLat = readonly [lon: number, lat: number];
/** West, south, east, north in degrees, WGS 84. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
/** Screen pixels. */
export type Size = { width: number; height: number };
export type Padding = { top: number; right: number; bottom: number; left: number };

/** Smallest map that the workbench shows beside its panels (a window of 1366×768): names have places of their own for it. */
export const NOMINAL_SIZE: Size = { width: 710, height: 678 };

/** Pixels of the whole world at zoom 0, as MapLibre has it. */
export const WORLD_PX = 512;

/** Height of the credit strip along the map's lower edge. */
export const STRIP_PX = 26;
/** Room round the whole region, px: the crumb bar floats above it, the credit strip lies below. */
export const FIT_PADDING: Padding = { top: 72, right: 32, bottom: 48, left: 28 };
/** Room round a region drilled into: its neighbours are seen, and the zoom buttons cover none of it. */
export const DRILL_PADDING: Padding = { top: 76, right: 76, bottom: 60, left: 44 };
/**
 * Fits go no nearer, for a town district would fill the screen with two lines and no neighbour, and no farther
 * than a camera may stand.
 */
export const FIT_ZOOM = { min: CAMERA_LIMITS.zoom[0], max: 9.5 } as const;

/** Web Mercator in world units: 0 to 1, x from 180° W eastwards, y from the north edge downwards. */
export function toMercator([lon, lat]: LonLat): [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function fromMercator([x, y]: readonly [x: number, y: number]): [lon: number, lat: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** World units to px at a zoom. */
export const scaleOf = (zoom: number): number => WORLD_PX * 2 ** zoom;

/**
 * The camera whose picture holds `bbox` whole, as large as the padded box allows (within FIT_ZOOM), centred in
 * that box. Its lon and lat are those of the screen's own centre, which uneven padding shifts.
 * A box smaller than its padding is fitted as if one pixel were left.
 */
export function fitCamera(bbox: Bbox, size: Size, padding: Padding = FIT_PADDING): Camera {
  const [left, top] = toMercator([bbox[0], bbox[3]]);
  const [right, bottom] = toMercator([bbox[2], bbox[1]]);
  const width = Math.max(1, size.width - padding.left - padding.right);
  const height = Math.max(1, size.height - padding.top - padding.bottom);
  const fitting = Math.min(width / (right - left), height / (bottom - top), scaleOf(FIT_ZOOM.max));
  const scale = Math.max(fitting, scaleOf(FIT_ZOOM.min));
  const [lon, lat] = fromMercator([
    (left + right) / 2 + (padding.right - padding.left) / 2 / scale,
    (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / scale,
  ]);
  return { zoom: Math.log2(scale / WORLD_PX), lat, lon };
}

/** A box about its middle, no smaller than so many degrees. */
export function widened([west, south, east, north]: Bbox, { lon, lat }: { lon: number; lat: number }): Bbox {
  const [x, y] = [Math.max(0, lon - (east - west)) / 2, Math.max(0, lat - (north - south)) / 2];
  return [west - x, south - y, east + x, north + y];
}

/** From afar a city of its own stands with what lies about it, in degrees: its outline alone is no place. */
const LEAST_AFAR = { lon: 1.3, lat: 0.9 };

/** Which of the map's names are read from afar. */
export type NamesAfar = {
  league: (region: Pick<Region, "code" | "anchor">) => boolean;
  /** Of a port that lies in a league. */
  port: (league: string) => boolean;
  /** Where a line's name stands, and how the line runs there; null: nowhere. */
  line: (path: [lon: number, lat: number][]) => { at: LonLat; slant: string } | null;
};

/** What decides where a map looks: its view, and on a wall the room that the panels leave and what else it is to show. */
export type Looking = Pick<View, "region" | "camera"> & {
  /** Round what is fitted, px, where it is not the workbench's own. */
  room?: Padding;
  /** Fitted in place of the region. */
  target?: Bbox;
  /** Read from six metres: names of waters and neighbours would only take room from those that count. */
  afar?: boolean;
  /** Which names stand, and where those of lines do, where that is not all of them (afar/named.ts). */
  names?: NamesAfar;
  /**
   * Where no league's name may lie, in px of the whole world at a zoom: on the seams of a screen of several tiles, where
   * they are while the camera stands at that zoom.
   */
  barred?: { zoom: number; boxes: readonly Box[] };
};

/** What a view fits when its reader has not moved the map: the region drilled into, else the whole. */
export function fitOf(
  { room, target, afar, ...view }: Omit<Looking, "camera">,
  regions: readonly Region[],
): { bbox: Bbox; padding: Padding } {
  if (target) return { bbox: target, padding: room ?? DRILL_PADDING };
  const region = regions.find((one) => one.code === view.region);
  if (region && region.code !== PROVINCE_CODE) {
    const isWidened = afar && region.level === "county";
    const bbox = isWidened ? widened(region.bbox, LEAST_AFAR) : region.bbox;
    return { bbox, padding: room ?? DRILL_PADDING };
  }
  const whole = regions.find((one) => one.code === PROVINCE_CODE);
  if (!whole) throw new Error(`camera: no region ${PROVINCE_CODE} among ${regions.length}`);
  return { bbox: whole.bbox, padding: room ?? FIT_PADDING };
}

/** The reader's own camera, or the one that fits the view's region into `size`. */
export function cameraForView(view: Looking, regions: readonly Region[], size: Size): Camera {
  if (view.camera) return view.camera;
  const { bbox, padding } = fitOf(view, regions);
  return fitCamera(bbox, size, padding);
}

/** Screen position of a place under a camera, px from the upper left. */
export function project(at: LonLat, camera: Camera, size: Size): [x: number, y: number] {
  const scale = scaleOf(camera.zoom);
  const [x, y] = toMercator(at);
  const [centreX, centreY] = toMercator([camera.lon, camera.lat]);
  return [(x - centreX) * scale + size.width / 2, (y - centreY) * scale + size.height / 2];
}
