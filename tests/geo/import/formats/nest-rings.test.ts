import fc from "fast-check";
import type { Position } from "geojson";
import { expect, test } from "vitest";
import { nestRings } from "#geo/import/formats/nest-rings.ts";

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
/** A shell, a hole in it, an island in the hole, a hole in the island, and a shell beside them. */
const rings = [square(0, 0, 10), square(1, 1, 8), square(2, 2, 6), square(3, 3, 4), square(20, 0, 1)];

test("rings nest by place, in any order and winding", () => {
  const shuffled = fc
    .shuffledSubarray(rings, { minLength: rings.length })
    .chain((order) =>
      fc
        .tuple(...order.map(() => fc.boolean()))
        .map((flips) => order.map((ring, at) => (flips[at] ? ring.toReversed() : ring))),
    );
  fc.assert(
    fc.property(shuffled, (given) => {
      const sizes = nestRings(given)
        .map((polygon) => polygon.map((ring) => Math.max(...ring.map(([x = 0]) => x)) - minX(ring)))
        .sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0));
      expect(sizes).toEqual([[10, 8], [6, 4], [1]]);
    }),
  );
});
const minX = (ring: readonly Position[]): number => Math.min(...ring.map(([x = 0]) => x));

test("a hole belongs to the shell around it, not to one whose box alone holds it", () => {
  const lShape: Position[] = [
    [0, 0],
    [12, 0],
    [12, 2],
    [2, 2],
    [2, 12],
    [0, 12],
    [0, 0],
  ];
  const [shell, hole] = [square(4, 4, 7), square(5, 5, 2)];
  expect(nestRings([lShape, hole, shell])).toEqual([[lShape], [shell, hole]]);
});

test("a hole that touches its shell at a corner is still its hole", () => {
  const diamond: Position[] = [
    [0, 5],
    [3, 4],
    [5, 5],
    [3, 6],
    [0, 5],
  ];
  expect(nestRings([square(0, 0, 10), diamond])).toEqual([[square(0, 0, 10), diamond]]);
});
