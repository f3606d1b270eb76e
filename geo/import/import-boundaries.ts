import { copyFileSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type County, checkCodes } from "./checks/codes.ts";
import { checkCoverage } from "./checks/coverage.ts";
import { checkDatum } from "./checks/datum.ts";
import { checkDifferences, differencesOf, differenceTable } from "./checks/differences.ts";
import { checkRebuilt } from "./checks/rebuilt.ts";
import { checkValidity } from "./checks/validity.ts";
import { originOf, writeCountyLayer, writeManifest } from "./county-layer.ts";
import { refuseOutsideChina, resolveCrs, type TakenCrs, toWgs84 } from "./crs.ts";
import { readBoundaryFile } from "./formats/read-boundary-file.ts";
import type { RawLayer } from "./layer.ts";
import type { ImportOptions } from "./options.ts";
import { type Present, readPresent } from "./present.ts";
import type { Rebuild } from "./rebuild/rebuild-by-pipeline.ts";
import { dropStaging, openStaging, swapIn } from "./swap.ts";

export type ImportPlace = {
  /** The data set that is read, compared with and replaced. */
  dataDir: string;
  /** Where the checked layer is kept for later runs of the pipeline. */
  inputDir: string;
  rebuild: Rebuild;
  say: (line: string) => void;
  now: Date;
};

/**
 * Takes an agency's county boundaries in place of the present ones. Whatever is wrong is thrown as ImportRefusal
 * before anything is changed; the new set is made ready beside the present one, checked again and swapped in.
 * Returns the folder in which the old set is kept.
 */
export async function importBoundaries(options: ImportOptions, place: ImportPlace): Promise<string> {
  const layer = await readBoundaryFile(options.file, options);
  const crs = resolveCrs(layer, options.crs);
  for (const { geometry, where } of layer.features) refuseOutsideChina(geometry, where);

  const present = readPresent(place.dataDir);
  const names = new Map(present.regions.map((region) => [region.code, region.name]));
  const counties = checkedCounties(layer, crs, present, names, options.codeField);
  const differences = differencesOf(counties, present.counties, names);
  place.say(differenceTable(differences));
  checkDifferences(differences, options.yes);
  const origin = originOf(options, crs, place.now.toISOString().slice(0, 10));

  const layerDir = mkdtempSync(join(tmpdir(), "one-map-import-"));
  const staging = openStaging(place.dataDir);
  try {
    writeCountyLayer(layerDir, counties, names, origin);
    place.say("Checked. Rebuilding what follows from the boundaries …");
    await place.rebuild(layerDir, staging);
    writeManifest(staging, present.manifest, origin);
    checkRebuilt(staging, place.dataDir, counties);
    const backup = swapIn(place.dataDir, stampOf(place.now));
    for (const name of ["counties.json", "counties.meta.json"])
      keep(join(layerDir, name), join(place.inputDir, name));
    return backup;
  } finally {
    dropStaging(place.dataDir);
    rmSync(layerDir, { recursive: true, force: true });
  }
}

/** The file's counties in WGS 84, after every check that can be made of the file alone, the cheapest first. */
function checkedCounties(
  layer: RawLayer,
  crs: TakenCrs,
  present: Present,
  names: ReadonlyMap<string, string>,
  codeField: string | null,
): County[] {
  const expected = present.regions.filter((region) => region.level === "county");
  const countyNames = new Map(expected.map(({ code, name }) => [code, name]));
  const raw = checkCodes(layer.features, countyNames, codeField);
  checkDatum(raw, crs, present.counties);
  const counties = raw.map((county) => ({ ...county, geometry: toWgs84(county.geometry, crs) }));
  checkValidity(counties, names);
  checkCoverage(counties, [...present.counties.values()], names);
  return counties;
}

/** `20260102-030405`, UTC */
const stampOf = (now: Date): string =>
  now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");

/** By way of a file beside the target, so that a reader never sees half of it. */
function keep(from: string, to: string): void {
  copyFileSync(from, `${to}.new`);
  renameSync(`${to}.new`, to);
}
