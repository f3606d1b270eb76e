import { expect, test } from "vitest";
import { lineSight } from "#geo/afar/line-sight.ts";
import { isLeagueNamed } from "#geo/afar/named.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";

const regions = readRegions();
const pathOf = (id: string) => {
  const found = readSeeds().corridors.find((corridor) => corridor.id === id);
  if (!found) throw new Error(`no corridor ${id}`);
  return found.path as [number, number][];
};
const namesIn = (id: string) => {
  const target = lineSight([pathOf(id)], regions);
  if (!target) throw new Error("a line is seen");
  return regions
    .filter((region) => region.level === "league")
    .filter((region) => isLeagueNamed({ region: null, afar: true, target }, region))
    .map(({ name }) => name);
};

test("all of a line is in sight", () => {
  const path = pathOf("c-ximeng-nanjing-2012");
  const [west, south, east, north] = lineSight([path], regions) ?? [0, 0, 0, 0];
  for (const [lon, lat] of path)
    expect([lon >= west, lon <= east, lat >= south, lat <= north]).not.toContain(false);
});

test("so are the names of the leagues where it begins and ends", () => {
  expect(namesIn("c-dongdazhun-gas")).toEqual(expect.arrayContaining(["鄂尔多斯市"]));
  expect(namesIn("c-yinchuo")).toEqual(expect.arrayContaining(["通辽市", "兴安盟"]));
  expect(namesIn("c-ximeng-nanjing-2012")).toEqual(expect.arrayContaining(["锡林郭勒盟"]));
});

test("a short line is not shown so near that nobody knows where it lies", () => {
  const [west, south, east, north] = lineSight(
    [
      [
        [90, 30],
        [90.1, 30.1],
      ],
    ],
    regions,
  ) ?? [0, 0, 0, 0];
  expect(east - west).toBeCloseTo(2.2, 6);
  expect(north - south).toBeCloseTo(2.6, 6);
});

test("of no line nothing is in sight", () => {
  expect(lineSight([], regions)).toBeUndefined();
});
