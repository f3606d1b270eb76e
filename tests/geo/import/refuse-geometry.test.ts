import type { Position } from "geojson";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CountyFeature, countyFile, peeled, ringOf, scaledAbout, withCounty } from "./county-file.ts";
import { aPlace, type Ground, importFile, refusalOf } from "./import-place.ts";

let place: Ground;
beforeAll(() => {
  place = aPlace();
});
afterAll(() => place.remove());

/** 海拉尔区, inland: it lies within 鄂温克族自治旗, 陈巴尔虎旗 and 新巴尔虎左旗. */
const INLAND = "150702";
const INLAND_MIDDLE: [number, number] = [119.9, 49.25];

test("a missing county is named", async () => {
  const sentence = await refusalOf(
    place,
    withCounty("152201", () => null),
  );
  expect(sentence).toContain("1 of 103 counties is missing: 152201 乌兰浩特市");
});

test("a code that is there twice is named with both records", async () => {
  const file = countyFile();
  const [first] = file.features;
  const sentence = await refusalOf(place, { ...file, features: [...file.features, first] });
  expect(sentence).toContain("150102 新城区 is there twice, in feature 1 and feature 104");
});

test("an unknown code is named with its record and attribute", async () => {
  const renamed = (one: CountyFeature) => ({ ...one, properties: { ...one.properties, adcode: "150799" } });
  const sentence = await refusalOf(place, withCounty("150102", renamed));
  expect(sentence).toContain('feature 1: adcode is "150799", no county of Inner Mongolia');
});

test("a file with no codes is told which attributes it has", async () => {
  const file = countyFile();
  const features = file.features.map((one) => ({ ...one, properties: { title: one.properties.name } }));
  expect(await refusalOf(place, { ...file, features })).toMatch(/No attribute holds .*title.*--code-field/);
});

test("two counties with each other's codes are refused, however alike their areas", async () => {
  const swap: Record<string, string> = { "150204": "150203", "150203": "150204" };
  const file = countyFile();
  const features = file.features.map((one) => ({
    ...one,
    properties: { ...one.properties, adcode: swap[one.properties.adcode] ?? one.properties.adcode },
  }));
  const sentence = await refusalOf(place, { ...file, features }, ["--yes"]);
  expect(sentence).toMatch(/codes and the ground do not fit.*150203.*150204/);
});

test("an overlap names both counties, its size and its place", async () => {
  const sentence = await refusalOf(place, withCounty(INLAND, scaledAbout(INLAND_MIDDLE, 1.02)), ["--yes"]);
  expect(sentence).toMatch(
    /overlap by more than 1 km².*150702 海拉尔区 \/ 15072\d \S+ \d+\.\d km² near 1\d\d\.\d+°E 4\d\.\d+°N/,
  );
});

test("a gap that the whole encloses names the counties around it", async () => {
  const sentence = await refusalOf(place, withCounty(INLAND, peeled(0.004)), ["--yes"]);
  expect(sentence).toMatch(/ground of no county.*150702 海拉尔区 \/ 15072\d/);
});

test("a gap that is open to the outside is found as well", async () => {
  // 二连浩特市 lies on the border: peeled, the gap around it opens onto 蒙古国.
  const sentence = await refusalOf(place, withCounty("152501", peeled(0.004)), ["--yes"]);
  expect(sentence).toMatch(/ground of no county.*152501 二连浩特市/);
});

test("an overlap of less than 1 km² is taken: the pipeline's cleaning closes it", async () => {
  const own = aPlace();
  const nudged = withCounty(INLAND, scaledAbout(INLAND_MIDDLE, 1.00001));
  await expect(importFile(own, nudged)).resolves.toContain(".before-");
  own.remove();
});

test("a bow tie is found, and where", async () => {
  const tied = (one: CountyFeature): CountyFeature => {
    const ring = ringOf(one).slice(0, -1);
    // Walking one stretch backwards ties the ring where it joins.
    const [from, to] = [Math.floor(ring.length / 4), Math.floor(ring.length / 2)];
    const open = [...ring.slice(0, from), ...ring.slice(from, to).toReversed(), ...ring.slice(to)];
    return { ...one, geometry: { type: "Polygon", coordinates: [[...open, open[0] as Position]] } };
  };
  const sentence = await refusalOf(place, withCounty("150702", tied));
  expect(sentence).toMatch(/150702 海拉尔区 \(feature \d+\) crosses itself.* near 1\d\d\.\d+°E 4\d\.\d+°N/);
});

test("parts that lie on one another are refused", async () => {
  const doubled = (one: CountyFeature): CountyFeature => ({
    ...one,
    geometry: { type: "MultiPolygon", coordinates: [[ringOf(one)], [ringOf(one)]] },
  });
  expect(await refusalOf(place, withCounty("150702", doubled))).toMatch(/150702 .* twice/);
});

test("a ring that is not closed is refused", async () => {
  const opened = (one: CountyFeature): CountyFeature => ({
    ...one,
    geometry: { type: "Polygon", coordinates: [ringOf(one).slice(0, -1)] },
  });
  expect(await refusalOf(place, withCounty("150102", opened))).toMatch(
    /feature 1: a ring that starts at .* is not closed/,
  );
});

test("a line in place of an area is refused", async () => {
  const file = countyFile();
  const [first, ...rest] = file.features;
  const line = { ...first, geometry: { type: "LineString", coordinates: [] } };
  expect(await refusalOf(place, { ...file, features: [line, ...rest] })).toContain(
    "feature 1: expected a Polygon",
  );
});
