import { readFileSync, statSync } from "node:fs";
import type { RawLayer } from "../layer.ts";
import { ImportRefusal } from "../refusal.ts";
import { geojsonLayer } from "./geojson.ts";
import { shapefileLayer } from "./shapefile.ts";
import { topojsonLayer } from "./topojson.ts";

const MAX_FILE_BYTES = 256 * 1024 * 1024;

export type ReadOptions = { layer: string | null; encoding: string | null };

/** Reads a boundary file by what it is, not by its ending: a zipped Shapefile, TopoJSON or GeoJSON. */
export async function readBoundaryFile(path: string, options: ReadOptions): Promise<RawLayer> {
  const bytes = bytesOf(path);
  if (bytes.length === 0) throw new ImportRefusal(`${path} is empty.`);
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    return shapefileLayer(bytes, options.layer, options.encoding);
  }
  const value = jsonOf(bytes, path);
  const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  if (typeof value === "object" && value !== null && type === "Topology")
    return topojsonLayer(value, options.layer);
  if (typeof value === "object" && value !== null && type === "FeatureCollection") return geojsonLayer(value);
  throw new ImportRefusal(
    `${path} is JSON, yet neither a GeoJSON FeatureCollection nor a TopoJSON Topology: its type is ${JSON.stringify(type) ?? "missing"}.`,
  );
}

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MAX_FILE_BYTES) {
      throw new ImportRefusal(
        `${path} has ${Math.round(size / 2 ** 20)} MB; at most ${MAX_FILE_BYTES / 2 ** 20} MB are taken.`,
      );
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof ImportRefusal) throw cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new ImportRefusal(`${path} cannot be read (${code}).`, { cause });
  }
}

function jsonOf(bytes: Buffer, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ImportRefusal(
      `${path} is neither JSON in UTF-8 nor a zip: give GeoJSON, TopoJSON or a zipped Shapefile.`,
      {
        cause,
      },
    );
  }
}
