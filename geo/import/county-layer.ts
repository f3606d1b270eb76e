import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { BOUNDARY_DATA_SET, type DataSet, type Manifest, zManifest } from "#geo/manifest.ts";
import type { County } from "./checks/codes.ts";
import type { TakenCrs } from "./crs.ts";
import type { ImportOptions } from "./options.ts";

/** What the manifest says of imported boundaries; the files are counted once they are rebuilt. */
export type BoundaryOrigin = Omit<DataSet, "files">;

export function originOf(options: ImportOptions, crs: TakenCrs, today: string): BoundaryOrigin {
  const name = basename(options.file);
  return {
    id: BOUNDARY_DATA_SET,
    title: "Counties (103), leagues (12), autonomous region, adjoining provinces, boundary lines by kind",
    sources: [
      {
        name,
        version: `sha256 ${sha256(readFileSync(options.file))}`,
        path: options.layer ?? "its only layer",
      },
    ],
    licence: options.licence ?? "not stated by the agency that gave the file",
    credit: options.credit ?? name,
    crs: "EPSG:4326",
    sourceCrs: crs,
    date: options.date ?? today,
    reviewNumber: options.reviewNumber,
    mended: [
      ...(crs === "GCJ-02" ? ["GCJ-02 was converted to WGS 84."] : []),
      "Overlaps and gaps of less than 1 km² between neighbours are closed, and seams to the adjoining provinces.",
      "Leagues and the whole are unions of their counties; counties-2012 merges 150603 into 150602 and 150703 into 150781.",
    ],
    defects: [
      ...(options.date === null ? ["The date is that of the import: none was given."] : []),
      ...(options.reviewNumber === null ? ["No 审图号: exports say 内部工作用图 · 未经审图."] : []),
      "The adjoining provinces keep their former source (DataV.GeoAtlas / AMap).",
    ],
  };
}

/**
 * Writes the checked layer as the pipeline's boundary input: `counties.json`, a WGS 84 FeatureCollection by code
 * with `code` and `name`, and `counties.meta.json`, what the manifest is to say of it.
 */
export function writeCountyLayer(
  folder: string,
  counties: readonly County[],
  names: ReadonlyMap<string, string>,
  origin: BoundaryOrigin,
): void {
  const features = counties.map(({ code, geometry }) =>
    JSON.stringify({ type: "Feature", properties: { code, name: names.get(code) }, geometry }),
  );
  writeFileSync(
    join(folder, "counties.json"),
    `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`,
  );
  writeFileSync(join(folder, "counties.meta.json"), `${JSON.stringify(origin, null, 2)}\n`);
}

/** The manifest with `origin` for the boundaries, and every file's size and sum as it stands in `dataDir`. */
export function writeManifest(dataDir: string, before: Manifest, origin: BoundaryOrigin): void {
  const dataSets = before.dataSets.map((set) => ({
    ...(set.id === BOUNDARY_DATA_SET ? origin : set),
    files: set.files.map(({ name }) => {
      const bytes = readFileSync(join(dataDir, name));
      return { name, bytes: bytes.byteLength, sha256: sha256(bytes) };
    }),
  }));
  const manifest = zManifest.parse({ dataSets });
  writeFileSync(join(dataDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
