import type { ExpressionSpecification } from "maplibre-gl";
import type { ItemRegion } from "#domain/item.ts";
import type { View } from "#domain/view.ts";
import type { Looking } from "#geo/camera.ts";
import { shownCorridors, smoothPath } from "#geo/drawn/corridors.ts";
import { itemMarks } from "#geo/drawn/item-marks.ts";
import { type LedgerFeature, lineFeature, pointFeature } from "./ledger-feature.ts";
import { atItsZoom } from "./mark.ts";
import { PORTS } from "./ports-data.ts";
import { byZoom, FOCUS, type MapData, type ThemeLayers } from "./scene.ts";

export type FocusItem = { id: string; regions: readonly ItemRegion[] };
/** How an item is brought out: picked stands out from pointed at. */
export type Strength = "picked" | "pointed";
/** The items pointed at and those picked: marks get a ring, lines a glow, areas an outline (outline.ts). */
export type Focus = Readonly<Record<Strength, readonly FocusItem[]>>;
const STRONGEST_FIRST = ["picked", "pointed"] as const;

/** What stands for those items on the map: their own marks, badges that hold one, their corridors. */
export function focusFeatures(
  view: View & Looking,
  { features, regions }: MapData,
  focus: Focus,
): LedgerFeature[] {
  const strengthOf = (items: readonly string[]) =>
    STRONGEST_FIRST.find((strength) => focus[strength].some(({ id }) => items.includes(id)));
  if (focus.picked.length + focus.pointed.length === 0) return [];
  const rings = itemMarks(view, features, regions, PORTS).flatMap(({ members, at, zmin, zmax }) => {
    const strength = strengthOf(members.map((point) => point.item));
    return strength ? [pointFeature(at, { draw: "ring", zmin, zmax, strength })] : [];
  });
  const glows = shownCorridors(view, features).flatMap(({ items, path }) => {
    const strength = strengthOf(items);
    return strength ? [lineFeature(smoothPath(path), { draw: "glow", zmin: 0, zmax: 24, strength })] : [];
  });
  return [...glows, ...rings];
}

const strength = (picked: number, pointed: number): ExpressionSpecification => [
  "match",
  ["get", "strength"],
  "picked",
  picked,
  pointed,
];

/** Under the corridors: the layer exists only while something is pointed at or picked. */
export const focusLineLayers: ThemeLayers = ({ palette, focused }) =>
  focused.some((feature) => feature.properties.draw === "glow")
    ? [
        {
          id: "focus-line",
          type: "line",
          source: FOCUS,
          filter: ["==", ["get", "draw"], "glow"],
          layout: { "line-join": "round", "line-cap": "round" },
          paint: {
            "line-color": palette.accent,
            "line-width": byZoom(3.5, 8, 5, 11, 8, 15),
            "line-opacity": strength(0.32, 0.2),
          },
        },
      ]
    : [];

/** Under names and marks. */
export const focusRingLayers: ThemeLayers = ({ palette, focused }) =>
  focused.some((feature) => feature.properties.draw === "ring")
    ? [
        {
          id: "focus-ring",
          type: "circle",
          source: FOCUS,
          filter: ["all", ["==", ["get", "draw"], "ring"], atItsZoom],
          paint: {
            "circle-radius": byZoom(3.5, 13, 5, 16, 8, 20),
            "circle-color": palette.accent,
            "circle-opacity": strength(0.3, 0.2),
            "circle-stroke-color": palette.accent,
            "circle-stroke-width": 2,
            "circle-stroke-opacity": strength(1, 0.6),
          },
        },
      ]
    : [];
