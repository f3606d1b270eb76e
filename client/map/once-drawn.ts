import type { Map as GlMap } from "maplibre-gl";

/**
 * MapLibre tells itself of a changed style while it draws it, and so draws the same frame again. To be called in its
 * `render` event, when all that changed has been drawn: takes the second drawing back, unless there is more to draw.
 */
export function onceDrawn(map: GlMap): void {
  if (map.isMoving() || map._sourcesDirty || map._placementDirty) return;
  map._frameRequest?.abort();
  map._frameRequest = undefined as never;
  map._styleDirty = false;
}
