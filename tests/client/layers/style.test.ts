import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { LANGUAGES, THEMES, VIEW_LEVELS } from "#domain/view.ts";
import { style } from "../../../client/layers/style.ts";
import { ASSETS, aCorridor, aMapData, aView, EVERY_LAYER, EVERY_MEASURE, NO_FEATURES } from "./seed-scene.ts";

const KINDS = ["uhv", "gas", "water", "road", "rail", "belt"] as const;
const data = aMapData({
  features: {
    ...NO_FEATURES,
    corridors: KINDS.map((kind) => aCorridor({ id: `c-${kind}`, kind })),
  },
});

describe.each(THEMES)("style, %s", (theme) => {
  test.each(VIEW_LEVELS)("is valid by %s in every measure and language, with every layer on", (level) => {
    for (const measure of EVERY_MEASURE) {
      for (const lang of LANGUAGES) {
        const view = aView({ level, measure, layers: EVERY_LAYER, region: "150600" });
        expect(validateStyleMin(style(view, theme, lang, ASSETS, data))).toEqual([]);
      }
    }
  });

  test("is valid with every layer off, and still has the ground and the region's edge", () => {
    const bare = style(aView({ layers: [] }), theme, "zh-CN", ASSETS, data);
    expect(validateStyleMin(bare)).toEqual([]);
    expect(bare.layers.map((layer) => layer.id)).toEqual(expect.arrayContaining(["ground", "nation-edge"]));
  });
});

describe("style", () => {
  const layers = (change: Parameters<typeof aView>[0], with_ = data) =>
    style(aView(change), "light", "zh-CN", ASSETS, with_).layers.map((layer) => layer.id);

  const paintOf = (id: string, change: Parameters<typeof aView>[0]): Record<string, unknown> => {
    const made = style(aView(change), "light", "zh-CN", ASSETS, aMapData());
    return { ...made.layers.find((layer) => layer.id === id)?.paint };
  };

  test("names no layer twice", () => {
    const ids = layers({ layers: EVERY_LAYER, region: "150600" });
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("asks for no glyphs and no sprite: text is drawn from the page's fonts", () => {
    const made = style(aView(), "light", "zh-CN", ASSETS, data);
    expect([made.glyphs, made.sprite]).toEqual([undefined, undefined]);
  });

  test("keeps to four sources", () => {
    const made = style(aView({ layers: EVERY_LAYER }), "light", "zh-CN", ASSETS, data);
    expect(Object.keys(made.sources)).toEqual(["ground", "relief", "admin", "ledger"]);
  });

  test("has no outlined fill and no layer drawn aside, which a map in parts would draw wrongly", () => {
    const made = style(aView({ layers: EVERY_LAYER, region: "150600" }), "light", "zh-CN", ASSETS, data);
    const straight = ["background", "raster", "fill", "line", "circle", "symbol"];
    expect(made.layers.filter(({ type }) => !straight.includes(type))).toEqual([]);
    const fills = made.layers.filter((layer) => layer.type === "fill");
    expect(fills.length).toBeGreaterThan(3);
    expect(fills.filter(({ paint }) => paint?.["fill-antialias"] !== false)).toEqual([]);
    const lines = made.layers.filter((layer) => layer.type === "line");
    expect(lines.filter(({ paint = {} }) => "line-layer-opacity" in paint)).toEqual([]);
  });

  test("draws the hatch only where a region has no data", () => {
    const hatch = (change: Parameters<typeof aView>[0]) => paintOf("no-data", change)["fill-opacity"];
    expect([hatch({}), hatch({ level: "county" })]).toEqual([0, 1]);
  });

  test("a change of level or measure brings no layer and takes none: only opacities change", () => {
    const full = aMapData();
    expect(layers({ level: "county" }, full)).toEqual(layers({}, full));
    expect(layers({ measure: "started" }, full)).toEqual(layers({}, full));
    const seen = (level: "league" | "county") =>
      ["progress-county", "progress-league", "progress-city"].map(
        (id) => paintOf(id, { level })["fill-opacity"],
      );
    expect([seen("league"), seen("county")]).toEqual([
      [0, 1, 1],
      [1, 0, 0],
    ]);
  });

  test("lays relief above the fill, and water above the lines inside the region", () => {
    const ids = layers({});
    const order = ["progress-league", "relief", "league-line", "river", "nation-edge", "corridor-water"];
    expect(order.map((id) => ids.indexOf(id))).toEqual(
      order.map((id) => ids.indexOf(id)).toSorted((a, b) => a - b),
    );
  });

  test("outlines a planned city, a league and a county out of their own tiles", () => {
    const outlined = (region: string) =>
      style(aView({ region }), "light", "zh-CN", ASSETS, data).layers.find(
        (layer) => layer.id === `picked-${region}`,
      );
    expect(["150781", "150600", "150625"].map((code) => outlined(code))).toMatchObject([
      { "source-layer": "city" },
      { "source-layer": "league" },
      { "source-layer": "county" },
    ]);
  });

  test("with the counties of 2012, what is coloured, pointed at and outlined is theirs, at both levels", () => {
    const sourceLayers = (change: Parameters<typeof aView>[0]) =>
      style(aView({ layers: EVERY_LAYER, region: "150602", ...change }), "light", "zh-CN", ASSETS, data)
        .layers.filter(
          ({ id }) => ["county-line", "region-hit", "picked-150602"].includes(id) || /^progress-c/.test(id),
        )
        .map((layer) => [layer.id, (layer as { "source-layer"?: string })["source-layer"]]);
    const old = (...ids: string[]) => ids.map((id) => [id, "county2012"]);
    expect(sourceLayers({ level: "county" })).toEqual([
      ["progress-county2012", "county2012"],
      ["progress-city", "city"],
      ...old("county-line", "picked-150602"),
    ]);
    expect(sourceLayers({ level: "league" })).toEqual([
      ["progress-county2012", "county2012"],
      ["progress-city", "city"],
      ...old("county-line", "region-hit", "picked-150602"),
    ]);
  });

  test("same arguments, same style", () => {
    const again = () => style(aView({ layers: EVERY_LAYER }), "dark", "en", ASSETS, data);
    expect(again()).toEqual(again());
  });
});
