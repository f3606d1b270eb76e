import { expect, test } from "vitest";
import { isLeagueNamed, isLineNamed, isPortNamed, namesAfar } from "#geo/afar/named.ts";
import { readRegions } from "#geo/read.ts";

const regions = readRegions();
const leagues = regions.filter(({ level }) => level === "league");
const named = (seen: Parameters<typeof isLeagueNamed>[0]) =>
  leagues.filter((league) => isLeagueNamed(seen, league)).map(({ code }) => code);

test("on the workbench every name is read, whichever region is drilled into", () => {
  expect(named({ region: "150700" })).toHaveLength(12);
  expect(isPortNamed({ region: "150700" }, "152500")).toBe(true);
  expect(isLineNamed({ region: "150700" }, [106, 39], regions)).toBe(true);
});

test("from afar the whole names all twelve, a region itself alone, and a port zone no league", () => {
  expect(named({ region: null, afar: true })).toHaveLength(12);
  expect(named({ region: "150700", afar: true })).toEqual(["150700"]);
  expect(named({ region: "150781", afar: true })).toEqual([]);
  expect(isPortNamed({ region: "150781", afar: true }, "150700")).toBe(true);
  expect(isPortNamed({ region: "150700", afar: true }, "152500")).toBe(false);
});

test("beside a line from afar those leagues are named that it passes", () => {
  const target = [121, 43.6, 122.5, 46.9] as const;
  expect(named({ region: null, afar: true, target })).toEqual(["150500", "152200"]);
  expect(isPortNamed({ region: null, afar: true, target }, "150700")).toBe(false);
});

test("from afar a line is named where its name stands in the region drilled into", () => {
  expect(isLineNamed({ region: "150600", afar: true }, [110, 40], regions)).toBe(true);
  expect(isLineNamed({ region: "150600", afar: true }, [120, 49], regions)).toBe(false);
});

test("from afar a region does not name a line that only touches its edge", () => {
  const ofOrdos = [110.4, 40.33] as const;
  expect(isLineNamed({ region: "150600", afar: true }, ofOrdos, regions)).toBe(true);
  expect(isLineNamed({ region: "150200", afar: true }, ofOrdos, regions)).toBe(false);
  expect(isLineNamed({ region: "150900", afar: true }, ofOrdos, regions)).toBe(false);
});

test("from afar a line in a region's east has its name on the side away from the panel, and none in another's", () => {
  const names = (region: string) => namesAfar({ region, afar: true }, regions);
  const upright = (lon: number): [number, number][] => [
    [lon, 43],
    [lon, 44.5],
  ];
  expect(names("150500").line(upright(122.5))?.slant).toBe("inward");
  expect(names("150500").line(upright(120.5))?.slant).toBe("upright");
  expect(names("150600").line(upright(122.5))).toBeNull();
});

test("a line that is shown for itself and turns has its name at its eastern end", () => {
  const turning: [number, number][] = [
    [110, 39.8],
    [110.1, 40.4],
    [111.2, 40],
    [111.1, 39.9],
  ];
  const target = [109, 39, 112, 41] as const;
  expect(namesAfar({ region: null, afar: true, target }, regions).line(turning)).toEqual({
    at: [111.2, 40],
    slant: "upright",
  });
});
