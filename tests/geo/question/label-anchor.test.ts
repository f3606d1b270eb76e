import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import type { Polygon, Position } from "geojson";
import { expect, test } from "vitest";
import { labelAnchor } from "#geo/question/label-anchor.ts";

/** A star-shaped ring around a centre: concave as its radii vary, never crossing itself. */
const concave = fc
  .tuple(
    fc.double({ min: 98, max: 125, noNaN: true }),
    fc.double({ min: 38, max: 52, noNaN: true }),
    fc.array(fc.double({ min: 0.05, max: 2, noNaN: true }), { minLength: 5, maxLength: 40 }),
  )
  .map(([x, y, radii]): Polygon => {
    const ring = radii.map((radius, at): Position => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    return { type: "Polygon", coordinates: [[...ring, ring[0] as Position]] };
  });

test("the anchor of a concave polygon is inside it", () => {
  fc.assert(
    fc.property(concave, (polygon) => {
      expect(booleanPointInPolygon(labelAnchor(polygon), polygon, { ignoreBoundary: true })).toBe(true);
    }),
  );
});

const ring = (points: [number, number][]): Position[] => [...points, points[0] as Position];

test("a horseshoe's anchor is in its widest arm, not in the gap where its centroid is", () => {
  const horseshoe: Polygon = {
    type: "Polygon",
    coordinates: [
      ring([
        [100, 40],
        [110, 40],
        [110, 50],
        [106, 50],
        [106, 43],
        [102, 43],
        [102, 50],
        [100, 50],
      ]),
    ],
  };
  const [lon] = labelAnchor(horseshoe);
  expect(lon).toBeGreaterThan(106);
});

test("a hole keeps the anchor away from it", () => {
  const holed: Polygon = {
    type: "Polygon",
    coordinates: [
      ring([
        [100, 40],
        [110, 40],
        [110, 46],
        [100, 46],
      ]),
      ring([
        [101, 41],
        [104, 41],
        [104, 45],
        [101, 45],
      ]),
    ],
  };
  const [lon, lat] = labelAnchor(holed);
  expect(lon).toBeCloseTo(107, 0);
  expect(lat).toBeGreaterThan(42);
});

test("of several parts the largest on the ground is named", () => {
  const square = (x: number, y: number, size: number) => [
    ring([
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ]),
  ];
  const [lon] = labelAnchor({
    type: "MultiPolygon",
    coordinates: [square(100, 40, 1), square(110, 40, 2), square(120, 40, 0.5)],
  });
  expect(lon).toBeCloseTo(111, 1);
});

test("a sliver far thinner than its box still has its anchor inside", () => {
  const sliver: Polygon = {
    type: "Polygon",
    coordinates: [
      ring([
        [100, 40],
        [105, 45],
        [105, 45.001],
        [100, 40.001],
      ]),
    ],
  };
  expect(booleanPointInPolygon(labelAnchor(sliver), sliver, { ignoreBoundary: true })).toBe(true);
});

test("a polygon with no inside is refused", () => {
  const flat: Polygon = {
    type: "Polygon",
    coordinates: [
      ring([
        [100, 40],
        [105, 40],
        [102, 40],
      ]),
    ],
  };
  expect(() => labelAnchor(flat)).toThrow(RangeError);
});
