import type { FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "#domain/look/palette.ts";
import { isPlannedCity, PROVINCE_CODE } from "#domain/region.ts";
import { areaLayer } from "./outline.ts";
import { countyLayer, type FillLayer } from "./progress.ts";
import { ADMIN, type ThemeLayers } from "./scene.ts";

/** Outline of the region drilled into: accent in a page-coloured casing. The layer exists only while one is. */
export const selectionLayers: ThemeLayers = ({ view, palette }) => {
  const { region } = view;
  if (region === null || region === PROVINCE_CODE) return [];
  const outline = {
    type: "line",
    source: ADMIN,
    "source-layer":
      isPlannedCity(region) && view.level === "league" ? "city" : areaLayer(region, view.layers),
    layout: { "line-join": "round" },
  } as const;
  const filter: FilterSpecification = ["==", ["id"], Number(region)];
  const layers: LayerSpecification[] = [
    {
      ...outline,
      filter,
      id: `picked-casing-${region}`,
      paint: { "line-color": palette.halo, "line-width": 6 },
    },
    { ...outline, filter, id: `picked-${region}`, paint: { "line-color": palette.accent, "line-width": 3 } },
  ];
  return view.level === "county" ? layers : [countyHit(palette, countyLayer(view.layers)), ...layers];
};

/** Counties of a league that is drilled into answer to the pointer though the fill is by league. */
function countyHit(palette: Palette, layer: FillLayer): LayerSpecification {
  return {
    id: "region-hit",
    type: "fill",
    source: ADMIN,
    "source-layer": layer,
    paint: {
      "fill-color": palette.accent,
      "fill-opacity": ["case", ["boolean", ["feature-state", "hover"], false], 0.12, 0],
      "fill-antialias": false,
    },
  };
}
