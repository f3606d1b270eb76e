import type { Feature, FeatureCollection, Geometry } from "geojson";
import { toMercator } from "#geo/camera.ts";
import type { Bbox } from "#geo/ground.ts";
import type { Tile } from "#geo/tiles/archive.ts";
import { TILE_BUFFER, TILE_EXTENT, type TileLayer } from "#geo/tiles/layers.ts";
import { type CutFeature, type CutTile, fromGeojsonVt, GeoJSONVT, type TilePoint } from "./packages.ts";

export type LayerFeatures = Partial<Record<TileLayer, readonly Feature[]>>;

/**
 * Cuts one zoom's layers into MVT tiles over a box. The features come simplified for this zoom already, with
 * shared vertices, so nothing is simplified here: that would open slivers between neighbours.
 */
export function cutZoom(zoom: number, layers: LayerFeatures, bbox: Bbox): Tile[] {
  const cutters = Object.entries(layers).map(
    ([name, features]) =>
      [name, cutterOf(zoom, { type: "FeatureCollection", features: [...features] })] as const,
  );
  const tiles: Tile[] = [];
  for (const [x, y] of tilesOver(zoom, bbox)) {
    const cut = cutters.flatMap(([name, cutter]): [string, CutTile][] => {
      const tile = tidied(cutter.getTile(zoom, x, y));
      return tile.features.length === 0 ? [] : [[name, tile]];
    });
    if (cut.length === 0) continue;
    const bytes = fromGeojsonVt(Object.fromEntries(cut), { version: 2, extent: TILE_EXTENT });
    tiles.push({ z: zoom, x, y, bytes: new Uint8Array(bytes) });
  }
  return tiles;
}

const cutterOf = (zoom: number, data: FeatureCollection<Geometry>) =>
  new GeoJSONVT(data, {
    maxZoom: zoom,
    indexMaxZoom: 0,
    tolerance: 0,
    extent: TILE_EXTENT,
    buffer: TILE_BUFFER,
  });

/** Rounding to tile units and clipping leave repeated vertices, and rings that have shrunk to a line: both go. */
function tidied(tile: CutTile | null): CutTile {
  const features = (tile?.features ?? []).flatMap((feature): CutFeature[] => {
    if (feature.type === 1) return [feature];
    const distinct = feature.geometry.map(withoutRepeats);
    const geometry = feature.type === 2 ? distinct.filter((line) => line.length > 1) : realRings(distinct);
    return geometry.length === 0 ? [] : [{ ...feature, geometry }];
  });
  return { features };
}

const withoutRepeats = (points: readonly TilePoint[]): TilePoint[] =>
  points.filter(([x, y], index) => {
    const before = points[index - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });

/** Rings that have an area, from the first outer one on. */
function realRings(rings: readonly TilePoint[][]): TilePoint[][] {
  const real = rings.filter((ring) => signedArea(ring) !== 0);
  const firstOuter = real.findIndex((ring) => signedArea(ring) > 0);
  return firstOuter < 0 ? [] : real.slice(firstOuter);
}

/** Twice the area in tile units, y downwards: positive for an outer ring. */
const signedArea = (ring: readonly TilePoint[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? ring[0] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

function tilesOver(zoom: number, [west, south, east, north]: Bbox): [x: number, y: number][] {
  const across = 2 ** zoom;
  const [left, top] = toMercator([west, north]).map((share) => Math.floor(share * across));
  const [right, bottom] = toMercator([east, south]).map((share) => Math.floor(share * across));
  const tiles: [number, number][] = [];
  for (let x = left ?? 0; x <= (right ?? 0); x++)
    for (let y = top ?? 0; y <= (bottom ?? 0); y++) tiles.push([x, y]);
  return tiles;
}
