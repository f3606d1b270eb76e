import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { describe, expect, test } from "vitest";
import { leagueOf } from "#domain/region.ts";
import { areaKm2 } from "#geo/question/area-km2.ts";
import { readTopology } from "#geo/read.ts";
import { DETAILS } from "#geo/topology.ts";
import { crossings } from "./crossings.ts";
import { shapesOf } from "./shapes.ts";

/** Commonly published areas, km², and by how much this data set is known to differ (GEODATA.md), in percent. */
const PUBLISHED: Record<string, { km2: number; percent: number; within: number }> = {
  "150100": { km2: 17_224, percent: 0, within: 2 },
  "150200": { km2: 27_768, percent: 0, within: 2 },
  "150300": { km2: 1_754, percent: -5.7, within: 0.5 },
  "150400": { km2: 90_021, percent: -3.6, within: 0.5 },
  "150500": { km2: 59_535, percent: 0, within: 2 },
  "150600": { km2: 86_752, percent: 0, within: 2 },
  "150700": { km2: 252_777, percent: 0, within: 2 },
  "150800": { km2: 65_788, percent: 0, within: 2 },
  "150900": { km2: 54_500, percent: 0, within: 2 },
  "152200": { km2: 59_806, percent: -8.0, within: 0.5 },
  "152500": { km2: 202_580, percent: 0, within: 2 },
  "152900": { km2: 270_244, percent: -11.5, within: 0.5 },
};

test.each(Object.entries(PUBLISHED))(
  "%s is as large as published, or smaller by the stated share",
  (code, said) => {
    const shape = shapesOf("hi", "leagues").get(code);
    const percent = shape ? (areaKm2(shape) / said.km2 - 1) * 100 : Number.NaN;
    expect(Math.abs(percent - said.percent), `${percent.toFixed(2)} %`).toBeLessThanOrEqual(said.within);
  },
);

describe.each(DETAILS)("at detail %s", (detail) => {
  const counties = shapesOf(detail, "counties");
  const leagues = shapesOf(detail, "leagues");
  const [region] = shapesOf(detail, "province").values();

  test("a league is exactly its counties, and the region exactly its leagues", () => {
    for (const [code, shape] of leagues) {
      const parts = [...counties].filter(([county]) => leagueOf(county) === code);
      const sum = parts.reduce((total, [, county]) => total + areaKm2(county), 0);
      expect(Math.abs(sum - areaKm2(shape)), code).toBeLessThan(1);
    }
    const sum = [...leagues.values()].reduce((total, league) => total + areaKm2(league), 0);
    expect(region && Math.abs(sum - areaKm2(region))).toBeLessThan(1);
  });

  test("every border is one line, between two counties or on the region's outline", () => {
    const topology = readTopology(detail);
    const uses = new Map<number, number>();
    const count = (arcs: unknown): void => {
      if (typeof arcs === "number")
        uses.set(arcs < 0 ? ~arcs : arcs, (uses.get(arcs < 0 ? ~arcs : arcs) ?? 0) + 1);
      else if (Array.isArray(arcs)) arcs.forEach(count);
    };
    const arcsOf = (object: { geometries: readonly object[] }) =>
      object.geometries.map((geometry) => ("arcs" in geometry ? geometry.arcs : []));
    count(arcsOf(topology.objects.counties));
    expect(Math.max(...uses.values())).toBe(2);
    const once = [...uses].filter(([, times]) => times === 1).map(([arc]) => arc);
    uses.clear();
    count(arcsOf(topology.objects.province));
    expect(once.sort((a, b) => a - b)).toEqual([...uses.keys()].sort((a, b) => a - b));
  });

  test("the region is without holes: no gap is open between neighbours", () => {
    const polygons = region?.type === "Polygon" ? [region.coordinates] : (region?.coordinates ?? []);
    expect(polygons.map((rings) => rings.length)).toEqual(polygons.map(() => 1));
  });

  test("no two borders cross, so no two counties overlap", () => {
    expect(crossings(readTopology(detail))).toEqual([]);
  });
});

test("the town of 加格达奇 stands in 鄂伦春, where the source has a hole", () => {
  const oroqen = shapesOf("hi", "counties").get("150723");
  expect(oroqen && booleanPointInPolygon([124.126, 50.424], oroqen)).toBe(true);
});
