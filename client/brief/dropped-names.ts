import type { Map as GlMap, StyleSpecification } from "maplibre-gl";
import { isWithin } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { LEDGER } from "../layers/scene.ts";

/** What is named at every zoom: whoever reads the page looks for it. */
const NAMED: readonly unknown[] = ["league", "port-name", "corridor-name"];
const COUNTY = "county";

type Named = { name: string; at: [number, number] };

/** Names that belong to the picture and found no room in it, in the order of the ledger. */
export function droppedNames(map: GlMap, style: StyleSpecification, view: Pick<View, "region">): string[] {
  const layers = style.layers.filter((layer) => layer.type === "symbol" && layer.source === LEDGER);
  const drawn = new Set(
    map
      .queryRenderedFeatures({ layers: layers.map(({ id }) => id) })
      .filter(({ properties: { draw } }) => NAMED.includes(draw) || draw === COUNTY)
      .map(({ properties }) => properties.name),
  );
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const asked = namesAsked(style, map.getZoom(), view).filter(({ at }) => {
    const { x, y } = map.project(at);
    return x >= 0 && x <= width && y >= 0 && y <= height;
  });
  return [...new Set(asked.map(({ name }) => name))].filter((name) => !drawn.has(name));
}

/**
 * What a page of this view is read for at a zoom: besides what is always named the counties that have items, where
 * the map names counties at all. Of a region drilled into its own: its neighbours' stand there to place it.
 */
export function namesAsked(
  style: StyleSpecification,
  zoom: number,
  { region }: Pick<View, "region">,
): Named[] {
  const source = style.sources[LEDGER];
  if (source?.type !== "geojson" || typeof source.data === "string") return [];
  if (source.data.type !== "FeatureCollection") return [];
  const counties = style.layers.find(({ id }) => id === "county-name");
  const near = counties !== undefined && zoom >= (counties.minzoom ?? 0);
  return source.data.features.flatMap(({ geometry, properties }) => {
    if (geometry.type !== "Point") return [];
    const { draw, name, code, rank } = properties ?? {};
    const county = near && draw === COUNTY && rank === 0 && (region === null || isWithin(code, region));
    if (!county && !NAMED.includes(draw)) return [];
    return [{ name: String(name), at: geometry.coordinates as [number, number] }];
  });
}
