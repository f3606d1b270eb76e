import { describe, expect, test } from "vitest";
import { readRegions } from "#geo/read.ts";
import { startOf, walkable } from "../../../client/map/region-walk.ts";

const regions = readRegions();
const codes = (level: "league" | "county", region: string | null) =>
  walkable({ level, region }, regions).map(({ code }) => code);

describe("regions that arrow keys walk over", () => {
  test("by league are the 14 that file", () => {
    expect(codes("league", null)).toHaveLength(14);
    expect(codes("league", "150600")).toHaveLength(14);
  });

  test("by county are all of them, and of a league drilled into its own", () => {
    expect(codes("county", null)).toHaveLength(103);
    expect(codes("county", "150600").every((code) => code.startsWith("1506"))).toBe(true);
    expect(codes("county", "150621")).toEqual(codes("county", "150600"));
  });
});

describe("a walk begins", () => {
  const leagues = walkable({ level: "league", region: null }, regions);
  const counties = walkable({ level: "county", region: "150600" }, regions);

  test("where one stood", () => {
    expect(startOf("150700", { region: null }, leagues)).toBe("150700");
  });

  test("out of a league, at the league", () => {
    expect(startOf("150621", { region: null }, leagues)).toBe("150600");
  });

  test("at the county that the view is in", () => {
    expect(startOf(null, { region: "150621" }, counties)).toBe("150621");
  });

  test("anywhere, once a league has been entered", () => {
    expect(startOf("150600", { region: "150600" }, counties)).toBe(null);
  });
});
