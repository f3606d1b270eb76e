import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { GeoDataError } from "#geo/geo-data-error.ts";
import { dataFile, readManifest, readRegions } from "#geo/read.ts";

const folder = mkdtempSync(join(tmpdir(), "one-map-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(name: string, text: string): URL {
  const path = join(folder, name);
  writeFileSync(path, text);
  return pathToFileURL(path);
}

test("a region without a name is refused, and the message leads to file, record and field", () => {
  const regions = JSON.parse(readFileSync(dataFile("regions.json"), "utf8"));
  regions[7].nameEn = "";
  const file = aFile("regions.json", JSON.stringify(regions));
  expect(() => readRegions(file)).toThrow(GeoDataError);
  expect(() => readRegions(file)).toThrow(/regions\.json, record 7:[\s\S]*nameEn/);
});

test("a manifest whose hash is no hash is refused", () => {
  const manifest = readManifest();
  const file = manifest.dataSets[0]?.files[0];
  if (file) file.sha256 = "none";
  expect(() => readManifest(aFile("manifest.json", JSON.stringify(manifest)))).toThrow(
    /manifest\.json:[\s\S]*dataSets\[0\]\.files\[0\]\.sha256/,
  );
});

test("a missing file and one that is no JSON are told apart", () => {
  expect(() => readRegions(pathToFileURL(join(folder, "absent.json")))).toThrow(
    /absent\.json: cannot be read/,
  );
  expect(() => readRegions(aFile("broken.json", "[{"))).toThrow(/broken\.json: is not JSON/);
});
