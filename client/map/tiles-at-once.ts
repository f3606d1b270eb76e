import type { Map as GlMap } from "maplibre-gl";

/**
 * Has the map send for a source's tiles as soon as it knows them. By itself it does so in its next frame, and that one
 * waits while the browser draws the page's: the worker would have nothing to lay out meanwhile.
 */
export function tilesAtOnce(map: GlMap): void {
  const sendFor = () => {
    if (!map._removed && map.style) map.style._updateSources(map._camera.transform);
  };
  map.on("sourcedata", ({ sourceDataType }) => {
    // When all of its listeners have been told: of a picture its content is told before the source counts as loaded, and
    // tiles that are on their way when it is told of tiled data are sent for twice.
    if (sourceDataType === "content") queueMicrotask(sendFor);
  });
}
