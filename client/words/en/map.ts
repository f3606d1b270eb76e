import type { map as source } from "../zh-CN/map.ts";

export const map = {
  doubtful: "in doubt",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the region",
  controls: "Map view",
  name: "Map of Inner Mongolia: progress under the Opinions",
  help: "Arrow keys walk from region to region, Enter opens one, Esc leads back, Shift with an arrow moves the map, plus and minus zoom, 0 fits the region; regions and items can also be chosen in the lists on either side",
  cluster: "{{count}} projects, click to zoom in",
  inferred: "{{count}} of them inferred",
  pickedInferred: "Inferred for the item picked",
  known: "n={{count}}, those whose stage is known",
  lit: "n={{count}}, those with a light",
  error: "within ±{{km}} km",
  failed: "The boundaries could not be fetched, so the map cannot be drawn for now.",
  retry: "Try again",
  "webgl-missing": "This browser has no WebGL, so a plain picture stands in; filters and list work as usual.",
  "webgl-lost": "The graphics device is lost for the moment; a picture stands in until it is back.",
  closeNotice: "Close this note",
} as const satisfies Record<keyof typeof source, string>;
