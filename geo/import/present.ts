import { readFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";
import { z } from "zod";
import { type Region, zRegion } from "#domain/region.ts";
import { type Manifest, zManifest } from "#geo/manifest.ts";
import type { RegionShape } from "#geo/question/region-shape.ts";
import { type AdminTopology, type Detail, zAdminTopology } from "#geo/topology.ts";

/** The data set a file is compared with, and that it is to replace. */
export type Present = {
  regions: Region[];
  manifest: Manifest;
  /** By code, at the finest detail */
  counties: ReadonlyMap<string, RegionShape>;
};

/** Reads regions, manifest and county areas of a data folder; throws on the first thing that is not as it should be. */
export function readPresent(dataDir: string): Present {
  const counties = shapesOf(readAdmin(dataDir, "hi"), "counties");
  return {
    regions: z.array(zRegion).parse(readJson(dataDir, "regions.json")),
    manifest: zManifest.parse(readJson(dataDir, "manifest.json")),
    counties: new Map(counties.map((shape) => [shape.code, shape])),
  };
}

export function readAdmin(dataDir: string, detail: Detail): AdminTopology {
  const raw = readJson(dataDir, `admin.${detail}.topo.json`);
  zAdminTopology.parse(raw);
  return raw as AdminTopology;
}

export function shapesOf(topology: AdminTopology, layer: "counties" | "leagues" | "province"): RegionShape[] {
  return feature(topology, topology.objects[layer]).features.flatMap(({ id, geometry }) =>
    geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [{ code: String(id), geometry }] : [],
  );
}

const readJson = (dataDir: string, name: string): unknown =>
  JSON.parse(readFileSync(join(dataDir, name), "utf8"));
