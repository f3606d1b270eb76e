import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import type { DataSet } from "#geo/manifest.ts";
import { zManifest } from "#geo/manifest.ts";
import { dataFile } from "#geo/read.ts";
import { DATA_SETS } from "../input/data-sets.ts";

/** Writes `manifest.json`: the descriptions, with size and sha256 of each file as it now stands. */
export function writeManifest(): void {
  const dataSets = DATA_SETS.map((set) => ({ ...set, files: set.files.map(describe) }));
  const manifest = zManifest.parse({ dataSets });
  writeFileSync(dataFile("manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function describe(name: string): DataSet["files"][number] {
  const bytes = readFileSync(dataFile(name));
  return { name, bytes: bytes.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") };
}
