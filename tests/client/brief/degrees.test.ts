import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { expect, test } from "vitest";
import { withCovered } from "../../../client/brief/covered.ts";
import { DEGREES, withDegrees } from "../../../client/brief/degrees.ts";
import { style } from "../../../client/layers/style.ts";
import { overlap } from "../../../domain/brief/compose-scale.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "../../server/brief/a-brief.ts";
import { ASSETS, aMapData, aView } from "../layers/seed-scene.ts";

test("degrees give way to every other name: their layer lies beneath them all", () => {
  const look = withDegrees(withCovered(style(aView(), "light", "zh-CN", ASSETS, aMapData())));
  const [lowest] = look.layers.filter(({ type }) => type === "symbol");
  expect(lowest?.id).toBe(DEGREES);
  expect(validateStyleMin(look)).toEqual([]);
});

test("degrees are the map's to draw, in its frame and off what stands on it", async () => {
  const api = await seededApi();
  const { sheet } = await api.brief.sheet(aBrief({ page: "a4" }, "?region=150600"));
  const { degrees, covered } = sheet.map;
  const texts = degrees.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)));
  expect(texts).toEqual(expect.arrayContaining(["110°E", "40°N"]));
  for (const { box } of degrees) expect(covered.some((one) => overlap(one, box))).toBe(false);
  expect(JSON.stringify(sheet.elements)).not.toContain("110°E");
});
