import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { halo, type Layout, ledgerLabel, NAME, type Paint } from "./label-parts.ts";
import { RIVER_NAMES } from "./outside-names.ts";
import { ADMIN, byProperty, byZoom, GROUND_BAKED_TO, type Scene } from "./scene.ts";
import { face } from "./type.ts";

export function outsideNames({ palette, lang }: Scene): LayerSpecification[] {
  return [
    ledgerLabel(
      "country-name",
      ["country"],
      {
        "text-field": NAME,
        "text-font": face("serif"),
        "text-size": byZoom(3, 15, 4.6, 22, 8, 26),
        "text-letter-spacing": lang === "en" ? 0.3 : 0.9,
        "text-max-width": 40,
      },
      { "text-color": palette.labelCountry },
    ),
    ledgerLabel(
      "province-name",
      ["province"],
      {
        "text-field": NAME,
        "text-font": face("serif"),
        "text-size": byZoom(3.5, 11, 6, 16),
        "text-letter-spacing": lang === "en" ? 0.08 : 0.28,
        "text-padding": 4,
        "text-max-width": 20,
      },
      { "text-color": palette.labelProvince, "text-halo-color": palette.china, "text-halo-width": 1.2 },
    ),
  ];
}

export function waterNames({ palette, lang }: Scene): LayerSpecification[] {
  const text: Layout = {
    "text-font": face("serif"),
    "text-size": byZoom(4, 10.5, 5, 11, 7, 14),
  };
  const paint: Paint = { "text-color": palette.waterText, ...halo(palette, 1.1) };
  const river: ExpressionSpecification = lang === "en" ? byProperty("name", RIVER_NAMES, "") : NAME;
  return [
    {
      id: "river-name",
      type: "symbol",
      source: ADMIN,
      "source-layer": "river",
      minzoom: GROUND_BAKED_TO,
      filter: ["match", NAME, Object.keys(RIVER_NAMES), true, false],
      layout: {
        ...text,
        "symbol-placement": "line",
        "symbol-spacing": 260,
        "text-field": river,
        "text-letter-spacing": lang === "en" ? 0.12 : 0.35,
        "text-max-angle": 45,
        "text-padding": 10,
      },
      paint,
    },
    ledgerLabel(
      "lake-name",
      ["lake"],
      {
        ...text,
        "text-field": NAME,
        "text-letter-spacing": 0.1,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.5,
      },
      paint,
    ),
  ];
}
