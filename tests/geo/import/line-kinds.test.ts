import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { checkLineKinds } from "#geo/import/checks/line-kinds.ts";
import { nationalBorder } from "#geo/import/national-border.ts";
import { ImportRefusal } from "#geo/import/refusal.ts";
import { linesTopology } from "./synthetic.ts";

/** North of 44.5°N is abroad, from 110°E to 112°E; a neighbour province lies beyond 112°E. */
const NORTH: Position[] = [
  [110, 44.5],
  [111, 44.5],
  [112, 44.5],
];
const EAST: Position[] = [
  [112, 44.5],
  [112, 43.5],
  [112, 42.5],
];
const present = linesTopology(["nation", ...NORTH], ["prov", ...EAST]);
const refusal = (rebuilt: typeof present): string => {
  try {
    checkLineKinds(rebuilt, present, "lo");
  } catch (error) {
    if (error instanceof ImportRefusal) return error.message;
    throw error;
  }
  return "";
};

test("a point is of the border that lies nearer, however far both are", () => {
  const isNational = nationalBorder(present);
  expect(isNational([110.5, 44.51])).toBe(true);
  expect(isNational([110.5, 45.5])).toBe(true);
  expect(isNational([112.01, 43])).toBe(false);
  expect(isNational([113.5, 43])).toBe(false);
});

test("where a set has no national border, nothing is of it", () => {
  expect(nationalBorder(linesTopology(["prov", ...EAST]))([112, 43])).toBe(false);
});

describe("the rebuild's lines", () => {
  test("are taken as they were, and with a border surveyed anew", () => {
    expect(refusal(present)).toBe("");
    const moved = NORTH.map(([lon = 0, lat = 0]) => [lon, lat + 0.02]);
    const east = EAST.map(([lon = 0, lat = 0], index) => [lon + (index % 2) * 0.03, lat]);
    expect(refusal(linesTopology(["nation", ...moved], ["prov", ...east]))).toBe("");
  });

  test("are refused with 17 km of a province's border as the nation's", () => {
    const sliver: Position[] = [
      [112, 43.65],
      [112.002, 43.5],
    ];
    const found = refusal(linesTopology(["nation", ...NORTH], ["nation", ...sliver], ["prov", ...EAST]));
    expect(found).toMatch(
      /^The rebuild \(lo\) draws 16\.\d km of a province's border as the national one\.$/,
    );
  });

  test("are refused where the national border alone grows by more than a survey explains", () => {
    const there: Position[] = [...NORTH, [111.5, 44.6], [111, 44.55], [111.7, 44.6], [110.5, 44.6]];
    expect(refusal(linesTopology(["nation", ...there], ["prov", ...EAST]))).toMatch(
      /makes the national border [\d.]+ % longer/,
    );
  });
});
