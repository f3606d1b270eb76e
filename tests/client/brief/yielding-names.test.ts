import { createExpression, validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { expect, test } from "vitest";
import { withYieldingNames } from "../../../client/brief/yielding-names.ts";
import { LEDGER } from "../../../client/layers/scene.ts";
import { style } from "../../../client/layers/style.ts";
import { ASSETS, aMapData, aView } from "../layers/seed-scene.ts";

const look = withYieldingNames(style(aView(), "light", "zh-CN", ASSETS, aMapData()));
const names = look.layers.filter(({ id }) => id.startsWith("league-name-"));

test("on a page no name stands over what is there, and the style is valid", () => {
  expect(names.length).toBeGreaterThan(0);
  for (const { layout } of names) expect(layout).toMatchObject({ "text-overlap": "never" });
  expect(validateStyleMin(look)).toEqual([]);
});

test("a league's name tries its own place first, then others; one at its leader's end only shifts along it", () => {
  const source = look.sources[LEDGER];
  if (source?.type !== "geojson" || typeof source.data === "string") throw new Error("no ledger");
  if (source.data.type !== "FeatureCollection") throw new Error("no features");
  const leagues = source.data.features.flatMap(({ properties }) =>
    properties?.draw === "league" ? [properties] : [],
  );
  for (const { anchor, offset, spots } of leagues) expect(spots.slice(0, 2)).toEqual([anchor, offset]);
  for (const { led, offset, spots } of leagues) {
    const down = spots
      .filter((_: unknown, index: number) => index % 2 === 1)
      .map((spot: number[]) => spot[1]);
    expect(new Set(down).size > 1).toBe(!led);
    if (led) expect(down).toContain(offset[1]);
  }
  expect(new Set(leagues.map(({ led }) => led)).size).toBe(2);
});

test("a place that is asked of a feature as tiles have it, its lists as text, is none, and no error", () => {
  for (const { layout } of names) {
    const spots = layout && "text-variable-anchor-offset" in layout && layout["text-variable-anchor-offset"];
    const made = createExpression(spots, "spots");
    if (made.result !== "success") throw new Error("no expression");
    const at = (value: unknown) =>
      made.value.evaluateWithoutErrorHandling({ zoom: 5 }, { type: "Point", properties: { spots: value } });
    expect(at('__$json__:["left",[1,0]]')).toEqual(["center", [0, 0]]);
    expect(at(["left", [1, 0]])).toEqual(["left", [1, 0]]);
  }
});
