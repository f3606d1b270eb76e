import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { boundaryDataSet } from "#geo/manifest.ts";
import { dataFile, readManifest } from "#geo/read.ts";

const manifest = readManifest();
const files = manifest.dataSets.flatMap((set) => set.files);

test("every file is the one that the manifest describes, to the byte", () => {
  for (const { name, bytes, sha256 } of files) {
    const content = readFileSync(dataFile(name));
    expect([name, content.byteLength, createHash("sha256").update(content).digest("hex")]).toEqual([
      name,
      bytes,
      sha256,
    ]);
  }
});

test("no file of the data folder is left undescribed, and none is described twice", () => {
  const present = readdirSync(dataFile(".")).filter((name) => name !== "manifest.json");
  expect(files.map(({ name }) => name).sort()).toEqual(present.sort());
});

test("boundaries without a reviewed source have no 审图号, and say what is wrong with them", () => {
  const boundaries = boundaryDataSet(manifest);
  expect(boundaries.reviewNumber).toBeNull();
  expect(boundaries.sourceCrs).toBe("GCJ-02");
  expect(boundaries.mended.join()).toContain("加格达奇");
  expect(boundaries.defects.length).toBeGreaterThan(2);
});

test("every source has an exact version", () => {
  const versions = manifest.dataSets.flatMap((set) => set.sources.map(({ version }) => version));
  for (const version of versions) expect(version).toMatch(/^\d+(\.\d+)*(-\d+)?$/);
});
