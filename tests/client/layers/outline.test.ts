import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { PALETTE } from "#domain/look/palette.ts";
import type { View } from "#domain/view.ts";
import type { Focus } from "../../../client/layers/focus.ts";
import { OUTLINES, outlinedRegions, outlineLayer } from "../../../client/layers/outline.ts";
import { style } from "../../../client/layers/style.ts";
import { ASSETS, aCorridor, aMapData, aPoint, aView, EVERY_LAYER, NO_FEATURES } from "./seed-scene.ts";

const data = aMapData({
  features: {
    ...NO_FEATURES,
    points: [aPoint({ item: "S-1.4-19" }), aPoint({ id: "port", item: "S-1.2-23", type: "support" })],
    corridors: [aCorridor({ items: ["S-1.4-20"] })],
  },
});
const item = (id: string, ...regions: string[]) => ({ id, regions });
const focus = (change: Partial<Focus>): Focus => ({ pointed: null, picked: null, ...change });
const outlined = (change: Partial<Focus>, view: Partial<View> = {}) =>
  Object.fromEntries(outlinedRegions(aView(view), data, focus(change)));

describe("an item of an area (truth rule 4)", () => {
  test("has its regions outlined, picked before pointed at", () => {
    expect(outlined({ pointed: item("S-1.4-12", "152900") })).toEqual({ 152900: "pointed" });
    expect(
      outlined({ pointed: item("S-1.4-04", "150600", "150700"), picked: item("S-1.4-12", "150600") }),
    ).toEqual({ 150600: "picked", 150700: "pointed" });
  });

  test("that lies in the whole has the whole outlined", () => {
    expect(outlined({ picked: item("S-1.2-10", "150000") })).toEqual({ 150000: "picked" });
  });

  test("is outlined in no other way than by its regions: a mark or a line stands for an item that has one", () => {
    expect(outlined({ pointed: item("S-1.4-19", "150700"), picked: item("S-1.4-20", "150500") })).toEqual({});
  });

  test("may be one whose mark the map does not draw now", () => {
    const port = item("S-1.2-23", "150781");
    expect(outlined({ pointed: port })).toEqual({ 150781: "pointed" });
    expect(outlined({ picked: port }, { item: "S-1.2-23" })).toEqual({});
  });
});

test("a league is outlined by its own tiles, a county by those of the year shown, the whole by its edge", () => {
  const layers = aView().layers;
  expect([outlineLayer("150600", layers), outlineLayer("150781", layers)]).toEqual(["league", "county"]);
  expect([outlineLayer("150602", EVERY_LAYER), outlineLayer("150603", EVERY_LAYER)]).toEqual([
    "county2012",
    "county",
  ]);
  expect(outlineLayer("150000", layers)).toBeNull();
});

describe("style", () => {
  const dressed = (change: Partial<Focus>, keep = false, view: Partial<View> = {}) =>
    style(aView(view), "light", "zh-CN", ASSETS, data, focus(change), keep);
  const paint = (made: ReturnType<typeof dressed>, id: string) =>
    made.layers.find((layer) => layer.id === id)?.paint as Record<string, unknown> | undefined;

  test("has no layer for outlines until one is needed, then keeps it unseen: no tile is made anew", () => {
    const asked = dressed({ picked: item("S-1.4-12", "152900") });
    expect(paint(dressed({}), OUTLINES)).toBeUndefined();
    expect(paint(asked, OUTLINES)).toMatchObject({ "line-opacity": 1 });
    expect(paint(dressed({}, true), OUTLINES)).toMatchObject({ "line-opacity": 0 });
    const ids = (made: ReturnType<typeof dressed>) => made.layers.map((layer) => layer.id);
    expect(ids(dressed({}, true))).toEqual(ids(asked));
    expect(Object.keys(asked.sources)).toEqual(Object.keys(dressed({}).sources));
  });

  test("outlines the whole by the colour of its edge", () => {
    const whole = dressed({ picked: item("S-1.2-10", "150000") });
    const color = (made: ReturnType<typeof dressed>) =>
      ["province-edge", "nation-edge"].map((id) => paint(made, id)?.["line-color"]);
    expect(color(whole)).toEqual([PALETTE.light.accent, PALETTE.light.accent]);
    expect(color(dressed({}))).toEqual([PALETTE.light.provinceLine, PALETTE.light.nationLine]);
  });

  test.each(["light", "dark"] as const)("is valid with outlines, %s", (theme) => {
    for (const layers of [aView().layers, EVERY_LAYER]) {
      const picked = item("S-1.2-14", "150000", "150100", "150626");
      const made = style(aView({ layers }), theme, "en", ASSETS, data, focus({ picked }), true);
      expect(validateStyleMin(made)).toEqual([]);
    }
  });
});
