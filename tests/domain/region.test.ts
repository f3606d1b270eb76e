import { expect, test } from "vitest";
import { isPlannedCity, isWithin, leagueOf, zRegionCode } from "#domain/region.ts";
import { regions } from "./ledger.ts";

test("codes nest by digits, as the parents of the regions say", () => {
  for (const region of regions) {
    for (const other of regions) {
      const above = new Set<string>();
      for (let up: string | null = region.code; up !== null; ) {
        above.add(up);
        up = regions.find((one) => one.code === up)?.parent ?? null;
      }
      expect(isWithin(region.code, other.code)).toBe(above.has(other.code));
    }
  }
});

test("a planned city lies in its league by code, and reports beside it", () => {
  expect(isWithin("150781", "150700")).toBe(true);
  expect(isWithin("150700", "150781")).toBe(false);
  expect(["150781", "152501", "150702"].map(isPlannedCity)).toEqual([true, true, false]);
});

test("the league of a county, a league, the province", () => {
  expect(["152201", "152200", "150000"].map(leagueOf)).toEqual(["152200", "152200", null]);
});

test("a code is six digits of text from 15", () => {
  for (const wrong of ["15010", "1501000", "110000", "15010a", 150100])
    expect(zRegionCode.safeParse(wrong).success).toBe(false);
});
