import { Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";

/** The least that MapLibre can do: one background, no source. What a complete map is measured against. */
setWorkerUrl(workerUrl);
const map = new MapLibre({
  container: "map",
  center: [112, 45],
  zoom: 4,
  attributionControl: false,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {},
    layers: [{ id: "page", type: "background", paint: { "background-color": "#F6F3EB" } }],
  },
});
map.once("idle", () => performance.mark("map-complete"));
