import type { Map as GlMap, StyleSpecification } from "maplibre-gl";
import { isWithin } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { LEDGER } from "../layers/scene.ts";

/** What is named at every zoom: whoever reads the page looks for it. */
const [LEAGUE, COUNTY, LINE] = ["league", "county", "corridor-name"];
const NAMED: readonly unknown[] = ["port-name", LINE];

/** CSS px: nobody looks for the name of a line that is shorter than a few of its characters. */
const SHORTEST = 40;

/** `path`: of a line, all of it. */
type Named = { name: string; at: [number, number]; path?: number[][] };

/** Names that belong to the picture and found no room in it, in the order of the ledger. */
export function droppedNames(map: GlMap, style: StyleSpecification, view: Pick<View, "region">): string[] {
  const layers = style.layers.filter((layer) => layer.type === "symbol" && layer.source === LEDGER);
  const drawn = new Set(
    map
      .queryRenderedFeatures({ layers: layers.map(({ id }) => id) })
      .filter(({ properties: { draw } }) => NAMED.includes(draw) || draw === LEAGUE || draw === COUNTY)
      .map(({ properties }) => properties.name),
  );
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const asked = namesAsked(style, map.getZoom(), view).filter(({ at, path }) => {
    const { x, y } = map.project(at);
    const isSeen = path === undefined || lengthOn(map, path) >= SHORTEST;
    return isSeen && x >= 0 && x <= width && y >= 0 && y <= height;
  });
  return [...new Set(asked.map(({ name }) => name))].filter((name) => !drawn.has(name));
}

/**
 * What a page of this view is read for at a zoom: besides ports and lines the leagues, and the counties that have
 * items where the map names counties at all. Of a region drilled into its own: its neighbours' stand there to place it.
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
  const paths = new Map(
    source.data.features.flatMap(({ geometry, properties }) =>
      geometry.type === "LineString" ? [[properties?.of as unknown, geometry.coordinates] as const] : [],
    ),
  );
  return source.data.features.flatMap(({ geometry, properties }) => {
    if (geometry.type !== "Point") return [];
    const { draw, name, code, rank, of } = properties ?? {};
    const own = region === null || (code !== undefined && (isWithin(code, region) || isWithin(region, code)));
    const county = near && draw === COUNTY && rank === 0 && own;
    if (!county && !(draw === LEAGUE && own) && !NAMED.includes(draw)) return [];
    const path = draw === LINE ? paths.get(of) : undefined;
    const at = geometry.coordinates as [number, number];
    return [{ name: String(name), at, ...(path === undefined ? {} : { path }) }];
  });
}

function lengthOn(map: GlMap, path: readonly number[][]): number {
  const points = path.map(([lon = 0, lat = 0]) => map.project([lon, lat]));
  return points.slice(1).reduce((sum, to, index) => sum + to.dist(points[index] ?? to), 0);
}
