import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { INFERRED_DASH } from "#domain/look/marks.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import { ADMIN, byZoom, GROUND_BAKED_TO, type Scene, type ThemeLayers } from "./scene.ts";

const ROUND = { "line-join": "round", "line-cap": "round" } as const;
const ofKind = (...kinds: string[]): ExpressionSpecification => [
  "match",
  ["get", "kind"],
  kinds,
  true,
  false,
];

/**
 * County lines, thin and late by league; of 2012 where that is asked for. A layer for each level, the other at
 * opacity 0, so that a change of level needs no new tiles.
 */
function countyLines({ view, on, palette, theme }: Scene): LayerSpecification[] {
  const old = on.has("counties2012");
  if (!on.has("counties") && !old) return [];
  const dark = theme === "dark";
  const byCounty = view.level === "county";
  const source = {
    type: "line",
    source: ADMIN,
    "source-layer": old ? "county2012" : "line",
    ...(old ? {} : { filter: ofKind("county") }),
    layout: ROUND,
  } as const;
  return [
    {
      ...source,
      id: "county-line",
      paint: {
        "line-color": palette.countyLine,
        "line-width": byZoom(4, 0.5, 6, 0.9, 9, 1.4),
        "line-opacity": byCounty ? (dark ? 0.6 : 0.75) : 0,
      },
    },
    {
      ...source,
      id: "county-line-late",
      minzoom: COUNTY_LINES_FROM,
      paint: {
        "line-color": palette.countyLine,
        "line-width": byZoom(5, 0.35, 6, 0.6, 9, 1.3),
        "line-opacity": byCounty
          ? 0
          : ["interpolate", ["linear"], ["zoom"], COUNTY_LINES_FROM, 0.15, 5.6, dark ? 0.5 : 0.55],
      },
    },
  ];
}
const COUNTY_LINES_FROM = 4.8;

/** Lines inside the region: they lie under water, which is drawn at 1:10m and wanders off them. */
export const innerBoundaryLayers: ThemeLayers = (scene) => {
  const { palette, theme } = scene;
  const league = {
    type: "line",
    source: ADMIN,
    "source-layer": "line",
    filter: ofKind("league"),
    layout: ROUND,
  } as const;
  const dark = theme === "dark";
  return [
    ...countyLines(scene),
    {
      ...league,
      id: "league-line",
      paint: {
        "line-color": palette.leagueLine,
        "line-width": dark ? byZoom(3, 1.2, 5, 1.9, 8, 3.6) : byZoom(3, 0.8, 5, 1.3, 8, 2.2),
        "line-opacity": dark ? 1 : 0.8,
      },
    },
    ...(dark
      ? [
          {
            ...league,
            id: "league-core",
            paint: {
              "line-color": palette.leagueCore,
              "line-width": byZoom(3, 0.35, 5, 0.6, 8, 1.1),
              "line-opacity": 0.75,
            },
          } as const,
        ]
      : []),
  ];
};

/** The region's own edge, heavier where it is the nation's; nearer than the baked ground also its lift and band. */
export const outerBoundaryLayers: ThemeLayers = ({ palette, theme, outlined }) => {
  const edge = { type: "line", source: ADMIN, "source-layer": "line", layout: ROUND } as const;
  const dark = theme === "dark";
  const outline = outlined.get(PROVINCE_CODE);
  // An item of the whole is outlined by the whole's own edge: a change of paint, and no layer more.
  const whole = outline && {
    "line-color": palette.accent,
    "line-width": outline.strength === "picked" ? byZoom(3, 3, 5, 4, 8, 5.5) : byZoom(3, 2.2, 5, 3, 8, 4.4),
    ...(outline.basis === "inferred" ? { "line-dasharray": [...INFERRED_DASH] } : {}),
  };
  return [
    {
      ...edge,
      id: "lift",
      minzoom: GROUND_BAKED_TO,
      filter: ofKind("nation", "prov"),
      paint: {
        "line-color": palette.lift,
        "line-width": byZoom(6, 14, 9, 22),
        "line-blur": byZoom(6, 13, 9, 20),
        "line-opacity": dark ? 0.55 : 0.16,
        "line-translate": [0, 2],
      },
    },
    {
      ...edge,
      id: "band",
      minzoom: GROUND_BAKED_TO,
      filter: ofKind("nation", "prov"),
      paint: {
        "line-color": palette.band,
        "line-width": byZoom(6, 8, 9, 13),
        "line-blur": byZoom(6, 6, 9, 9),
        "line-opacity": dark ? 0.22 : 0.2,
      },
    },
    {
      ...edge,
      id: "province-edge",
      filter: ofKind("prov"),
      paint: whole ?? { "line-color": palette.provinceLine, "line-width": byZoom(3, 1.1, 5, 1.7, 8, 3) },
    },
    {
      ...edge,
      id: "nation-edge",
      filter: ofKind("nation"),
      paint: whole ?? { "line-color": palette.nationLine, "line-width": byZoom(3, 1.7, 5, 2.6, 8, 4.4) },
    },
  ];
};
