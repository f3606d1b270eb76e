import { expect, test } from "vitest";
import { metresPerPixel, scaleBar } from "../../../client/map/scale.ts";
import { splitFigure } from "../../../client/words/split-figure.ts";
import { seededApi } from "../../factories.ts";

test("the source's figures are split for the eye and stay word for word", async () => {
  const api = await seededApi();
  const { statistics } = await api.progress.summary({});
  for (const { words } of statistics) {
    const { figure, unit } = splitFigure(words);
    expect(figure + unit).toBe(words);
  }
  expect(splitFigure("近百个")).toEqual({ figure: "近百", unit: "个" });
  expect(splitFigure("50%以上")).toEqual({ figure: "50", unit: "%以上" });
});

test("the four statistics of the header are those of the source, and the ministries are no preliminary figure", async () => {
  const api = await seededApi();
  const { statistics } = await api.progress.summary({});
  const of = (id: string) => statistics.find((one) => one.id === id);
  expect(["ST-02", "ST-03", "ST-04"].map((id) => [of(id)?.words, of(id)?.preliminary])).toEqual([
    ["近百个", true],
    ["39%", true],
    ["50%以上", true],
  ]);
  expect([of("ST-01")?.words, of("ST-01")?.preliminary]).toEqual(["25个", false]);
});

test("the scale bar is true at its latitude: a degree of latitude is 111 km", () => {
  const perPixel = metresPerPixel(5, 44);
  // Mercator stretches north and south alike, so a degree of latitude near 44° N covers this many px.
  const world = 512 * 2 ** 5;
  const y = (lat: number) =>
    (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * world;
  expect(((y(44.5) - y(43.5)) * perPixel) / 1000).toBeCloseTo(111.3, 0);
});

test("the bar is the longest round length that fits", () => {
  for (const zoom of [3, 4.3, 5.7, 8, 11.2]) {
    const { metres, px } = scaleBar(metresPerPixel(zoom, 44), 96);
    expect(px).toBeLessThanOrEqual(96);
    expect(px).toBeGreaterThan(96 / 2.5 - 0.01);
    expect([1, 2, 5]).toContain(metres / 10 ** Math.floor(Math.log10(metres)));
  }
});
