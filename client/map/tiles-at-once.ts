import type { Map as GlMap } from "maplibre-gl";

/**
 * Has the map send for a source's tiles as soon as it knows them. By itself it does so in its next frame, and that one
 * waits while the browser draws the page's: the worker would have nothing to lay out meanwhile.
 */
export function tilesAtOnce(map: GlMap): void {
  map.on("sourcedata", ({ sourceDataType }) => {
    // Of a picture MapLibre tells the content before it counts the source as loaded.
    if (sourceDataType === "content" || sourceDataType === "metadata") {
      map.style._updateSources(map._camera.transform);
    }
  });
}
