import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { CORRIDOR_DASH } from "#domain/look/marks.ts";
import { CORRIDOR_KINDS, type CorridorKind } from "#domain/place.ts";
import { shownCorridors } from "#geo/drawn/corridors.ts";
import { byZoom, drawnAs, LEDGER, type Scene, type ThemeLayers } from "./scene.ts";

const JOINED = { "line-join": "round" } as const;
const ROUND = { ...JOINED, "line-cap": "round" } as const;

/** Width of a kind against a plain line: road and railway are two lines, dark with a light core. */
const WIDE: Record<CorridorKind, number> = { uhv: 1, gas: 1, water: 1, belt: 0.8, road: 1.55, rail: 1.15 };
const DIRECTED: readonly CorridorKind[] = ["uhv", "gas", "water"];
const CORED: readonly CorridorKind[] = ["road", "rail"];

const ofKinds = (kinds: readonly CorridorKind[]): ExpressionSpecification => [
  "all",
  drawnAs("corridor"),
  ["match", ["get", "kind"], [...kinds], true, false],
];

/**
 * Casing, then each kind's line in its colour and dash, the light core of road and railway, the direction.
 * A layer for each kind that is there: constant paint shares one shader, where paint by property makes the
 * graphics card compile another for each combination.
 */
export const corridorLayers: ThemeLayers = (scene) => {
  const { palette, theme, view, data } = scene;
  const shown = new Set(shownCorridors(view, data.features).map((corridor) => corridor.kind));
  const kinds = CORRIDOR_KINDS.filter((kind) => shown.has(kind));
  if (kinds.length === 0) return [];
  const directed = kinds.filter((kind) => DIRECTED.includes(kind));
  const casing: LayerSpecification = {
    id: "corridor-casing",
    type: "line",
    source: LEDGER,
    filter: drawnAs("corridor"),
    layout: ROUND,
    paint: { "line-color": palette.casing, "line-width": byZoom(3.5, 3.4, 5, 5, 8, 8), "line-opacity": 0.9 },
  };
  const flow: LayerSpecification = {
    id: "corridor-flow",
    type: "symbol",
    source: LEDGER,
    filter: ofKinds(directed),
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 150,
      "icon-image": ["concat", `${theme}/flow/`, ["get", "kind"]],
      "icon-size": 0.8,
      "icon-overlap": "always",
      "icon-ignore-placement": true,
      "icon-rotation-alignment": "map",
    },
  };
  return [casing, ...kinds.flatMap((kind) => lineOf(kind, scene)), ...(directed.length > 0 ? [flow] : [])];
};

function lineOf(kind: CorridorKind, { palette }: Scene): LayerSpecification[] {
  const line = { type: "line", source: LEDGER, filter: ofKinds([kind]), layout: JOINED } as const;
  const wide = WIDE[kind];
  const paint = {
    "line-color": palette.corridor[kind],
    "line-width": byZoom(3.5, 1.4 * wide, 5, 2.2 * wide, 8, 4.2 * wide),
  };
  const dash = [...CORRIDOR_DASH[kind]];
  if (!CORED.includes(kind)) {
    return [{ ...line, id: `corridor-${kind}`, paint: { ...paint, "line-dasharray": dash } }];
  }
  const core = {
    "line-color": palette.casing,
    "line-width": byZoom(3.5, 0.9, 5, 1.5, 8, 2.7),
    "line-dasharray": dash,
  };
  return [
    { ...line, id: `corridor-${kind}`, paint },
    { ...line, id: `corridor-${kind}-core`, paint: core },
  ];
}
