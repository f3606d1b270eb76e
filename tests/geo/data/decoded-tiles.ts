import { readFileSync } from "node:fs";
import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { dataFile } from "#geo/read.ts";
import { openTiles } from "#geo/tiles/archive.ts";
import type { TileLayer } from "#geo/tiles/layers.ts";

export type DecodedTile = {
  key: string;
  z: number;
  layers: string[];
  features: (layer: TileLayer) => VectorTileFeature[];
};

/** Every tile of a committed archive, decoded as MapLibre decodes it; of all zooms or one. */
export function decodedTiles(
  archive: "admin-overview.tiles" | "admin-detail.tiles",
  zoom?: number,
): DecodedTile[] {
  const tiles = openTiles(readFileSync(dataFile(archive)));
  return tiles.addresses
    .filter(([z]) => zoom === undefined || z === zoom)
    .map(([z, x, y]) => {
      const { layers } = new VectorTile(new PbfReader(tiles.get(z, x, y) ?? new Uint8Array()));
      return {
        key: `${z}/${x}/${y}`,
        z,
        layers: Object.keys(layers),
        features: (name) => {
          const layer = layers[name];
          return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index)).filter(
            (feature) => feature !== undefined,
          );
        },
      };
    });
}

/** Twice the signed area in tile units, y downwards: positive for an outer ring (MVT 2.1, 4.3.4.4). */
export function signedArea(ring: readonly { x: number; y: number }[]): number {
  return ring.reduce((sum, { x, y }, index) => {
    const next = ring[(index + 1) % ring.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
}
