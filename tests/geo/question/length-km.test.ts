import fc from "fast-check";
import type { LineString, Position } from "geojson";
import { expect, test } from "vitest";
import { distanceKm } from "#geo/question/distance-km.ts";
import { lengthKm } from "#geo/question/length-km.ts";

const line = (coordinates: Position[]): LineString => ({ type: "LineString", coordinates });
const position = fc.tuple(
  fc.double({ min: 97, max: 126, noNaN: true }),
  fc.double({ min: 37, max: 53, noNaN: true }),
);

test("a degree of meridian is within 0.6 % of the ellipsoid's 111.1 km at 45°N", () => {
  const km = lengthKm(
    line([
      [110, 44.5],
      [110, 45.5],
    ]),
  );
  expect(Math.abs(km / 111.132 - 1)).toBeLessThan(0.006);
});

test("hohhot to baotou is about 150 km", () => {
  expect(distanceKm([111.664, 40.817], [109.835, 40.657])).toBeCloseTo(155, -1);
});

test("length is additive, and repeated points add nothing", () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 12 }), fc.nat(), (points, pick) => {
      const at = 1 + (pick % (points.length - 2));
      const parts = lengthKm(line(points.slice(0, at + 1))) + lengthKm(line(points.slice(at)));
      expect(parts).toBeCloseTo(lengthKm(line(points)), 6);
      expect(lengthKm(line(points.flatMap((point) => [point, point])))).toBeCloseTo(
        lengthKm(line(points)),
        6,
      );
    }),
  );
});
