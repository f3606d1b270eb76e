import { type Map as GlMap, LngLat, type MapOptions } from "maplibre-gl";
import { CAMERA_LIMITS, withinLimits } from "#domain/view.ts";
import { drawImage, IMAGE_RATIO } from "./map-images.ts";

const [minZoom, maxZoom] = CAMERA_LIMITS.zoom;

/**
 * MapLibre's own bounds hold the edges of the window in, and so bend a camera as the window is wide; these hold
 * its middle, as the address does.
 */
export function constrain({ lng, lat }: { lng: number; lat: number }, zoom: number) {
  const kept = withinLimits({ zoom, lat, lon: lng });
  return { center: new LngLat(kept.lon, kept.lat), zoom: kept.zoom };
}

/** A map that one looks straight down on, north up. */
export const UPRIGHT = {
  minZoom,
  maxZoom,
  transformConstrain: constrain,
  attributionControl: false,
  renderWorldCopies: false,
  fadeDuration: 0,
  dragRotate: false,
  pitchWithRotate: false,
  touchPitch: false,
  maxPitch: 0,
  validateStyle: false,
} as const satisfies Partial<MapOptions>;

/** Has a map draw the marks that its style names. */
export function drawMarks(map: GlMap): void {
  map.setMissingStyleImageResolver((id) => {
    map.addImage(id, drawImage(id), { pixelRatio: IMAGE_RATIO });
  });
}
