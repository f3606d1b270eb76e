import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { PLANNED_CITY_CODES } from "#domain/region.ts";
import { dataFile, readCounties2012, readRegions } from "#geo/read.ts";
import {
  DETAIL_ZOOMS,
  LAND_KINDS,
  OVERVIEW_ZOOMS,
  TILE_EXTENT,
  TILE_LAYERS,
  TILE_LINE_KINDS,
  type TileLayer,
} from "#geo/tiles/layers.ts";
import { type DecodedTile, decodedTiles, signedArea } from "./decoded-tiles.ts";

const codes = (level: string) =>
  readRegions()
    .filter((region) => region.level === level)
    .map(({ code }) => code);

const EXPECTED: [TileLayer, string[]][] = [
  ["county", codes("county")],
  ["league", codes("league")],
  ["city", [...PLANNED_CITY_CODES]],
  ["county2012", readCounties2012().objects.counties.geometries.map(({ id }) => String(id))],
];

test("the overview costs at most 100 KB on the wire", () => {
  expect(gzipSync(readFileSync(dataFile("admin-overview.tiles"))).byteLength).toBeLessThanOrEqual(100_000);
});

const overview = decodedTiles("admin-overview.tiles");
const middle = decodedTiles("admin-detail.tiles", DETAIL_ZOOMS.min);
const deepest = decodedTiles("admin-detail.tiles", DETAIL_ZOOMS.max);

test("the archives hold every zoom from 0 to 9", () => {
  const zooms = new Set([...overview, ...decodedTiles("admin-detail.tiles")].map(({ z }) => z));
  expect([...zooms].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

describe.each([
  ["zoom 2", overview.filter(({ z }) => z === 2)],
  ["zoom 5", overview.filter(({ z }) => z === OVERVIEW_ZOOMS.max)],
  ["zoom 6", middle],
  ["zoom 9", deepest],
] as [string, DecodedTile[]][])("at %s", (_zoom, tiles) => {
  test.each(EXPECTED)("layer %s holds every region, its id the code as a number", (layer, expected) => {
    const features = tiles.flatMap((tile) => tile.features(layer));
    expect(new Set(features.map(({ properties }) => String(properties.code)))).toEqual(new Set(expected));
    for (const { id, properties } of features) expect(id).toBe(Number(properties.code));
  });

  test("outer rings are wound as MVT has it, and no vertex is repeated", () => {
    for (const tile of tiles)
      for (const layer of ["county", "league", "city", "county2012", "lake", "land"] as const)
        for (const feature of tile.features(layer)) {
          const rings = feature.loadGeometry();
          expect(signedArea(rings[0] ?? []), `${tile.key} ${layer}`).toBeGreaterThan(0);
          for (const ring of rings) {
            const repeated = ring.some(
              ({ x, y }, i) => i > 0 && ring[i - 1]?.x === x && ring[i - 1]?.y === y,
            );
            expect(repeated, `${tile.key} ${layer}`).toBe(false);
          }
        }
  });

  test("counties fill their leagues without slivers: both are drawn from the same vertices", () => {
    for (const tile of tiles) {
      const area = (layer: TileLayer) =>
        tile
          .features(layer)
          .flatMap((feature) => feature.loadGeometry())
          .reduce((sum, ring) => sum + signedArea(ring) / 2, 0);
      // Clipping rounds a vertex that a border gets at the tile's edge: some units in 16.8 million.
      expect(Math.abs(area("county") - area("league")), tile.key).toBeLessThan(TILE_EXTENT / 4);
      expect(Math.abs(area("county") - area("county2012")), tile.key).toBeLessThan(TILE_EXTENT / 4);
    }
  });
});

test("the overview draws the region alone; what lies around it is the baked ground", () => {
  const kinds = new Set(
    overview.flatMap((tile) => tile.features("line").map(({ properties }) => properties.kind)),
  );
  expect([...kinds].sort()).toEqual(["county", "league", "nation", "prov"]);
  expect(overview.flatMap((tile) => tile.features("land"))).toEqual([]);
});

test("the detail tiles know the land around, coast and land border apart", () => {
  const of = (layer: TileLayer, key: string) =>
    new Set(middle.flatMap((tile) => tile.features(layer).map(({ properties }) => properties[key])));
  expect(of("line", "kind")).toEqual(new Set(TILE_LINE_KINDS));
  expect(of("land", "kind")).toEqual(new Set(LAND_KINDS));
  expect([...of("river", "name")]).toContain("黄河");
  expect([...of("lake", "name")]).toContain("呼伦湖");
});

test("no tile names a layer that the contract does not", () => {
  for (const tile of [...overview, ...middle]) expect(tile.layers.filter(isUnknown)).toEqual([]);
});
const isUnknown = (name: string) => !(TILE_LAYERS as readonly string[]).includes(name);
