import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { CORRIDOR_DASH } from "#domain/look/marks.ts";
import { byProperty, byZoom, drawnAs, LEDGER, type ThemeLayers } from "./scene.ts";

const ROUND = { "line-join": "round", "line-cap": "round" } as const;

/** Width factor of a kind against a plain line: road and railway are two lines, dark with a light core. */
const wide = (plain: number) => byProperty("kind", { road: plain * 1.55, rail: plain * 1.15 }, plain);

const DASH = byProperty(
  "kind",
  {
    uhv: ["literal", [...CORRIDOR_DASH.uhv]] as ExpressionSpecification,
    gas: ["literal", [...CORRIDOR_DASH.gas]] as ExpressionSpecification,
    water: ["literal", [...CORRIDOR_DASH.water]] as ExpressionSpecification,
    belt: ["literal", [...CORRIDOR_DASH.belt]] as ExpressionSpecification,
  },
  ["literal", [1, 0]] as ExpressionSpecification,
);
const CORE_DASH = byProperty(
  "kind",
  { road: ["literal", [...CORRIDOR_DASH.road]] as ExpressionSpecification },
  ["literal", [...CORRIDOR_DASH.rail]] as ExpressionSpecification,
);

/** Lines a corridor is made of: a glow when pointed at or picked, casing, the line in its kind's dash, core. */
export const corridorLayers: ThemeLayers = ({ palette, theme, data }) => {
  if (data.features.corridors.length === 0) return [];
  const source = { source: LEDGER, filter: drawnAs("corridor") } as const;
  const cored: ExpressionSpecification = [
    "all",
    drawnAs("corridor"),
    ["match", ["get", "kind"], ["road", "rail"], true, false],
  ];
  const color = byProperty("kind", palette.corridor, palette.corridor.belt);
  const layers: LayerSpecification[] = [
    {
      ...source,
      id: "corridor-focus",
      type: "line",
      layout: ROUND,
      paint: {
        "line-color": palette.accent,
        "line-width": byZoom(3.5, 8, 5, 11, 8, 15),
        "line-opacity": [
          "case",
          ["boolean", ["feature-state", "selected"], false],
          0.32,
          ["boolean", ["feature-state", "hover"], false],
          0.2,
          0,
        ],
      },
    },
    {
      ...source,
      id: "corridor-casing",
      type: "line",
      layout: ROUND,
      paint: {
        "line-color": palette.casing,
        "line-width": byZoom(3.5, wide(3.4), 5, wide(5), 8, wide(8)),
        "line-opacity": byProperty("kind", { belt: 0.5 }, 0.9),
      },
    },
    {
      ...source,
      id: "corridor",
      type: "line",
      layout: { "line-join": "round" },
      paint: {
        "line-color": color,
        "line-width": byZoom(3.5, wide(1.4), 5, wide(2.2), 8, wide(4.2)),
        "line-dasharray": DASH,
      },
    },
    {
      source: LEDGER,
      filter: cored,
      id: "corridor-core",
      type: "line",
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.casing,
        "line-width": byZoom(3.5, 0.9, 5, 1.5, 8, 2.7),
        "line-dasharray": CORE_DASH,
      },
    },
    {
      source: LEDGER,
      filter: ["all", drawnAs("corridor"), ["match", ["get", "kind"], ["uhv", "gas", "water"], true, false]],
      id: "corridor-flow",
      type: "symbol",
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 150,
        "icon-image": ["concat", `${theme}/flow/`, ["get", "kind"]],
        "icon-size": 0.8,
        "icon-overlap": "always",
        "icon-ignore-placement": true,
        "icon-rotation-alignment": "map",
      },
    },
  ];
  return layers;
};
