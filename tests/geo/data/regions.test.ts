import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { expect, test } from "vitest";
import { isPlannedCity, isWithin, PLANNED_CITY_CODES } from "#domain/region.ts";
import { distanceKm } from "#geo/question/distance-km.ts";
import { readCounties2012, readPorts, readRegions } from "#geo/read.ts";
import { shapesOf } from "./shapes.ts";

const regions = readRegions();
const byCode = new Map(regions.map((region) => [region.code, region]));
const level = (name: string) => regions.filter((region) => region.level === name);
const shapes = new Map([
  ...shapesOf("hi", "province"),
  ...shapesOf("hi", "leagues"),
  ...shapesOf("hi", "counties"),
]);
const shapeOf = (code: string) => {
  const shape = shapes.get(code);
  if (!shape) throw new Error(`no shape for ${code}`);
  return shape;
};

test("the regions are the autonomous region, its 12 leagues and its 103 counties, each with a shape", () => {
  expect(["province", "league", "county"].map((name) => level(name).length)).toEqual([1, 12, 103]);
  expect([...shapes.keys()].sort()).toEqual(regions.map(({ code }) => code).sort());
});

test("every region lies below its parent by its code", () => {
  for (const { code, parent } of regions) expect(parent === null || isWithin(code, parent)).toBe(true);
});

test("101 counties were valid on the day the source was published, the very ones of the 2012 boundaries", () => {
  const day = "2012-07-24";
  const then = level("county")
    .filter(({ validFrom, validTo }) => (validFrom ?? "") <= day && (validTo === null || validTo > day))
    .map(({ code }) => code);
  expect(then).toHaveLength(101);
  expect(then).not.toContain("150603");
  expect(then).not.toContain("150703");
  const drawn = readCounties2012().objects.counties.geometries.map(({ id }) => String(id));
  expect(drawn.sort()).toEqual(then.sort());
});

test("every name stands inside its region", () => {
  const outside = regions.filter(({ code, anchor }) => !booleanPointInPolygon(anchor, shapeOf(code)));
  expect(outside.map(({ name }) => name)).toEqual([]);
});

test("a county's name and seat lie in its league", () => {
  for (const { name, parent, anchor, seat } of level("county")) {
    const league = shapeOf(parent ?? "");
    expect(booleanPointInPolygon(anchor, league), name).toBe(true);
    expect(seat !== null && booleanPointInPolygon(seat, league), name).toBe(true);
  }
});

test("伊金霍洛旗 has its own seat, not the one of 鄂尔多斯 that the source repeats", () => {
  const own = byCode.get("150627")?.seat ?? [0, 0];
  expect(distanceKm(own, byCode.get("150600")?.seat ?? [0, 0])).toBeGreaterThan(20);
  expect(booleanPointInPolygon(own, shapeOf("150627"))).toBe(true);
});

test("names are searchable as they are said: 什, 都 and 扎 by hand", () => {
  const said = ["150425", "150603", "150923", "150203", "152223"].map((code) => byCode.get(code)?.pinyin);
  expect(said).toEqual(["keshiketengqi", "kangbashiqu", "shangduxian", "kundulunqu", "zhalaiteqi"]);
  expect(byCode.get("152500")?.initials).toBe("xlglm");
});

test("no two counties of a league share an English name", () => {
  const names = regions.map(({ nameEn, parent }) => `${parent} ${nameEn}`);
  expect(new Set(names).size).toBe(names.length);
});

test("the main ports of the planned cities lie inside them, 策克 within its error", () => {
  const ports = readPorts().features;
  const at = (name: string) => ports.find(({ properties }) => properties.name === name)?.geometry.coordinates;
  expect(ports.filter(({ properties }) => properties.main).map(({ properties }) => properties.name)).toEqual([
    "满洲里",
    "二连浩特",
    "策克口岸",
  ]);
  expect(PLANNED_CITY_CODES.every(isPlannedCity)).toBe(true);
  expect(booleanPointInPolygon([...(at("满洲里") ?? [0, 0])], shapeOf("150781"))).toBe(true);
  expect(booleanPointInPolygon([...(at("二连浩特") ?? [0, 0])], shapeOf("152501"))).toBe(true);
  expect(booleanPointInPolygon([...(at("策克口岸") ?? [0, 0])], shapeOf("152923"))).toBe(true);
});
