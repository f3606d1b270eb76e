import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { BASES, type Basis } from "#domain/item.ts";
import { INFERRED_DASH } from "#domain/look/marks.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { existedIn2012 } from "#geo/counties-2012.ts";
import { shownCorridors } from "#geo/drawn/corridors.ts";
import { shownPoints } from "#geo/drawn/points.ts";
import type { Focus, Strength } from "./focus.ts";
import { countyLayer, type FillLayer } from "./progress.ts";
import { ADMIN, type MapData, type Scene, type ThemeLayers } from "./scene.ts";

/** How a region is outlined for an item, and whether the text names it for the item: what is inferred looks different (truth rule 3). */
export type Outlining = { strength: Strength; basis: Basis };
/** Regions by code. */
export type Outlined = ReadonlyMap<string, Outlining>;

/**
 * Regions of the items pointed at and of those picked, where the map draws neither mark nor line of it: an item
 * of an area is drawn as the area (truth rule 4).
 */
export function outlinedRegions(view: View, { features }: Pick<MapData, "features">, focus: Focus): Outlined {
  const outlined = new Map<string, Outlining>();
  for (const strength of ["pointed", "picked"] as const) {
    for (const { id, regions } of focus[strength]) {
      const drawn =
        shownPoints(view, features).some((point) => point.item === id) ||
        shownCorridors(view, features).some((corridor) => corridor.items.includes(id));
      if (!drawn) for (const { code, basis } of regions) outlined.set(code, { strength, basis });
    }
  }
  return outlined;
}

/** Source layer that has the outline of a league or county. What came after 2012 has none of then: it shows its own. */
export const areaLayer = (code: string, layers: View["layers"]): FillLayer =>
  code.endsWith("00") ? "league" : existedIn2012(code) ? countyLayer(layers) : "county";

/** The same, and null for the whole, whose edge is lines of the map already. */
export const outlineLayer = (code: string, layers: View["layers"]): FillLayer | null =>
  code === PROVINCE_CODE ? null : areaLayer(code, layers);

/** Feature-state `outline` of a region. */
export const OUTLINE_STATE: Record<Basis, Record<Strength, number>> = {
  stated: { pointed: 1, picked: 2 },
  inferred: { pointed: 3, picked: 4 },
};

/** A width of the regions of these bases; 0 for all others. */
const widthOf = (bases: readonly Basis[], pointed: number, picked: number): ExpressionSpecification =>
  [
    "match",
    ["coalesce", ["feature-state", "outline"], 0],
    ...bases.flatMap((basis) => [OUTLINE_STATE[basis].pointed, pointed, OUTLINE_STATE[basis].picked, picked]),
    0,
  ] as unknown as ExpressionSpecification;

/** A layer that is there once these are ready. */
export const OUTLINES = "outline-league";

/**
 * Outlines of leagues and counties by feature-state, so that the next one costs a frame and no tile. Their first
 * one brings the layers, and they stay, at opacity 0 while there is none: coming and going, they would have every
 * tile made anew as the pointer runs down the list.
 */
export const outlineLayers: ThemeLayers = (scene) => {
  const { outlined, keepOutlines, view } = scene;
  if (outlined.size === 0 && !keepOutlines) return [];
  return [...outline("league", scene), ...outline(countyLayer(view.layers), scene)];
};

function outline(layer: FillLayer, { outlined, palette }: Scene): LayerSpecification[] {
  const line = {
    type: "line",
    source: ADMIN,
    "source-layer": layer,
    layout: { "line-join": "round" },
  } as const;
  const opacity = outlined.size === 0 ? 0 : 1;
  return [
    {
      ...line,
      id: `outline-casing-${layer}`,
      paint: { "line-color": palette.halo, "line-width": widthOf(BASES, 5, 6), "line-opacity": opacity },
    },
    // A dash is no matter of feature-state: a layer for it, beneath, so that a border shared with a stated region is its.
    {
      ...line,
      id: `outline-inferred-${layer}`,
      paint: {
        "line-color": palette.accent,
        "line-width": widthOf(["inferred"], 2, 3),
        "line-dasharray": [...INFERRED_DASH],
        "line-opacity": opacity,
      },
    },
    {
      ...line,
      id: `outline-${layer}`,
      paint: {
        "line-color": palette.accent,
        "line-width": widthOf(["stated"], 2, 3),
        "line-opacity": opacity,
      },
    },
  ];
}
