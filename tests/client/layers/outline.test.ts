import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { INFERRED_DASH } from "#domain/look/marks.ts";
import { PALETTE } from "#domain/look/palette.ts";
import type { View } from "#domain/view.ts";
import type { Focus, FocusItem, Strength } from "../../../client/layers/focus.ts";
import { OUTLINE_STATE, OUTLINES, outlinedRegions, outlineLayer } from "../../../client/layers/outline.ts";
import { style } from "../../../client/layers/style.ts";
import { focusOf } from "../../../client/map/focus-of.ts";
import { ASSETS, aCorridor, aMapData, aPoint, aView, EVERY_LAYER, NO_FEATURES } from "./seed-scene.ts";

const data = aMapData({
  features: {
    ...NO_FEATURES,
    points: [aPoint({ item: "S-1.4-19" }), aPoint({ id: "port", item: "S-1.2-23", type: "support" })],
    corridors: [aCorridor({ items: ["S-1.4-20"] })],
  },
});
const item = (id: string, ...codes: string[]) => ({
  id,
  regions: codes.map((code) => ({ code, basis: "stated" as const })),
});
/** As {@link item}, with its last region inferred. */
const inferring = (id: string, ...codes: string[]) => {
  const { regions } = item(id, ...codes);
  return {
    id,
    regions: regions.map((one, index) =>
      index < regions.length - 1 ? one : { ...one, basis: "inferred" as const },
    ),
  };
};
type OneEach = Partial<Record<Strength, FocusItem>>;
const focus = ({ pointed, picked }: OneEach): Focus => ({
  pointed: pointed ? [pointed] : [],
  picked: picked ? [picked] : [],
});
const outlined = (change: OneEach, view: Partial<View> = {}) =>
  Object.fromEntries(
    [...outlinedRegions(aView(view), data, focus(change))].map(([code, { strength }]) => [code, strength]),
  );

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

  test("is outlined with all others that are marked, and behind the one that is pointed at", () => {
    const marked = [item("S-1.4-04", "150600"), item("S-1.4-12", "152900"), item("S-1.4-19", "150700")];
    const of = { view: aView(), hovered: null, pickedRegions: [], marked };
    const regions = (focus: Focus) =>
      [...outlinedRegions(aView(), data, focus)].map(([code, { strength }]) => `${code} ${strength}`);
    const told = { kind: "item", id: "S-1.4-12", regions: marked[1]?.regions ?? [] } as const;
    expect(regions(focusOf(of, null))).toEqual(["150600 pointed", "152900 pointed"]);
    expect(regions(focusOf({ ...of, hovered: told }, null))).toEqual(["150600 pointed", "152900 picked"]);
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

test("a region that is only inferred has a state of its own (truth rule 3)", () => {
  const picked = inferring("S-1.3-06", "150700", "152200");
  const found = outlinedRegions(aView(), data, focus({ picked }));
  expect(found.get("150700")).toEqual({ strength: "picked", basis: "stated" });
  expect(found.get("152200")).toEqual({ strength: "picked", basis: "inferred" });
  const states = Object.values(OUTLINE_STATE).flatMap((one) => Object.values(one));
  expect(new Set(states).size).toBe(4);
});

describe("style", () => {
  const dressed = (change: OneEach, keep = false, view: Partial<View> = {}) =>
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

  test("draws each region by the line of its basis alone, the inferred in dashes", () => {
    const made = dressed({ picked: inferring("S-1.3-06", "150700", "152200") });
    const widthAt = (id: string, state: number) => {
      const width = paint(made, id)?.["line-width"] as unknown[];
      // Input, then state and width in turns, and what is left over.
      const found = width.findIndex((one, index) => index > 1 && index % 2 === 0 && one === state);
      return found < 0 || found === width.length - 1 ? width.at(-1) : width[found + 1];
    };
    const { stated, inferred } = OUTLINE_STATE;
    for (const strength of ["pointed", "picked"] as const) {
      const [solid, dashed] = [OUTLINES, "outline-inferred-league"];
      expect(widthAt(solid, inferred[strength])).toBe(0);
      expect(widthAt(dashed, stated[strength])).toBe(0);
      expect(widthAt(dashed, inferred[strength])).toBe(widthAt(solid, stated[strength]));
    }
    expect(paint(made, OUTLINES)?.["line-dasharray"]).toBeUndefined();
    expect(paint(made, "outline-inferred-league")?.["line-dasharray"]).toEqual([...INFERRED_DASH]);
    const whole = dressed({ picked: inferring("S-1.3-06", "150000") });
    expect(paint(whole, "province-edge")?.["line-dasharray"]).toEqual([...INFERRED_DASH]);
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
      const picked = inferring("S-1.2-14", "150000", "150100", "150626");
      const made = style(aView({ layers }), theme, "en", ASSETS, data, focus({ picked }), true);
      expect(validateStyleMin(made)).toEqual([]);
    }
  });
});
