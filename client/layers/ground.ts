import type { LayerSpecification } from "maplibre-gl";
import { blend } from "#domain/look/color.ts";
import { ADMIN, byZoom, GROUND_BAKED_TO, type ThemeLayers } from "./scene.ts";

/** Beneath all, where nothing else is. */
export const SEA = "sea";

/** What lies round the region: one baked picture, and nearer its land, lines and coast. */
export const groundLayers: ThemeLayers = ({ palette }) => {
  const near = { source: ADMIN, minzoom: GROUND_BAKED_TO } as const;
  const land = { ...near, "source-layer": "land" } as const;
  const line = { ...near, "source-layer": "line" } as const;
  const layers: LayerSpecification[] = [
    {
      id: SEA,
      type: "background",
      // Farther off the baked picture lies over it; round that, the page's own colour of the sea shows.
      minzoom: GROUND_BAKED_TO,
      paint: { "background-color": blend(palette.sea, palette.veil, palette.veilOpacity) },
    },
    // Nearer it lies under the land and shows only where the tiles end.
    { id: "ground", type: "raster", source: "ground", paint: STILL },
    {
      id: "land",
      type: "fill",
      ...land,
      paint: {
        "fill-color": ["match", ["get", "kind"], "china", palette.china, palette.foreign],
        "fill-antialias": false,
      },
    },
    {
      id: "land-line",
      type: "line",
      ...line,
      filter: ["match", ["get", "kind"], ["prov-other", "nation-other", "country"], true, false],
      layout: { "line-join": "round" },
      paint: {
        "line-color": [
          "match",
          ["get", "kind"],
          "country",
          palette.foreignLine,
          "nation-other",
          palette.nationLine,
          palette.provinceOther,
        ],
        "line-width": byZoom(5, 0.9, 8, 1.3),
        "line-dasharray": [5, 1.6, 1.2, 1.6],
      },
    },
    {
      id: "coast",
      type: "line",
      ...line,
      filter: ["==", ["get", "kind"], "coast"],
      paint: { "line-color": palette.waterLine, "line-width": byZoom(5, 0.7, 8, 1.1) },
    },
  ];
  return layers;
};

/** Neighbours step back, their water with them. In the baked picture the veil is laid already. */
export const veilLayers: ThemeLayers = ({ palette }) => [
  {
    id: "veil",
    type: "fill",
    source: ADMIN,
    "source-layer": "land",
    minzoom: GROUND_BAKED_TO,
    paint: { "fill-color": palette.veil, "fill-opacity": palette.veilOpacity, "fill-antialias": false },
  },
];

/** A picture that neither fades in nor is resampled by nearest neighbour. */
export const STILL = { "raster-fade-duration": 0, "raster-resampling": "linear" } as const;
