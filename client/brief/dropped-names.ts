import type { Map as GlMap, StyleSpecification } from "maplibre-gl";
import { LEDGER } from "../layers/scene.ts";

/** What is named at every zoom: whoever reads the page looks for it. */
const NAMED = ["league", "port-name", "corridor-name"];

/** Names that belong to the picture and found no room in it, in the order of the ledger. */
export function droppedNames(map: GlMap, style: StyleSpecification): string[] {
  const layers = style.layers.filter((layer) => layer.type === "symbol" && layer.source === LEDGER);
  const drawn = new Set(
    map
      .queryRenderedFeatures({ layers: layers.map(({ id }) => id) })
      .filter(({ properties }) => NAMED.includes(properties.draw))
      .map(({ properties }) => properties.name),
  );
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const asked = namedPlaces(style).filter(({ at }) => {
    const { x, y } = map.project(at);
    return x >= 0 && x <= width && y >= 0 && y <= height;
  });
  return [...new Set(asked.map(({ name }) => name))].filter((name) => !drawn.has(name));
}

function namedPlaces(style: StyleSpecification): { name: string; at: [number, number] }[] {
  const source = style.sources[LEDGER];
  if (source?.type !== "geojson" || typeof source.data === "string") return [];
  if (source.data.type !== "FeatureCollection") return [];
  return source.data.features.flatMap(({ geometry, properties }) =>
    geometry.type === "Point" && NAMED.includes(properties?.draw)
      ? [{ name: String(properties?.name), at: geometry.coordinates as [number, number] }]
      : [],
  );
}
