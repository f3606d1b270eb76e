import type { Feature, FeatureCollection, Geometry } from "geojson";
import { toMercator } from "#geo/camera.ts";
import type { Bbox } from "#geo/ground.ts";
import type { Tile } from "#geo/tiles/archive.ts";
import { TILE_BUFFER, TILE_EXTENT, type TileLayer } from "#geo/tiles/layers.ts";
import { type CutTile, fromGeojsonVt, GeoJSONVT } from "./packages.ts";

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
      const tile = cutter.getTile(zoom, x, y);
      return tile === null || tile.features.length === 0 ? [] : [[name, tile]];
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

function tilesOver(zoom: number, [west, south, east, north]: Bbox): [x: number, y: number][] {
  const across = 2 ** zoom;
  const [left, top] = toMercator([west, north]).map((share) => Math.floor(share * across));
  const [right, bottom] = toMercator([east, south]).map((share) => Math.floor(share * across));
  const tiles: [number, number][] = [];
  for (let x = left ?? 0; x <= (right ?? 0); x++)
    for (let y = top ?? 0; y <= (bottom ?? 0); y++) tiles.push([x, y]);
  return tiles;
}
