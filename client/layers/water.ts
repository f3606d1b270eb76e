import { ADMIN, byZoom, type ThemeLayers } from "./scene.ts";

/** Width of a river in px by Natural Earth's rank (1 the greatest), at zoom 3 and 8. */
const rank = (great: number, middle: number, small: number) =>
  ["step", ["get", "rank"], great, 4, middle, 7, small] as [
    "step",
    ["get", "rank"],
    number,
    4,
    number,
    7,
    number,
  ];

export const waterLayers: ThemeLayers = ({ on, palette, theme }) =>
  on.has("water")
    ? [
        {
          id: "river",
          type: "line",
          source: ADMIN,
          "source-layer": "river",
          layout: { "line-cap": "round", "line-join": "round" },
          paint: {
            "line-color": palette.waterLine,
            "line-width": [
              "interpolate",
              ["linear"],
              ["zoom"],
              3,
              rank(0.9, 0.55, 0.35),
              8,
              rank(3.2, 2, 1.3),
            ],
            "line-opacity": theme === "dark" ? 0.75 : 0.85,
          },
        },
        // Beneath the fill, which hides its inner half: where a lake comes in several parts no shore runs between them.
        {
          id: "lake-edge",
          type: "line",
          source: ADMIN,
          "source-layer": "lake",
          paint: { "line-color": palette.waterLine, "line-width": byZoom(4, 0.8, 6, 1.2, 8, 2) },
        },
        {
          id: "lake",
          type: "fill",
          source: ADMIN,
          "source-layer": "lake",
          paint: { "fill-color": palette.waterFill, "fill-antialias": false },
        },
      ]
    : [];
