import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readBoundaryFile } from "#geo/import/formats/read-boundary-file.ts";
import { countyFile, mapPositions, presentTopology } from "../county-file.ts";
import { dbfOf, PRJ_CGCS2000, shapefileParts, zipOf } from "../shapefile-writer.ts";

const folder = mkdtempSync(join(tmpdir(), "one-map-formats-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(content: Buffer | object, encoding: string | null = null) {
  const file = join(folder, "file");
  writeFileSync(file, Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return readBoundaryFile(file, { layer: null, encoding });
}
const nested = ({ geometry }: { geometry: { type: string; coordinates: unknown } }) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

test("a Shapefile gives back every ring of every county, and its CRS", async () => {
  const { shp, dbf, prj } = shapefileParts(countyFile());
  const layer = await read(zipOf([shp, dbf, prj]));
  expect(layer.crs).toBe(PRJ_CGCS2000);
  expect(layer.features.map(nested)).toEqual(countyFile().features.map(nested));
  expect(layer.features[0]?.properties).toEqual({ XZQDM: "150102", XZQMC: "新城区" });
});

test("a Shapefile in a folder with a Chinese name and capital endings is found", async () => {
  const { shp, dbf } = shapefileParts(countyFile());
  const parts = [
    { ...shp, name: "县级/XIAN.SHP" },
    { ...dbf, name: "县级/XIAN.DBF" },
  ];
  expect((await read(zipOf(parts))).features).toHaveLength(103);
});

test("names in GBK are read by .cpg, by --encoding, and unasked", async () => {
  // 新城区 in GBK; the codes are ASCII either way.
  const gbkName = Buffer.from([0xd0, 0xc2, 0xb3, 0xc7, 0xc7, 0xf8]);
  const fields = [
    { name: "XZQDM", length: 12 },
    { name: "XZQMC", length: 60 },
  ];
  const rows = countyFile().features.map(({ properties }) => [properties.adcode, "x"]);
  const { shp, cpg } = shapefileParts(countyFile());
  const table = dbfOf(fields, rows, (text) => (text === "x" ? gbkName : Buffer.from(text)));
  const dbf = { name: "xian.dbf", bytes: table };
  const nameOf = async (zip: Buffer, encoding: string | null = null) =>
    (await read(zip, encoding)).features[0]?.properties.XZQMC;
  expect(await nameOf(zipOf([shp, dbf]))).toBe("新城区");
  expect(await nameOf(zipOf([shp, dbf]), "GB2312")).toBe("新城区");
  expect(await nameOf(zipOf([shp, dbf, { ...cpg, bytes: Buffer.from("936\r\n") }]))).toBe("新城区");
});

test("a TopoJSON is read by its counties, with ids as an attribute", async () => {
  const layer = await read(presentTopology());
  expect(layer.features).toHaveLength(103);
  expect(layer.features[0]?.properties).toEqual({ id: "150102", name: "新城区" });
});

test("heights in a GeoJSON are dropped, and an old crs member is told", async () => {
  const [first] = countyFile().features;
  if (!first) throw new Error("no county");
  const high = mapPositions(first.geometry, ([lon, lat]) => [lon, lat, 1065]);
  const layer = await read({
    type: "FeatureCollection",
    crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4490" } },
    features: [{ ...first, geometry: high }],
  });
  expect(layer.crs).toBe("urn:ogc:def:crs:EPSG::4490");
  expect(layer.features[0]?.geometry).toEqual(first.geometry);
});
