import type { Map as GlMap } from "maplibre-gl";

/**
 * MapLibre tells itself of a changed style while it draws it, and so draws the same frame again. To be called in its
 * `render` event, when all that changed has been drawn: takes the second drawing back, unless there is more to draw.
 * @param again another drawing is to come anyway: names that were not placed for good are placed then
 */
export function onceDrawn(map: GlMap, again: boolean): void {
  if (map.isMoving() || map._sourcesDirty || (map._placementDirty && !again)) return;
  map._frameRequest?.abort();
  map._frameRequest = undefined as never;
  map._styleDirty = false;
  map._placementDirty = false;
}
