import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countyFile, DATA_DIR, presentTopology } from "./county-file.ts";
import { aPlace, type Ground, refusalOf, sumsOf } from "./import-place.ts";
import { shapefileParts, zipOf } from "./shapefile-writer.ts";

let place: Ground;
beforeAll(() => {
  place = aPlace();
});
afterAll(() => place.remove());

const whole = () => shapefileParts(countyFile());

test("an empty file", async () => {
  expect(await refusalOf(place, "")).toContain("is empty");
});

test("a file that is no JSON", async () => {
  expect(await refusalOf(place, "code;name\n150102;新城区")).toContain("neither JSON in UTF-8 nor a zip");
});

test("JSON that is no map", async () => {
  expect(await refusalOf(place, { type: "Feature" })).toContain('its type is "Feature"');
  expect(await refusalOf(place, "[]")).toContain("its type is missing");
});

test("a collection with no features, and one with none in it", async () => {
  expect(await refusalOf(place, { type: "FeatureCollection" })).toContain("features");
  expect(await refusalOf(place, { type: "FeatureCollection", features: [] })).toContain("no record");
});

test("a TopoJSON with several layers and none chosen", async () => {
  const { counties, leagues } = presentTopology().objects;
  const topology = { ...presentTopology(), objects: { a: counties, b: leagues } };
  expect(await refusalOf(place, topology)).toContain("a, b; say which with --layer");
  expect(await refusalOf(place, topology, ["--layer", "c"])).toContain('no layer "c"');
});

test("a TopoJSON whose arcs are missing", async () => {
  expect(await refusalOf(place, { ...presentTopology(), arcs: [] })).toContain(
    "arc that the file does not hold",
  );
});

test("a zip that is cut off", async () => {
  const { shp, dbf, prj } = whole();
  const zip = zipOf([shp, dbf, prj]);
  expect(await refusalOf(place, zip.subarray(0, zip.length / 2))).toContain("The zip is cut off or damaged");
});

test("a zip whose data are damaged", async () => {
  const { shp, dbf, prj } = whole();
  const zip = zipOf([dbf, prj, shp]);
  zip.fill(0xff, 200, 400);
  expect(await refusalOf(place, zip)).toContain("The zip is damaged");
});

test("a zip bomb, honest or not about its size", async () => {
  const { dbf, prj } = whole();
  const zeros = Buffer.alloc(100 * 1024 * 1024);
  expect(await refusalOf(place, zipOf([dbf, prj, { name: "xian.shp", bytes: zeros }]))).toContain(
    "unpacks to 100 MB",
  );
  const smaller = zeros.subarray(0, 40 * 1024 * 1024);
  expect(await refusalOf(place, zipOf([dbf, prj, { name: "xian.shp", bytes: smaller }]))).toMatch(
    /packed \d+ to 1/,
  );
  const lying = { name: "xian.shp", bytes: zeros, statedSize: 1000 };
  expect(await refusalOf(place, zipOf([dbf, prj, lying]))).toContain("The zip is damaged");
});

test("a zip of too many parts", async () => {
  const parts = Array.from({ length: 201 }, (_, at) => ({ name: `${at}.txt`, bytes: Buffer.from("x") }));
  expect(await refusalOf(place, zipOf(parts))).toContain("201 parts");
});

test("a zip with no Shapefile, without the table, or with two", async () => {
  const { shp, dbf, prj } = whole();
  expect(await refusalOf(place, zipOf([{ name: "read.me", bytes: Buffer.from("x") }]))).toContain(
    "holds no .shp",
  );
  expect(await refusalOf(place, zipOf([shp, prj]))).toContain("xian.dbf is missing");
  const second = { ...shp, name: "sheng.shp" };
  expect(await refusalOf(place, zipOf([shp, second, dbf]))).toContain("xian, sheng; say which with --layer");
});

test("a Shapefile that is cut off, of lines, or with a table of other length", async () => {
  const { shp, dbf, prj } = whole();
  const short = { ...shp, bytes: shp.bytes.subarray(0, shp.bytes.length - 100) };
  expect(await refusalOf(place, zipOf([short, dbf, prj]))).toContain("xian.shp is cut off");
  const lines = { ...shp, bytes: Buffer.from(shp.bytes) };
  lines.bytes.writeInt32LE(3, 32);
  expect(await refusalOf(place, zipOf([lines, dbf, prj]))).toContain("type 3: expected polygons");
  const oneLess = shapefileParts({ ...countyFile(), features: countyFile().features.slice(1) }).dbf;
  expect(await refusalOf(place, zipOf([shp, oneLess, prj]))).toContain("103 records and xian.dbf has 102");
});

test("a table that is cut off, deleted in part, or not in the encoding it states", async () => {
  const { shp, dbf, prj, cpg } = whole();
  const short = { ...dbf, bytes: dbf.bytes.subarray(0, 400) };
  expect(await refusalOf(place, zipOf([shp, short, prj]))).toContain("xian.dbf is cut off");
  const deleted = { ...dbf, bytes: Buffer.from(dbf.bytes) };
  deleted.bytes.write("*", deleted.bytes.readUInt16LE(8), "latin1");
  expect(await refusalOf(place, zipOf([shp, deleted, prj]))).toContain("row 1: it is marked as deleted");
  const gbk = { ...dbf, bytes: Buffer.from(dbf.bytes) };
  gbk.bytes.set([0xd0, 0xc2, 0xb3, 0xc7], gbk.bytes.readUInt16LE(8) + 13);
  expect(await refusalOf(place, zipOf([shp, gbk, prj, cpg]))).toContain("the text is not UTF-8");
  const odd = { ...cpg, bytes: Buffer.from("KLINGON") };
  expect(await refusalOf(place, zipOf([shp, dbf, prj, odd]))).toContain('"KLINGON" is no known encoding');
});

test("wrong words on the command line", async () => {
  expect(await refusalOf(place, countyFile(), ["--level", "league"])).toContain("--level is league");
  expect(await refusalOf(place, countyFile(), ["--crs", "EPSG:3857"])).toContain("--crs");
  expect(await refusalOf(place, countyFile(), ["--date", "last year"])).toContain("--date: expected YYYY");
  expect(await refusalOf(place, countyFile(), ["--colour"])).toContain("--colour");
  expect(await refusalOf(place, countyFile(), ["another"])).toContain("one file, found 2");
});

test("the command itself says so in one line, exits 1 and leaves the committed data as they are", () => {
  const data = fileURLToPath(DATA_DIR);
  const before = sumsOf(data);
  const file = join(place.root, "file");
  writeFileSync(file, "not a map");
  const run = fileURLToPath(new URL("../../../geo/import/run.ts", import.meta.url));
  const done = spawnSync(process.execPath, [run, "--level", "county", file], { encoding: "utf8" });
  expect(done.status).toBe(1);
  expect(done.stdout).toBe("");
  expect(done.stderr).toMatch(/^Refused: [^\n]+ Nothing was changed\.\n$/);
  expect(sumsOf(data)).toBe(before);
});
