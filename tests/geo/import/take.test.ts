import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Position } from "geojson";
import { expect, test } from "vitest";
import { wgs84ToGcj02 } from "#geo/gcj02.ts";
import { boundaryDataSet, zManifest } from "#geo/manifest.ts";
import { distanceKm } from "#geo/question/distance-km.ts";
import { type CountyFile, countyFile, mapFile } from "./county-file.ts";
import { aPlace, type Ground, importFile, refusalOf, sumsOf } from "./import-place.ts";
import { shapefileParts, zipOf } from "./shapefile-writer.ts";

const readLayer = (place: Ground): CountyFile =>
  JSON.parse(readFileSync(join(place.inputDir, "counties.json"), "utf8"));
const readManifest = (place: Ground) =>
  zManifest.parse(JSON.parse(readFileSync(join(place.dataDir, "manifest.json"), "utf8")));

async function taken<T>(
  content: object | Buffer,
  words: string[],
  look: (place: Ground, backup: string) => T,
): Promise<T> {
  const place = aPlace();
  const backup = await importFile(place, content, words);
  const seen = look(place, backup);
  place.remove();
  return seen;
}

test("a GeoJSON is taken: manifest says whose it is, the old set is kept whole", async () => {
  const before = aPlace();
  const old = sumsOf(before.dataDir).replaceAll(before.dataDir, "");
  before.remove();
  const words = [
    "--review-number",
    "蒙S(2026)001号",
    "--licence",
    "internal use",
    "--credit",
    "自治区测绘院",
  ];
  await taken(countyFile(), [...words, "--date", "2025-12"], (place, backup) => {
    expect(backup).toBe(`${place.dataDir}.before-20260102-030405`);
    expect(sumsOf(backup).replaceAll(backup, "")).toBe(old);
    const set = boundaryDataSet(readManifest(place));
    expect(set).toMatchObject({
      reviewNumber: "蒙S(2026)001号",
      licence: "internal use",
      credit: "自治区测绘院",
      date: "2025-12",
      sourceCrs: "EPSG:4326",
    });
    expect(set.sources[0]?.version).toMatch(/^sha256 [0-9a-f]{64}$/);
    expect(readLayer(place).features).toHaveLength(103);
    expect(existsSync(`${place.dataDir}.staging`)).toBe(false);
    expect(readdirSync(place.inputDir).sort()).toEqual(["counties.json", "counties.meta.json"]);
  });
});

test("what is not said is not made up: no 审图号, and the manifest says so", async () => {
  const set = await taken(countyFile(), [], (place) => boundaryDataSet(readManifest(place)));
  expect(set.reviewNumber).toBeNull();
  expect(set.licence).toContain("not stated");
  expect(set.date).toBe("2026-01-02");
  expect(set.defects.join()).toContain("No 审图号");
});

test("declared GCJ-02 is converted: every vertex within a decimetre of where it was", async () => {
  const shifted = mapFile(countyFile(), wgs84ToGcj02);
  const [layer, set] = await taken(shifted, ["--crs", "GCJ-02"], (place) => [
    readLayer(place),
    boundaryDataSet(readManifest(place)),
  ]);
  const positions = (file: CountyFile): Position[] =>
    file.features
      .toSorted((a, b) => codeOf(a.properties).localeCompare(codeOf(b.properties)))
      .flatMap(({ geometry }) =>
        geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
      )
      .flat();
  const [was, is] = [positions(countyFile()), positions(layer)];
  expect(is).toHaveLength(was.length);
  const worst = is.reduce((most, at, index) => Math.max(most, distanceKm(at, was[index] ?? [0, 0])), 0);
  expect(worst * 1000).toBeLessThan(0.1);
  expect(set.sourceCrs).toBe("GCJ-02");
});
const codeOf = (properties: object): string => Object.values(properties).map(String)[0] ?? "";

test("a zipped Shapefile with codes in XZQDM is taken", async () => {
  const { shp, dbf, prj, cpg } = shapefileParts(countyFile());
  const set = await taken(zipOf([shp, dbf, prj, cpg]), [], (place) => boundaryDataSet(readManifest(place)));
  expect(set.sourceCrs).toBe("EPSG:4490");
});

test("the order of a file's records changes no byte of the layer", async () => {
  const layer = (place: Ground) => readFileSync(join(place.inputDir, "counties.json"), "utf8");
  const once = await taken(countyFile(), [], layer);
  const reversed = { ...countyFile(), features: countyFile().features.toReversed() };
  expect(await taken(reversed, [], layer)).toBe(once);
});

test("a rebuild that fails leaves the present set as it is and no staging behind", async () => {
  const place = aPlace({
    rebuild: async (_layer, dataDir) => {
      cpSync(join(dataDir, "admin.lo.topo.json"), join(dataDir, "admin.hi.topo.json"));
    },
  });
  expect(await refusalOf(place, countyFile())).toContain("The rebuild changed");
  expect(existsSync(`${place.dataDir}.staging`)).toBe(false);
  place.remove();
});

test("a second import beside a running one is refused and does not touch its staging", async () => {
  const place = aPlace();
  mkdirSync(`${place.dataDir}.staging`);
  expect(await refusalOf(place, countyFile())).toContain("another import is running");
  expect(existsSync(`${place.dataDir}.staging`)).toBe(true);
  place.remove();
});
