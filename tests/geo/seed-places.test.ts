import { feature } from "topojson-client";
import { describe, expect, test } from "vitest";
import { isWithin, leagueOf } from "#domain/region.ts";
import { crossedRegions } from "#geo/question/crossed-regions.ts";
import { lengthKm } from "#geo/question/length-km.ts";
import { indexRegions, regionAt } from "#geo/question/region-at.ts";
import type { RegionShape } from "#geo/question/region-shape.ts";
import { readTopology } from "#geo/read.ts";
import type { Detail } from "#geo/topology.ts";
import { readSeeds } from "#seeds/read.ts";

const { places, corridors, items } = readSeeds();

function countiesAt(detail: Detail) {
  const topology = readTopology(detail);
  const shapes = feature(topology, topology.objects.counties).features.flatMap(
    ({ id, geometry }): RegionShape[] =>
      geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [{ code: String(id), geometry }] : [],
  );
  return indexRegions(shapes);
}
const counties = countiesAt("hi");

const pathOf = (id: string) => {
  const found = corridors.find((corridor) => corridor.id === id);
  if (!found) throw new Error(`no corridor ${id}`);
  return { type: "LineString" as const, coordinates: found.path };
};

describe("places", () => {
  test("every place that names a region lies inside it: its county, or a county of its league", () => {
    const named = places.filter((place) => place.region !== null);
    expect(named.length).toBeGreaterThan(40);
    const outside = named.flatMap(({ id, at, region }) => {
      const county = regionAt(counties, at);
      return county !== null && region !== null && isWithin(county, region) ? [] : [{ id, region, county }];
    });
    expect(outside).toEqual([]);
  });

  test("they do so at every detail, so that no dot jumps over a border as one comes nearer", () => {
    for (const detail of ["mid", "lo"] as const) {
      const index = countiesAt(detail);
      const moved = places.filter(({ at }) => regionAt(index, at) !== regionAt(counties, at));
      expect(moved.map(({ id }) => id)).toEqual([]);
    }
  });

  test("a place beyond Inner Mongolia is in none of its counties", () => {
    for (const id of ["pl-uhv-beijingdong", "pl-uhv-jinan", "pl-uhvdc-taizhou", "pl-nanjing"]) {
      const place = places.find((one) => one.id === id);
      expect(place && regionAt(counties, place.at)).toBeNull();
    }
  });
});

/** Counties each line of the source runs through, in the line's direction, as the seed's records give them. */
const CROSSED: Readonly<Record<string, readonly string[]>> = {
  "c-ximeng-nanjing-2012": ["152531"],
  "c-dongdazhun-gas": ["150602", "150621", "150622"],
  "c-yinchuo": ["152223", "152221", "152224", "152222", "150526", "150521", "150523", "150502"],
  "c-ceke-dalaihubu": ["152923"],
  "c-yellow-river-belt": [
    ...["150302", "150624", "150625", "150822", "150826", "150802", "150821", "150823"],
    ...["150207", "150203", "150202", "150221", "150122", "150124", "150622"],
  ],
};

describe("corridors", () => {
  test("every drawn line of the source is looked at here", () => {
    const drawn = corridors.filter((corridor) => corridor.group === "seed" && corridor.drawn);
    expect(drawn.map(({ id }) => id).sort()).toEqual(Object.keys(CROSSED).sort());
  });

  test.each(Object.entries(CROSSED))("%s crosses its counties in order", (id, codes) => {
    expect(crossedRegions(counties, pathOf(id)).map((region) => region.code)).toEqual(codes);
  });

  test("东达准 gas runs through all three banners that its item names", () => {
    const item = items.find((one) => one.geometry.corridors.includes("c-dongdazhun-gas"));
    const inferred = item?.regions.filter(({ basis }) => basis === "inferred").map(({ code }) => code);
    expect(inferred?.sort()).toEqual(["150602", "150621", "150622"]);
  });

  test("引绰济辽 crosses both 兴安盟 and 通辽市, more of the former", () => {
    const km = new Map<string | null, number>();
    for (const region of crossedRegions(counties, pathOf("c-yinchuo"))) {
      const league = leagueOf(region.code);
      km.set(league, (km.get(league) ?? 0) + region.km);
    }
    expect([...km.keys()]).toEqual(["152200", "150500"]);
    expect(km.get("152200")).toBeGreaterThan(km.get("150500") ?? Infinity);
  });

  test("of a line that stays inside, the km in its counties add up to its length", () => {
    for (const id of ["c-dongdazhun-gas", "c-yinchuo", "c-yellow-river-belt"]) {
      const sum = crossedRegions(counties, pathOf(id)).reduce((total, region) => total + region.km, 0);
      expect(sum).toBeCloseTo(lengthKm(pathOf(id)), 6);
    }
  });
});
