import type { Map as GlMap } from "maplibre-gl";

/**
 * A style without a sky has an empty one, which MapLibre shades over the whole canvas in every frame: without a
 * graphics card a sixth of the frame, for a camera that never looks up. To be called when a style has loaded.
 */
export function withoutSky(map: GlMap): void {
  map.style.sky.getEvaluated = () => undefined as never;
}
