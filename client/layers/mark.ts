import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { showsBars } from "#geo/drawn/mix.ts";
import { MINOR_PORTS_FROM } from "#geo/drawn/ports.ts";
import { byZoom, drawnAs, LEDGER, type Scene, type ThemeLayers } from "./scene.ts";

/** Marks are 24 px images; VISUAL.md wants 17 px at zoom 3.5, 23 at 5, 30 at 8. */
const MARK_SIZE = byZoom(3.5, 0.7, 5, 0.95, 8, 1.25);

/**
 * Features that stand for one whole zoom level: a cluster and its members never show together. `zmin` is the
 * first level, `zmax` the first one beyond. MapLibre evaluates a filter's zoom once a tile, at its own level.
 */
export const atItsZoom: ExpressionSpecification = [
  "all",
  ["<=", ["get", "zmin"], ["zoom"]],
  [">", ["get", "zmax"], ["zoom"]],
];

/** The item picked keeps its mark even where project points are switched off. */
const hasPoints = ({ on, view }: Scene): boolean => on.has("projects") || view.item !== null;

/** Marks are never dropped: placed first, over all labels. Projects lowest, then hubs, then ports. */
export const markLayers: ThemeLayers = (scene) => {
  const { on, theme } = scene;
  const mark = (
    id: string,
    draws: string[],
    image: ExpressionSpecification | string,
    size = MARK_SIZE,
  ): SymbolLayerSpecification => ({
    id,
    type: "symbol",
    source: LEDGER,
    filter: ["all", drawnAs(...draws), atItsZoom],
    layout: { "icon-image": image, "icon-size": size, "icon-overlap": "always", "icon-padding": 1 },
  });
  const places = [...(on.has("hubs") ? ["hub"] : []), ...(on.has("ports") ? ["port"] : [])];
  return [
    ...(hasPoints(scene)
      ? [mark("point", ["point", "cluster"], ["concat", `${theme}/`, ["get", "mark"]])]
      : []),
    ...(on.has("ports")
      ? [
          {
            ...mark("minor-port", ["minor-port"], `${theme}/minor-port`, byZoom(6, 0.75, 8, 1)),
            minzoom: MINOR_PORTS_FROM,
          },
        ]
      : []),
    ...(places.length > 0 ? [raised(mark("place", places, ["concat", `${theme}/`, ["get", "draw"]]))] : []),
  ];
};

/** A hub stands on its dam, above the ground, so that a project at the same place is seen below it. */
function raised(layer: SymbolLayerSpecification): SymbolLayerSpecification {
  const offset: ExpressionSpecification = [
    "match",
    ["get", "draw"],
    "hub",
    ["literal", [0, -9]],
    ["literal", [0, 0]],
  ];
  return { ...layer, layout: { ...layer.layout, "icon-offset": offset } };
}

/** Stage mix as small bars under the name of each region. */
export const barLayers: ThemeLayers = ({ view, theme }) =>
  showsBars(view)
    ? [
        {
          id: "bars",
          type: "symbol",
          source: LEDGER,
          filter: ["all", drawnAs("bars"), atItsZoom],
          layout: {
            "icon-image": ["concat", `${theme}/bars/`, ["get", "mix"]],
            "icon-size": byZoom(4, 0.85, 7, 1.15),
            "icon-anchor": "top",
            "icon-offset": [0, 21],
            "icon-overlap": "always",
            "icon-ignore-placement": false,
          },
        },
      ]
    : [];
