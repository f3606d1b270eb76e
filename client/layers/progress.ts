import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { blend, withAlpha } from "#domain/look/color.ts";
import type { Palette } from "#domain/look/palette.ts";
import { classOf, type ValueClass, viewBounds } from "#domain/measure.ts";
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

/** Which counties are drawn: those of today, or of July 2012 where they are asked for. */
export const countyLayer = (layers: View["layers"]): "county" | "county2012" =>
  layers.includes("counties2012") ? "county2012" : "county";

/** Class of every region that the view fills. */
export function regionClasses(view: View, progress: Scene["data"]["progress"]): RegionClass[] {
  const bounds = viewBounds(view, progress);
  const cls = ({ value }: RegionProgress) => stateClass(classOf(value, bounds));
  if (view.level === "county") {
    const layer = countyLayer(view.layers);
    return progress.county.map((row) => ({ layer, code: row.code, cls: cls(row) }));
  }
  return progress.reporting.map((row) => ({
    layer: isPlannedCity(row.code) ? "city" : "league",
    code: row.code,
    cls: cls(row),
  }));
}

/**
 * Both levels are always there, the one that is off at opacity 0, which costs no drawing: a layer that comes or
 * goes would have the worker make every tile anew before the first new colour is seen.
 */
export const progressLayers: ThemeLayers = (scene) => {
  const { view, on, palette, data } = scene;
  const byCounty = view.level === "county";
  const color = on.has("progress") ? classColor(palette) : plainColor(palette);
  const fill = (layer: FillLayer, seen: boolean): LayerSpecification => ({
    id: `progress-${layer}`,
    type: "fill",
    source: ADMIN,
    "source-layer": layer,
    paint: { "fill-color": color, "fill-antialias": false, "fill-opacity": seen ? 1 : 0 },
  });
  const empty = on.has("progress")
    ? regionClasses(view, data.progress).filter(({ cls }) => cls === null)
    : [];
  const hatch = (id: string, layer: FillLayer, seen: boolean): LayerSpecification => ({
    id,
    type: "fill",
    source: ADMIN,
    "source-layer": layer,
    paint: {
      "fill-pattern": `${scene.theme}/hatch`,
      "fill-antialias": false,
      "fill-opacity": seen ? 1 : 0,
    },
  });
  const inCity = ({ layer }: RegionClass) => layer === "city";
  return [
    // The hatch lies under everything that may be transparent.
    hatch("no-data", "league", !empty.every(inCity)),
    fill(countyLayer(view.layers), byCounty),
    fill("league", !byCounty),
    hatch("no-data-city", "city", empty.some(inCity)),
    fill("city", !byCounty),
    cityEdge(palette, !byCounty),
  ];
};

/** 满洲里 and 二连浩特 lie inside a league and file on their own: dashed, on top. */
function cityEdge(palette: Palette, seen: boolean): LayerSpecification {
  return {
    id: "city-edge",
    type: "line",
    source: ADMIN,
    "source-layer": "city",
    layout: { "line-join": "round" },
    paint: {
      "line-color": palette.label,
      "line-width": byZoom(4, 0.7, 7, 1.6),
      "line-opacity": seen ? 0.8 : 0,
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
