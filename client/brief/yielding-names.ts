import type { ExpressionSpecification, StyleSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { LEDGER } from "../layers/scene.ts";

type Layer = StyleSpecification["layers"][number];
type Offset = readonly [dx: number, dy: number];

/** In em: where a league's name may go on a page instead of its own place. */
const ELSEWHERE: readonly Offset[] = [
  [0, 0],
  ...[0.6, 1.3, 2.2].flatMap((step): Offset[] => [
    [0, step],
    [0, -step],
    [-step, 0],
    [step, 0],
    [-step, step],
    [step, step],
    [-step, -step],
    [step, -step],
  ]),
];

const AROUND = ELSEWHERE.flatMap((one) => ["center", one]);
/** In em: how far a name may go at its leader's end, which it may not leave. */
const ALONG = [0.5, -0.5, 1, -1];

/** In em: a county's name as on screen; one that has items, for which the page is read, goes further in its county. */
const BESIDE = [
  ...["center", [0, 0], "top", [0, 0.8], "bottom", [0, -0.8], "left", [1.1, 0], "right", [-1.1, 0]],
  ...["top-left", [0.8, 0.5], "bottom-right", [-0.8, -0.5]],
];
const FURTHER = [1.2, 2, 2.8].flatMap((step) => [
  ...["center", [0, step], "center", [0, -step], "center", [-1.5 * step, 0], "center", [1.5 * step, 0]],
  ...["center", [-step, step], "center", [step, step], "center", [-step, -step], "center", [step, -step]],
]);

/**
 * The style of a page: on screen a league's name stands in its place whatever is there, on a page it goes elsewhere
 * in its league, and one that has no room at all is left out, and told. A line's name has the spots that line-spots.ts
 * gave it.
 */
export function withYieldingNames(style: StyleSpecification): StyleSpecification {
  const ledger = style.sources[LEDGER];
  if (
    ledger?.type !== "geojson" ||
    typeof ledger.data === "string" ||
    ledger.data.type !== "FeatureCollection"
  ) {
    throw new Error("page names: the ledger source is no feature collection");
  }
  const features = ledger.data.features.map((feature) => {
    const { anchor, offset, led } = feature.properties ?? {};
    if (anchor === undefined) return feature;
    const others = led ? ALONG.flatMap((dx) => [anchor, [offset[0] + dx, offset[1]]]) : AROUND;
    return { ...feature, properties: { ...feature.properties, spots: [anchor, offset, ...others] } };
  });
  return {
    ...style,
    sources: { ...style.sources, [LEDGER]: { ...ledger, data: { ...ledger.data, features } } },
    layers: style.layers.map(yielding),
  };
}

function yielding(layer: Layer): Layer {
  if (layer.type === "symbol" && layer.id === "county-name") {
    const spots = ["match", ["get", "rank"], 0, ["literal", [...BESIDE, ...FURTHER]], ["literal", BESIDE]];
    return withSpots(layer, spots as unknown as ExpressionSpecification);
  }
  if (layer.type === "symbol" && layer.id === "corridor-name")
    return withSpots(layer, listed("spots", ["left", [0.8, 0], "right", [-0.8, 0]]));
  if (layer.type !== "symbol" || layer.layout?.["text-overlap"] !== "always") return layer;
  const { "text-anchor": anchor, "text-offset": offset, ...layout } = layer.layout;
  return {
    ...layer,
    layout: {
      ...layout,
      "text-overlap": "never",
      "text-variable-anchor-offset": listed("spots", ["center", [0, 0]]),
      ...(layout["icon-offset"] === undefined ? {} : { "icon-offset": listed("bar", [0, 0]) }),
    },
  };
}

const withSpots = (layer: SymbolLayerSpecification, spots: ExpressionSpecification): Layer => ({
  ...layer,
  layout: { ...layer.layout, "text-variable-anchor-offset": spots },
});

/**
 * A list among a feature's properties. Asked what it has drawn (dropped-names.ts) MapLibre evaluates a layer once more
 * with features as its tiles have them, where a list is text, and would warn of each.
 */
const listed = (property: string, otherwise: readonly unknown[]) =>
  [
    "case",
    ["==", ["typeof", ["get", property]], "string"],
    ["literal", otherwise],
    ["get", property],
  ] as unknown as ExpressionSpecification;
