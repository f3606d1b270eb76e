import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { halo, ledgerLabel, NAME, parts } from "./label-parts.ts";
import { byZoom, drawnAs, LEDGER, type Scene } from "./scene.ts";
import { face } from "./type.ts";

export function countyNames(scene: Scene): LayerSpecification {
  const { palette } = scene;
  return ledgerLabel(
    "county-name",
    ["county"],
    {
      "text-field": parts({ text: ["concat", NAME, ["get", "value"]] }),
      "text-font": face("regular"),
      "text-size": byZoom(5, 11, 6, 12, 8, 16),
      "text-max-width": 6,
      "text-padding": 3,
      "symbol-sort-key": ["get", "rank"],
      "text-letter-spacing": 0.04,
      "text-variable-anchor": ["center", "top", "bottom", "left", "right", "top-left", "bottom-right"],
      "text-radial-offset": 1.1,
    },
    {
      "text-color": onGold(scene, palette.labelCounty),
      ...halo(palette, 1.3),
      "text-halo-color": goldHalo(scene),
    },
    5.2,
  );
}

/** Dark theme, classes 4 and 5 of the ramp: navy text in a halo of the class's own gold. */
function onGold({ theme, palette }: Scene, otherwise: string): ExpressionSpecification | string {
  return theme === "dark" ? ["match", ["get", "cls"], [3, 4], palette.halo, otherwise] : otherwise;
}
function goldHalo({ theme, palette }: Scene): ExpressionSpecification | string {
  return theme === "dark"
    ? ["match", ["get", "cls"], 3, palette.ramp[3], 4, palette.ramp[4], palette.halo]
    : palette.halo;
}

/** In em, where a league is small on its page and its neighbours' names are close. */
const FURTHER = [
  [0, 1.3],
  [0, -1.3],
  [-1.4, 1],
  [1.4, 1],
  [-1.4, -1],
  [1.4, -1],
  [-2.2, 0],
  [2.2, 0],
  [0, 2.2],
  [0, -2.2],
];

/** All twelve, always: where no spot is free, they stand over what is there. */
export function leagueNames(scene: Scene): LayerSpecification[] {
  const { palette } = scene;
  const spot = (area: unknown, small: unknown, right: unknown, below: unknown) =>
    [
      "match",
      ["get", "spot"],
      "small",
      ["literal", small],
      "right",
      ["literal", right],
      "below",
      ["literal", below],
      ["literal", area],
    ] as unknown as ExpressionSpecification;
  const around = (step: number) => [
    "center",
    [0, 0],
    "top",
    [0, step],
    "bottom",
    [0, -step],
    "right",
    [-step, 0],
    "left",
    [step, 0],
    ...FURTHER.flatMap((offset) => ["center", offset]),
  ];
  return [
    {
      id: "league-leader",
      type: "line",
      source: LEDGER,
      maxzoom: 5,
      filter: drawnAs("leader"),
      paint: { "line-color": palette.label, "line-width": 1, "line-opacity": 0.75 },
    },
    ledgerLabel(
      "league-name",
      ["league"],
      {
        "text-field": parts(
          { text: NAME },
          { text: ["case", ["==", ["get", "value"], ""], "", ["get", "one"], " ", "\n"] },
          { text: ["get", "value"], scale: 0.92 },
          { text: ["get", "after"], scale: 0.72 },
        ),
        "text-font": face("bold"),
        "text-size": byZoom(3.5, 12, 4.5, 14.5, 5.2, 17, 7, 22),
        "text-letter-spacing": scene.lang === "en" ? 0.02 : 0.1,
        "text-line-height": 1.25,
        "text-padding": 2,
        "text-max-width": 30,
        "text-overlap": "always",
        "text-justify": "center",
        "text-variable-anchor-offset": spot(
          around(0.6),
          around(0.9),
          ["left", [0.25, 0]],
          ["top", [0, 0.15]],
        ),
      },
      {
        "text-color": onGold(scene, palette.label),
        ...halo(palette, 1.8),
        "text-halo-color": goldHalo(scene),
      },
    ),
  ];
}
