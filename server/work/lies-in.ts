import { feature } from "topojson-client";
import { isWithin } from "#domain/region.ts";
import { indexRegions, type RegionIndex, regionAt } from "#geo/question/region-at.ts";
import { readTopology } from "#geo/read.ts";

let counties: RegionIndex | null = null;

/** True where a lon-lat point lies in a region, by the finest boundaries there are: read when one asks first, and kept. */
export function liesIn(region: string, at: readonly [lon: number, lat: number]): boolean {
  counties ??= readCounties();
  const county = regionAt(counties, [...at]);
  return county !== null && isWithin(county, region);
}

function readCounties(): RegionIndex {
  const topology = readTopology("hi");
  return indexRegions(
    feature(topology, topology.objects.counties).features.flatMap(({ id, geometry }) =>
      geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [{ code: String(id), geometry }] : [],
    ),
  );
}
