import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { corridorDash } from "#domain/look/marks.ts";
import type { CorridorKind } from "#domain/place.ts";
import { type LineLook, lineLooks, shownCorridors } from "#geo/drawn/corridors.ts";
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
 * Casing, then each look's line in its colour and dash, the light core of road and railway, the direction.
 * A layer for each look that is there: constant paint shares one shader, where paint by property makes the
 * graphics card compile another for each combination.
 */
export const corridorLayers: ThemeLayers = (scene) => {
  const { palette, theme, view, data } = scene;
  const looks = lineLooks(shownCorridors(view, data.features));
  if (looks.length === 0) return [];
  const directed = DIRECTED.filter((one) => looks.some(({ kind }) => kind === one));
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
  return [casing, ...looks.flatMap((look) => lineOf(look, scene)), ...(directed.length > 0 ? [flow] : [])];
};

function lineOf({ kind, later }: LineLook, { palette }: Scene): LayerSpecification[] {
  const filter: ExpressionSpecification = ["all", ofKinds([kind]), ["==", ["get", "later"], later]];
  const line = { type: "line", source: LEDGER, filter, layout: JOINED } as const;
  const id = `corridor-${kind}${later ? "-later" : ""}`;
  const wide = WIDE[kind];
  const paint = {
    "line-color": palette.corridor[kind],
    "line-width": byZoom(3.5, 1.4 * wide, 5, 2.2 * wide, 8, 4.2 * wide),
  };
  const dash = [...corridorDash(kind, later)];
  if (!CORED.includes(kind)) {
    return [{ ...line, id, paint: { ...paint, "line-dasharray": dash } }];
  }
  const core = {
    "line-color": palette.casing,
    "line-width": byZoom(3.5, 0.9, 5, 1.5, 8, 2.7),
    "line-dasharray": dash,
  };
  return [
    { ...line, id, paint },
    { ...line, id: `${id}-core`, paint: core },
  ];
}
