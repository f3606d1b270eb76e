import { area } from "@turf/area";
import { feature } from "topojson-client";
import { expect, test } from "vitest";
import { CHANGES_SINCE_2012 } from "#geo/counties-2012.ts";
import { asOf2012 } from "#geo/outline-2012.ts";
import { readCounties2012, readTopology } from "#geo/read.ts";

const topology = readTopology("lo");
const then = asOf2012(topology.objects, topology);
const areasOf = (counties: typeof then.counties) =>
  new Map(
    feature({ ...topology, objects: { counties } }, counties).features.map((county) => [
      String(county.id),
      area(county),
    ]),
  );
const arcsOf = (lines: typeof then.lines) =>
  lines.geometries.flatMap((line) =>
    line.type === "MultiLineString" ? line.arcs.flat().map((arc) => (arc < 0 ? ~arc : arc)) : [],
  );

test("of the counties of today become the 101 of July 2012", () => {
  const codes = then.counties.geometries.map(({ id }) => String(id));
  const wanted = readCounties2012().objects.counties.geometries.map(({ id }) => String(id));
  expect(codes.toSorted()).toEqual(wanted.toSorted());
});

test("a county founded since lies in the one it came from, the others are as they were", () => {
  const [now, old] = [areasOf(topology.objects.counties), areasOf(then.counties)];
  for (const [code, { from }] of Object.entries(CHANGES_SINCE_2012)) {
    expect(old.get(from)).toBeCloseTo((now.get(from) ?? 0) + (now.get(code) ?? 0), -4);
  }
  const total = (areas: ReadonlyMap<string, number>) =>
    [...areas.values()].reduce((sum, one) => sum + one, 0);
  expect(total(old) / total(now)).toBeCloseTo(1, 9);
});

test("the line between the two is gone, and no other", () => {
  const kept = new Set(arcsOf(then.lines));
  const gone = new Set(arcsOf(topology.objects.lines).filter((arc) => !kept.has(arc)));
  const borders = Object.entries(CHANGES_SINCE_2012).flatMap(([code, { from }]) => {
    const [mine = new Set<number>(), theirs = new Set<number>()] = [code, from].map((one) => {
      const county = topology.objects.counties.geometries.find(({ id }) => id === one);
      const arcs = county && "arcs" in county ? (county.arcs as number[][][]).flat(2) : [];
      return new Set(arcs.map((arc) => (arc < 0 ? ~arc : arc)));
    });
    return [...mine].filter((arc) => theirs.has(arc));
  });
  expect(borders.length).toBeGreaterThan(1);
  expect([...gone].toSorted()).toEqual(borders.toSorted());
});
