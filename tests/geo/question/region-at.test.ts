import { expect, test } from "vitest";
import { indexRegions, regionAt } from "#geo/question/region-at.ts";
import type { RegionShape } from "#geo/question/region-shape.ts";

const square = (code: string, x: number, y: number, size: number): RegionShape => ({
  code,
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  },
});

const shapes = [
  square("150000", 0, 0, 10),
  square("150100", 0, 0, 4),
  square("150102", 0, 0, 2),
  square("150103", 2, 0, 2),
];

test("the deepest region is found, whatever the order given", () => {
  for (const index of [indexRegions(shapes), indexRegions(shapes.toReversed())]) {
    expect(regionAt(index, [1, 1])).toBe("150102");
    expect(regionAt(index, [3, 3])).toBe("150100");
    expect(regionAt(index, [9, 9])).toBe("150000");
    expect(regionAt(index, [11, 1])).toBeNull();
  }
});

test("a border point belongs to the lower code, whatever the order given", () => {
  for (const index of [indexRegions(shapes), indexRegions(shapes.toReversed())]) {
    expect(regionAt(index, [2, 1])).toBe("150102");
    expect(regionAt(index, [2, 2])).toBe("150102");
    expect(regionAt(index, [4, 1])).toBe("150103");
  }
});

test("a hole is outside, and each part of a multipolygon is inside", () => {
  const ring = square("150202", 0, 0, 9).geometry.coordinates[0] as [number, number][];
  const hole = square("150202", 3, 3, 2).geometry.coordinates[0] as [number, number][];
  const far = square("150202", 20, 20, 1).geometry.coordinates[0] as [number, number][];
  const index = indexRegions([
    { code: "150202", geometry: { type: "MultiPolygon", coordinates: [[ring, hole], [far]] } },
  ]);
  expect(regionAt(index, [4, 4])).toBeNull();
  expect(regionAt(index, [1, 1])).toBe("150202");
  expect(regionAt(index, [20.5, 20.5])).toBe("150202");
});
