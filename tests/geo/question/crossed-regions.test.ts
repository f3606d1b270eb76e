import fc from "fast-check";
import type { LineString, Position } from "geojson";
import { expect, test } from "vitest";
import { crossedRegions } from "#geo/question/crossed-regions.ts";
import { distanceKm } from "#geo/question/distance-km.ts";
import { lengthKm } from "#geo/question/length-km.ts";
import { indexRegions } from "#geo/question/region-at.ts";
import type { RegionShape } from "#geo/question/region-shape.ts";

const line = (coordinates: Position[]): LineString => ({ type: "LineString", coordinates });

/** A 4 × 4 sheet of 1° squares from 100°E 40°N; the codes count up row by row from 150101. */
const sheet: RegionShape[] = Array.from({ length: 16 }, (_, at) => {
  const [x, y] = [100 + (at % 4), 40 + Math.floor(at / 4)];
  return {
    code: String(150101 + at),
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [x, y],
          [x + 1, y],
          [x + 1, y + 1],
          [x, y + 1],
          [x, y],
        ],
      ],
    },
  };
});
const index = indexRegions(sheet);
const inside = fc.tuple(
  fc.double({ min: 100, max: 104, noNaN: true }),
  fc.double({ min: 40, max: 44, noNaN: true }),
);

test("regions come in the order the line enters them, each with its km", () => {
  const crossed = crossedRegions(
    index,
    line([
      [102.5, 40.5],
      [100.5, 40.5],
      [100.5, 41.5],
    ]),
  );
  expect(crossed.map((region) => region.code)).toEqual(["150103", "150102", "150101", "150105"]);
  expect(crossed[1]?.km).toBeCloseTo(distanceKm([102, 40.5], [101, 40.5]), 1);
});

test("a second visit adds to the first", () => {
  const there: Position[] = [
    [100.5, 40.5],
    [101.5, 40.5],
  ];
  const once = crossedRegions(index, line(there));
  const twice = crossedRegions(index, line([...there, ...there.toReversed()]));
  expect(twice.map((region) => region.code)).toEqual(once.map((region) => region.code));
  expect(twice[0]?.km).toBeCloseTo(2 * (once[0]?.km ?? 0), 9);
});

test("what lies outside the set is not counted", () => {
  const crossed = crossedRegions(
    index,
    line([
      [98, 40.5],
      [100.5, 40.5],
    ]),
  );
  expect(crossed.map((region) => region.code)).toEqual(["150101"]);
  expect(crossed[0]?.km).toBeCloseTo(distanceKm([100, 40.5], [100.5, 40.5]), 1);
  expect(
    crossedRegions(
      index,
      line([
        [98, 40],
        [99, 41],
      ]),
    ),
  ).toEqual([]);
});

test("a line along a shared border counts once, for the lower code", () => {
  const crossed = crossedRegions(
    index,
    line([
      [101, 40.2],
      [101, 40.8],
    ]),
  );
  expect(crossed).toHaveLength(1);
  expect(crossed[0]?.code).toBe("150101");
});

test("touching a border from outside counts as nothing", () => {
  const touch: Position[] = [
    [99, 41],
    [100, 40],
    [99, 39],
  ];
  expect(crossedRegions(index, line(touch))).toEqual([]);
});

test("km over a set that covers the line add up to its length", () => {
  fc.assert(
    fc.property(fc.array(inside, { minLength: 2, maxLength: 8 }), (points) => {
      const sum = crossedRegions(index, line(points)).reduce((total, region) => total + region.km, 0);
      expect(sum).toBeCloseTo(lengthKm(line(points)), 6);
    }),
  );
});

test("the way back crosses the same regions for the same km", () => {
  fc.assert(
    fc.property(fc.array(inside, { minLength: 2, maxLength: 6 }), (points) => {
      const km = (path: Position[]) => new Map(crossedRegions(index, line(path)).map((r) => [r.code, r.km]));
      const [there, back] = [km(points), km(points.toReversed())];
      for (const [code, length] of there) {
        if (length > 1e-6) expect(back.get(code)).toBeCloseTo(length, 5);
      }
    }),
  );
});
