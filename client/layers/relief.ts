import { STILL } from "./ground.ts";
import type { ThemeLayers } from "./scene.ts";

/** Shading above the fill. At about 19 km a pixel it says less the nearer one comes, and steps back. */
export const reliefLayers: ThemeLayers = ({ on, theme }) =>
  on.has("relief")
    ? [
        {
          id: "relief",
          type: "raster",
          source: "relief",
          maxzoom: 8.5,
          paint: {
            ...STILL,
            "raster-opacity": [
              "interpolate",
              ["linear"],
              ["zoom"],
              5.4,
              theme === "dark" ? 0.95 : 0.9,
              7.2,
              0.3,
              8.5,
              0,
            ],
          },
        },
      ]
    : [];
