import { writeFileSync } from "node:fs";
import type { Geometry } from "geojson";
import { dataFile } from "#geo/read.ts";

/** Writes a value to `geo/data` on one line. */
export function writeJson(name: string, value: unknown): void {
  writeFileSync(dataFile(name), `${JSON.stringify(value)}\n`);
}

/** Writes a list to `geo/data`, a record a line, so that a change shows as one. */
export function writeRecords(name: string, records: readonly unknown[]): void {
  writeFileSync(dataFile(name), `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`);
}

/** The same geometry with coordinates rounded to `digits` decimals of a degree (4: 11 m). */
export function rounded<G extends Geometry>(geometry: G, digits: number): G {
  const text = JSON.stringify(geometry, (_key, value: unknown) =>
    typeof value === "number" ? Number(value.toFixed(digits)) : value,
  );
  return JSON.parse(text) as G;
}
