/** Readers of the committed geography, for Node: each file is checked before it is believed. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { FeatureCollection, Point } from "geojson";
import { z } from "zod";
import { CONFIDENCES } from "#domain/place.ts";
import { type Region, zRegion } from "#domain/region.ts";
import { GeoDataError } from "./geo-data-error.ts";
import { type Manifest, zManifest } from "./manifest.ts";
import {
  type AdminTopology,
  type CountiesTopology,
  type Detail,
  type ProvincesTopology,
  zAdminTopology,
  zCounties2012,
  zProvinces,
} from "./topology.ts";

let folder = new URL("./data/", import.meta.url);

/** Address of a file in `geo/data`. */
export function dataFile(name: string): URL {
  return new URL(name, folder);
}

/** Reads and writes another folder from now on: for a set that is made ready beside the present one. */
export function useDataFolder(path: string): void {
  folder = pathToFileURL(`${path}/`);
}

/** Every region of today, by code: the autonomous region, 12 leagues and cities, 103 counties. */
export function readRegions(file: URL = dataFile("regions.json")): Region[] {
  const records = check(file, z.array(z.unknown()), readJson(file));
  return records.map((record, index) => check(file, zRegion, record, index));
}

export function readTopology(detail: Detail): AdminTopology {
  const file = dataFile(`admin.${detail}.topo.json`);
  const raw = readJson(file);
  check(file, zAdminTopology, raw);
  return raw as AdminTopology;
}

/** The 101 counties of July 2012. */
export function readCounties2012(): CountiesTopology {
  const file = dataFile("counties-2012.topo.json");
  const raw = readJson(file);
  check(file, zCounties2012, raw);
  return raw as CountiesTopology;
}

/** The 34 provinces of China. */
export function readProvinces(): ProvincesTopology {
  const file = dataFile("provinces.topo.json");
  const raw = readJson(file);
  check(file, zProvinces, raw);
  return raw as ProvincesTopology;
}

const zPort = z.strictObject({
  name: z.string().min(1),
  mode: z.enum(["road", "rail", "air", "both"]),
  country: z.enum(["RU", "MN", ""]),
  opposite: z.string(),
  confidence: z.enum(CONFIDENCES),
  /** True for the three that every overview names: 满洲里, 二连浩特, 策克. */
  main: z.boolean(),
});
export type PortProperties = z.infer<typeof zPort>;

const zPorts = z.strictObject({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.strictObject({
      type: z.literal("Feature"),
      properties: zPort,
      geometry: z.strictObject({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) }),
    }),
  ),
});

/** Border ports and airports, WGS 84, by hand within about 3 km. */
export function readPorts(): FeatureCollection<Point, PortProperties> {
  const file = dataFile("ports.json");
  return check(file, zPorts, readJson(file));
}

export function readManifest(file: URL = dataFile("manifest.json")): Manifest {
  return check(file, zManifest, readJson(file));
}

function readJson(file: URL): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new GeoDataError(`${nameOf(file)}: cannot be read`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GeoDataError(`${nameOf(file)}: is not JSON`, { cause: error });
  }
}

function check<T>(file: URL, schema: z.ZodType<T>, value: unknown, record?: number): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = record === undefined ? nameOf(file) : `${nameOf(file)}, record ${record}`;
  throw new GeoDataError(`${where}:\n${z.prettifyError(parsed.error)}`);
}

const nameOf = (file: URL): string => file.pathname.split("/").slice(-1).join("");
