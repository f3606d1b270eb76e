import { afterAll, beforeAll, expect, test } from "vitest";
import { wgs84ToGcj02 } from "#geo/gcj02.ts";
import { countyFile, mapFile } from "./county-file.ts";
import { aPlace, type Ground, refusalOf } from "./import-place.ts";
import { PRJ_GAUSS_KRUGER, shapefileParts, zipOf } from "./shapefile-writer.ts";

let place: Ground;
beforeAll(() => {
  place = aPlace();
});
afterAll(() => place.remove());

const shifted = () => mapFile(countyFile(), wgs84ToGcj02);
const named = (name: string) => ({ ...countyFile(), crs: { type: "name", properties: { name } } });

test("projected metres are told from degrees, with what to do", async () => {
  const metres = mapFile(countyFile(), ([lon, lat]) => [500_000 + (lon - 111) * 85_000, lat * 111_000]);
  expect(await refusalOf(place, metres)).toMatch(/feature 1 has a position .* projected metres.*ogr2ogr/);
});

test("swapped axes and another continent are told apart", async () => {
  expect(
    await refusalOf(
      place,
      mapFile(countyFile(), ([lon, lat]) => [lat, lon]),
    ),
  ).toContain("swapped");
  expect(
    await refusalOf(
      place,
      mapFile(countyFile(), ([lon, lat]) => [lon - 100, lat]),
    ),
  ).toContain("outside China");
});

test("a CRS that is not taken is named: a projection by code, by WKT, an old datum", async () => {
  expect(await refusalOf(place, named("urn:ogc:def:crs:EPSG::3857"))).toContain("EPSG::3857; only EPSG:4490");
  expect(await refusalOf(place, named("EPSG:4214"))).toContain("EPSG:4214");
  expect(await refusalOf(place, { ...countyFile(), crs: null })).toContain("only EPSG:4490");
  const { shp, dbf, prj } = shapefileParts(countyFile());
  const projected = { ...prj, bytes: Buffer.from(PRJ_GAUSS_KRUGER) };
  expect(await refusalOf(place, zipOf([shp, dbf, projected]))).toContain("PROJCS");
});

test("a Shapefile without .prj has no known CRS until one is said", async () => {
  const { shp, dbf } = shapefileParts(countyFile());
  expect(await refusalOf(place, zipOf([shp, dbf]))).toContain("no .prj, so its CRS is unknown: say --crs");
});

test("a file that states one CRS and a command that says another", async () => {
  const sentence = await refusalOf(place, named("EPSG:4490"), ["--crs", "EPSG:4326"]);
  expect(sentence).toContain("states EPSG:4490 and --crs says EPSG:4326");
});

test("GCJ-02 that is not declared is found out, whatever the file states", async () => {
  const sentence = await refusalOf(place, shifted());
  expect(sentence).toMatch(
    /a median of [2-5]\d\d m from the present borders, and \d m when read as GCJ-02.*--crs GCJ-02/,
  );
  expect(await refusalOf(place, shifted(), ["--crs", "EPSG:4490", "--yes"])).toContain("say --crs GCJ-02");
});

test("WGS 84 that is declared GCJ-02 is found out", async () => {
  expect(await refusalOf(place, countyFile(), ["--crs", "GCJ-02"])).toContain("they are not GCJ-02");
});
