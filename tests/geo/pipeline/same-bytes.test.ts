import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePorts } from "#geo/pipeline/steps/ports.ts";
import { rounded, writeRecords } from "#geo/pipeline/write.ts";
import { dataFile, useDataFolder } from "#geo/read.ts";

const present = dirname(fileURLToPath(dataFile("ports.json")));
const committed = readFileSync(dataFile("ports.json"));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "one-map-pipeline-"));
  useDataFolder(folder);
});
afterAll(() => {
  useDataFolder(present);
  rmSync(folder, { recursive: true, force: true });
});

/** The one step that needs none of the pipeline's own packages; the others are seen by `git status` after a build. */
test("a step that runs twice writes the same bytes twice, and they are the committed ones", () => {
  const written = [0, 1].map(() => {
    makePorts();
    return readFileSync(dataFile("ports.json"));
  });
  for (const bytes of written) expect(bytes.equals(committed)).toBe(true);
});

test("a list is written a record a line, and the same whatever the machine's language", () => {
  const records = [{ name: "满洲里", at: [117.36, 49.627] }, { name: "İı" }];
  writeRecords("records.json", records);
  const text = readFileSync(dataFile("records.json"), "utf8");
  expect(text.split("\n")).toHaveLength(records.length + 3);
  expect(JSON.parse(text)).toEqual(records);
});

test("rounding leaves neither stray digits nor a negative nought", () => {
  expect(rounded({ type: "Point", coordinates: [0.1 + 0.2, -0.000_04] }, 4).coordinates).toEqual([0.3, 0]);
});
