import fc from "fast-check";
import { expect, test } from "vitest";
import { bboxesMeet, bboxOf, paddedBbox, unionBbox } from "#geo/question/bbox.ts";

test("the box of a multipolygon holds all its parts", () => {
  const square = (x: number, y: number) => [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y],
    ],
  ];
  const geometry = { type: "MultiPolygon" as const, coordinates: [square(100, 40), square(120, 50)] };
  expect(bboxOf(geometry)).toEqual([100, 40, 121, 51]);
});

test("a geometry with no position has no box", () => {
  expect(() => bboxOf({ type: "MultiPolygon", coordinates: [] })).toThrow(RangeError);
  expect(() => unionBbox([])).toThrow(RangeError);
});

test("padding is a share of each side, and no less than asked for", () => {
  expect(paddedBbox([100, 40, 110, 45], 0.1)).toEqual([99, 39.5, 111, 45.5]);
  expect(paddedBbox([100, 40, 100, 40], 0.1, 0.5)).toEqual([99.5, 39.5, 100.5, 40.5]);
});

test("padding stays in the Mercator world", () => {
  expect(paddedBbox([-170, -80, 170, 80], 0.2)).toEqual([-180, -85.0511, 180, 85.0511]);
});

test("a union meets each of its boxes, and padding never shrinks", () => {
  const box = fc
    .tuple(
      fc.double({ min: 97, max: 120, noNaN: true }),
      fc.double({ min: 37, max: 50, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
    )
    .map(([west, south, width, height]) => [west, south, west + width, south + height] as const);
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (given) => {
      const boxes = given.map(([a, b, c, d]): [number, number, number, number] => [a, b, c, d]);
      const [west, south, east, north] = unionBbox(boxes);
      for (const each of boxes) {
        expect(each[0] >= west && each[1] >= south && each[2] <= east && each[3] <= north).toBe(true);
        expect(bboxesMeet(each, paddedBbox(each, 0.1))).toBe(true);
      }
    }),
  );
});
