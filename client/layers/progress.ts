import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { blend, withAlpha } from "#domain/look/color.ts";
import type { Palette } from "#domain/look/palette.ts";
import { classOf, type Measure, type ValueClass } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import { isPlannedCity } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { ADMIN, byZoom, type Scene, type ThemeLayers } from "./scene.ts";

/**
 * Class of a region as the feature-state `cls` carries it: 0 to 4 on the ramp, 5 a measured nothing. A region
 * without data carries none and is transparent: the hatch beneath it shows.
 */
export const ZERO_CLASS = 5;
export function stateClass(value: ValueClass): number | null {
  return value === "none" ? null : value === "zero" ? ZERO_CLASS : value;
}

/** Source layer of the tiles that carries a level's polygons; features are keyed by the region's code. */
export type FillLayer = "league" | "city" | "county" | "county2012";
export type RegionClass = { layer: FillLayer; code: string; cls: number | null };

/** Class of every region that the view fills. */
export function regionClasses(view: View, progress: Scene["data"]["progress"]): RegionClass[] {
  if (view.level === "county") {
    const layer: FillLayer = view.layers.includes("counties2012") ? "county2012" : "county";
    return progress.county.map((row) => ({
      layer,
      code: row.code,
      cls: classIn(row, view.measure, "county"),
    }));
  }
  return progress.reporting.map((row) => ({
    layer: isPlannedCity(row.code) ? "city" : "league",
    code: row.code,
    cls: classIn(row, view.measure, "league"),
  }));
}

function classIn(row: RegionProgress, measure: Measure, level: "league" | "county"): number | null {
  return stateClass(classOf(row.value, measure, level));
}

export const progressLayers: ThemeLayers = (scene) => {
  const { view, on, palette, data } = scene;
  const shown = on.has("progress");
  const empty = shown ? regionClasses(view, data.progress).filter(({ cls }) => cls === null) : [];
  const fill = (layer: FillLayer): LayerSpecification => ({
    id: `progress-${layer}`,
    type: "fill",
    source: ADMIN,
    "source-layer": layer,
    paint: { "fill-color": shown ? classColor(palette) : plainColor(palette), "fill-antialias": false },
  });
  const hatch = (id: string, layer: FillLayer): LayerSpecification => ({
    id,
    type: "fill",
    source: ADMIN,
    "source-layer": layer,
    paint: { "fill-pattern": `${scene.theme}/hatch`, "fill-antialias": false },
  });
  // The hatch lies under everything that may be transparent, and costs nothing where nothing is.
  const ground = empty.some(({ layer }) => layer !== "city") ? [hatch("no-data", "league")] : [];
  if (view.level === "county") {
    return [...ground, fill(on.has("counties2012") ? "county2012" : "county")];
  }
  const cityGround = empty.some(({ layer }) => layer === "city") ? [hatch("no-data-city", "city")] : [];
  return [...ground, fill("league"), ...cityGround, fill("city"), cityEdge(palette)];
};

/** 满洲里 and 二连浩特 lie inside a league and file on their own: dashed, on top. */
function cityEdge(palette: Palette): LayerSpecification {
  return {
    id: "city-edge",
    type: "line",
    source: ADMIN,
    "source-layer": "city",
    layout: { "line-join": "round" },
    paint: {
      "line-color": palette.label,
      "line-width": byZoom(4, 0.7, 7, 1.6),
      "line-opacity": 0.8,
      "line-dasharray": [2, 1.2],
    },
  };
}

function classColor(palette: Palette): ExpressionSpecification {
  const colors = [...palette.ramp, palette.zero];
  const pick = (paint: (color: string) => string, none: string): ExpressionSpecification =>
    [
      "match",
      ["coalesce", ["feature-state", "cls"], -1],
      ...colors.flatMap((color, cls) => [cls, paint(color)]),
      none,
    ] as unknown as ExpressionSpecification;
  return [
    "case",
    ["boolean", ["feature-state", "hover"], false],
    pick((color) => blend(color, palette.accent, HOVER_TINT), withAlpha(palette.accent, HOVER_TINT)),
    pick((color) => color, withAlpha(palette.noData, 0)),
  ];
}

/** With progress switched off the region is paper, and still answers to the pointer. */
function plainColor(palette: Palette): ExpressionSpecification {
  return [
    "case",
    ["boolean", ["feature-state", "hover"], false],
    blend(palette.zero, palette.accent, HOVER_TINT),
    palette.zero,
  ];
}

const HOVER_TINT = 0.16;
