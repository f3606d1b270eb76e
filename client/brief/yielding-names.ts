import type { StyleSpecification } from "maplibre-gl";
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

/**
 * The style of a page: on screen a league's name stands in its place whatever is there, on a page it goes elsewhere
 * in its league, and one that has no room at all is left out, and told.
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
    // A name at its leader's end may not leave it.
    const others = led ? [] : ELSEWHERE.flatMap((one) => ["center", one]);
    return { ...feature, properties: { ...feature.properties, spots: [anchor, offset, ...others] } };
  });
  return {
    ...style,
    sources: { ...style.sources, [LEDGER]: { ...ledger, data: { ...ledger.data, features } } },
    layers: style.layers.map(yielding),
  };
}

const yielding = (layer: Layer): Layer =>
  layer.type === "symbol" && layer.layout?.["text-overlap"] === "always"
    ? {
        ...layer,
        layout: {
          ...layer.layout,
          "text-overlap": "never",
          "text-variable-anchor-offset": ["get", "spots"],
        },
      }
    : layer;
