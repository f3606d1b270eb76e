import { expect, test } from "vitest";
import { seamGaps } from "#geo/import/rebuild/seam-gaps.ts";
import { areaKm2 } from "#geo/question/area-km2.ts";
import { bboxOf } from "#geo/question/bbox.ts";
import { areaOf } from "./synthetic.ts";

const ours = areaOf("ours", [110, 43], [111, 43], [111, 44], [110, 44]);
/** Beyond 111°E, with a notch of `degrees` in the middle of the common border. */
const neighbour = (degrees: number) =>
  areaOf(
    "neighbour",
    [111, 43],
    [112, 43],
    [112, 44],
    [111, 44],
    [111, 43.6],
    [111 + degrees, 43.55],
    [111 + degrees, 43.45],
    [111, 43.4],
  );

test("a gap between us and a neighbour goes to the neighbour", () => {
  const [gap, ...more] = seamGaps([ours], [neighbour(0.01)]);
  expect(more).toEqual([]);
  expect(gap?.properties).toEqual({ id: "neighbour" });
  const geometry = gap?.geometry ?? { type: "Polygon", coordinates: [] };
  const [west, south, east, north] = bboxOf(geometry);
  expect([west, south, east, north].map((value) => Math.round(value * 1e3) / 1e3)).toEqual([
    111, 43.4, 111.01, 43.6,
  ]);
  // A trapezium 0.2° and 0.1° high and 0.01° wide: 1.5e-3 square degrees, 81 km by 111 km each.
  expect(areaKm2(geometry)).toBeCloseTo(0.0015 * 80.7 * 111.1, 0);
});

test("a gap that a closing of two kilometres does not reach stays open", () => {
  const apart = areaOf("neighbour", [111.03, 43], [112, 43], [112, 44], [111.03, 44]);
  expect(seamGaps([ours], [apart])).toEqual([]);
});

test("a notch of the national border, which touches us alone, stays open", () => {
  const notched = areaOf(
    "ours",
    [110, 43],
    [111, 43],
    [111, 44],
    [110.6, 44],
    [110.505, 43.9],
    [110.495, 43.9],
    [110.4, 44],
    [110, 44],
  );
  const whole = areaOf("neighbour", [111, 43], [112, 43], [112, 44], [111, 44]);
  expect(seamGaps([notched], [whole])).toEqual([]);
});

test("two that share every vertex of their border have no gap", () => {
  expect(seamGaps([ours], [areaOf("neighbour", [111, 43], [112, 43], [112, 44], [111, 44])])).toEqual([]);
});
