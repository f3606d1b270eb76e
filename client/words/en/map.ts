/** The map and the picture that stands in for it. */
export const map = {
  name: "Map of Inner Mongolia's progress under the Opinions",
  help: "Arrow keys move, plus and minus zoom, Home fits the whole; regions and items can also be chosen in the lists on either side",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the region",
  controls: "Map view",
  cluster: "{{count}} item points, click to zoom in",
  inferred: "{{count}} of them inferred",
  shareOf: "of {{count}} items",
  webglMissing: "This browser has no WebGL: a still picture stands in, and filters and clicks work as ever",
  webglLost: "The graphics connection was lost: a still picture stands in until the map is back",
} as const;
