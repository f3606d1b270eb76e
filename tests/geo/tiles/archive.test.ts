import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openTiles, packTiles, type Tile } from "#geo/tiles/archive.ts";

const aTile: fc.Arbitrary<Tile> = fc.nat(5).chain((z) =>
  fc.record({
    z: fc.constant(z),
    x: fc.nat(2 ** z - 1),
    y: fc.nat(2 ** z - 1),
    bytes: fc.uint8Array({ maxLength: 40 }),
  }),
);
const someTiles = fc.uniqueArray(aTile, { minLength: 1, selector: ({ z, x, y }) => `${z}/${x}/${y}` });

test("what is packed comes out, tile by tile, and nothing else", () => {
  fc.assert(
    fc.property(someTiles, (tiles) => {
      const archive = openTiles(packTiles(tiles));
      for (const { z, x, y, bytes } of tiles) expect(archive.get(z, x, y)).toEqual(bytes);
      expect(archive.addresses).toHaveLength(tiles.length);
      expect(archive.get(9, 0, 0)).toBeUndefined();
      expect(archive.minzoom).toBe(Math.min(...tiles.map(({ z }) => z)));
      expect(archive.maxzoom).toBe(Math.max(...tiles.map(({ z }) => z)));
    }),
  );
});

test("the order of tiles does not change the bytes", () => {
  fc.assert(
    fc.property(someTiles, (tiles) => {
      expect(packTiles([...tiles].reverse())).toEqual(packTiles(tiles));
    }),
  );
});

test("equal tiles are stored once", () => {
  const bytes = new Uint8Array(1000).fill(7);
  const one = packTiles([{ z: 1, x: 0, y: 0, bytes }]);
  const two = packTiles([
    { z: 1, x: 0, y: 0, bytes },
    { z: 1, x: 1, y: 0, bytes: bytes.slice() },
  ]);
  expect(two.length).toBeLessThan(one.length + 50);
});

test("an archive read out of the middle of a larger buffer is the same", () => {
  const packed = packTiles([{ z: 3, x: 6, y: 2, bytes: new Uint8Array([1, 2, 3]) }]);
  const larger = new Uint8Array(packed.length + 20);
  larger.set(packed, 13);
  expect(openTiles(larger.subarray(13, 13 + packed.length)).get(3, 6, 2)).toEqual(new Uint8Array([1, 2, 3]));
});

test("what is no archive, or is cut short, is refused", () => {
  const packed = packTiles([{ z: 0, x: 0, y: 0, bytes: new Uint8Array(50) }]);
  expect(() => openTiles(new Uint8Array(3))).toThrow(RangeError);
  expect(() => openTiles(new TextEncoder().encode("<!doctype html><p>not found"))).toThrow(RangeError);
  expect(() => openTiles(packed.subarray(0, -1))).toThrow(RangeError);
  expect(() => packTiles([])).toThrow(RangeError);
});
