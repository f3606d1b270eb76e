import fc from "fast-check";
import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import { areaKm2 } from "#geo/question/area-km2.ts";

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

test("one degree at the equator has its published area, 12 308.8 km²", () => {
  expect(areaKm2(box(0, 0, 1, 1))).toBeCloseTo(12_308.8, 0);
});

test("the whole ellipsoid has 510 065 622 km²", () => {
  expect(areaKm2(box(-180, -90, 180, 90)) / 510_065_622).toBeCloseTo(1, 7);
});

test("a degree square agrees with the ellipsoid's radii of curvature at any latitude", () => {
  fc.assert(
    fc.property(fc.double({ min: -89, max: 88, noNaN: true }), (south) => {
      const size = 0.01;
      expect(areaKm2(box(110, south, 110 + size, south + size)) / curvatureKm2(south, size)).toBeCloseTo(
        1,
        5,
      );
    }),
  );
});

/** Meridian radius times parallel radius times both angles, at the box's middle. */
function curvatureKm2(south: number, size: number): number {
  const [a, flattening] = [6378.137, 1 / 298.257223563];
  const e2 = flattening * (2 - flattening);
  const middle = ((south + size / 2) * Math.PI) / 180;
  const w = Math.sqrt(1 - e2 * Math.sin(middle) ** 2);
  const angle = (size * Math.PI) / 180;
  return ((a * (1 - e2)) / w ** 3) * (a / w) * Math.cos(middle) * angle * angle;
}

test("halves add up, and holes are taken out", () => {
  const whole = box(100, 40, 110, 50);
  const left = areaKm2(box(100, 40, 103, 50));
  const right = areaKm2(box(103, 40, 110, 50));
  expect(left + right).toBeCloseTo(areaKm2(whole), 3);

  const holed: Polygon = {
    type: "Polygon",
    coordinates: [...whole.coordinates, ...box(104, 44, 105, 45).coordinates],
  };
  expect(areaKm2(holed)).toBeCloseTo(areaKm2(whole) - areaKm2(box(104, 44, 105, 45)), 3);
});

test("winding does not matter", () => {
  const reversed: Polygon = {
    type: "Polygon",
    coordinates: box(100, 40, 101, 41).coordinates.map((ring) => ring.toReversed()),
  };
  expect(areaKm2(reversed)).toBeCloseTo(areaKm2(box(100, 40, 101, 41)), 6);
});
