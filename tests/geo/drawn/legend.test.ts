import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PALETTE } from "#domain/look/palette.ts";
import { boundsOf, MEASURES } from "#domain/measure.ts";
import type { MapFeatures } from "#domain/query.ts";
import type { LayerName } from "#domain/view.ts";
import { legendOf } from "#geo/drawn/legend.ts";
import { style } from "../../../client/layers/style.ts";
import { RampSample } from "../../../client/workbench/map-cell/legend-samples.tsx";
import {
  ASSETS,
  aCorridor,
  aMapData,
  aPoint,
  aView,
  EVERY_LAYER,
  NO_FEATURES,
} from "../../client/layers/seed-scene.ts";

const features = {
  ...NO_FEATURES,
  points: [aPoint()],
  corridors: [aCorridor(), aCorridor({ id: "c-gas", kind: "gas", errorKm: 6 })],
};
const legend = (
  change: Parameters<typeof aView>[0] = {},
  with_: MapFeatures = features,
  zoom = 4.5,
  values: number[] = [],
) => {
  const view = aView(change);
  const bounds = boundsOf(
    view,
    values.map((value) => ({ value })),
  );
  return legendOf(view, { theme: "light", lang: "zh-CN", features: with_, zoom, bounds });
};
const kinds = (change?: Parameters<typeof aView>[0]) => legend(change).map((entry) => entry.kind);
const ramp = (change: Parameters<typeof aView>[0]) => legend(change).find((entry) => entry.kind === "ramp");

describe("legend", () => {
  test("is empty when every layer is off", () => {
    expect(legend({ layers: [] })).toEqual([]);
  });

  test("has the lights that marks carry, from good to bad, and none where no mark carries any", () => {
    const points = (["red", "none", "green"] as const).map((light) => aPoint({ id: light, light }));
    const lights = (with_: MapFeatures) =>
      legend({}, with_).flatMap((entry) => (entry.kind === "light" ? [[entry.light, entry.label]] : []));
    expect(lights({ ...features, points })).toEqual([
      ["green", "绿灯"],
      ["red", "红灯"],
      ["none", "无灯"],
    ]);
    expect(lights(features)).toEqual([]);
  });

  test("names the bounds of the classes for the level and the measure", () => {
    const labels = (change: Parameters<typeof aView>[0]) => ramp(change)?.classes.map((one) => one.label);
    expect(labels({})).toEqual(["1–2", "3–4", "5–6", "7–9", "10+"]);
    expect(labels({ level: "county" })).toEqual(["1", "2", "3", "4", "5+"]);
    expect(labels({ measure: "started" })).toEqual([">0–20", "20–40", "40–60", "60–80", "≥80"]);
  });

  test("shows the ramp's own colours, and zero apart from them and from no data", () => {
    const entry = ramp({});
    expect(entry?.classes.map((one) => one.color)).toEqual([...PALETTE.light.ramp]);
    expect(PALETTE.light.ramp).not.toContain(entry?.zero.color);
  });

  test("lists only corridors that are drawn, in the order of their kinds", () => {
    const lines = legend().filter((entry) => entry.kind === "line");
    expect(lines.map((entry) => entry.look.kind)).toEqual(["gas", "water"]);
    const less = legend({ layers: ["gas"] }).filter((entry) => entry.kind === "line");
    expect(less.map((entry) => entry.look.kind)).toEqual(["gas"]);
  });

  test("says that lines are schematic, with the range of their error", () => {
    const note = legend().find((entry) => entry.kind === "note");
    expect(note?.text).toContain("6–20");
    expect(kinds({ layers: ["progress"] })).not.toContain("note");
  });

  test("shows a stage's mark only where a project of that stage is on the map", () => {
    const stages = legend({ layers: EVERY_LAYER }).filter((entry) => entry.kind === "stage");
    expect(stages.map((entry) => entry.stage)).toEqual(["preparation"]);
  });

  test("shows the mark of the item picked on the item's own ladder", () => {
    const policy = aPoint({ id: "p", item: "S-1.2-21", type: "support", stage: "listed" });
    const stages = (item: string | null) =>
      legend({ item }, { ...features, points: [aPoint(), policy] }).flatMap((entry) =>
        entry.kind === "stage" ? [[entry.type, entry.stage]] : [],
      );
    expect(stages(null)).toEqual([["project", "preparation"]]);
    expect(stages("S-1.2-21")).toEqual([
      ["project", "preparation"],
      ["support", "listed"],
    ]);
  });

  test("says of how many marks the place is unchecked (truth rule 5)", () => {
    const notes = (with_: MapFeatures) =>
      legend({ layers: ["projects"] }, with_).flatMap((entry) => (entry.kind === "note" ? [entry.text] : []));
    expect(notes(features)).toEqual([expect.stringContaining("1 处位置未核")]);
    expect(notes({ ...features, points: [aPoint({ confidence: "high" })] })).toEqual([]);
  });

  test("has the bars exactly where the map has them", () => {
    for (const measure of MEASURES) {
      for (const layers of [[], ["bars"], ["progress", "bars"], ["progress"]] satisfies LayerName[][]) {
        const view = aView({ measure, layers });
        const drawn = style(view, "light", "zh-CN", ASSETS, aMapData()).layers.some(
          ({ id }) => id === "bars",
        );
        expect(kinds({ measure, layers }).includes("mix"), `${measure} ${layers}`).toBe(drawn);
      }
    }
  });

  test("has the rings of minor ports where the map draws them", () => {
    const places = (zoom: number) =>
      legend({}, features, zoom).flatMap((entry) => (entry.kind === "place" ? [entry.place] : []));
    const layer = style(aView(), "light", "zh-CN", ASSETS, aMapData()).layers.find(
      ({ id }) => id === "minor-port",
    );
    expect(layer?.minzoom).toBe(6);
    expect([places(5.9), places(6)]).toEqual([["port"], ["port", "minorPort"]]);
  });

  test("has hubs where there are some", () => {
    const hub = { id: "pl-dam", name: "尼尔基枢纽", at: [124.5, 48.5] as [number, number], errorKm: 3 };
    const hubs = [{ ...hub, confidence: "high" as const }];
    const places = (with_: MapFeatures) =>
      legend({}, with_).flatMap((entry) => (entry.kind === "place" ? [entry.place] : []));
    expect(places(features)).not.toContain("hub");
    expect(places({ ...features, hubs })).toContain("hub");
  });

  test("parts what later years built from the source's own lines of its kind (truth rule 6)", () => {
    const later = aCorridor({ id: "c-later", kind: "gas", group: "later", year: 2016 });
    const lines = legend(
      { layers: EVERY_LAYER },
      { ...features, corridors: [...features.corridors, later] },
    ).filter((entry) => entry.kind === "line");
    expect(lines.map((entry) => [entry.look.kind, entry.look.later, entry.label])).toEqual([
      ["gas", false, "天然气管道"],
      ["gas", true, "天然气管道 · 后续"],
      ["water", false, "引调水"],
    ]);
  });

  test("says of a share what its n counts, and nothing of a count", () => {
    expect([ramp({ measure: "started" })?.n, ramp({ measure: "projects" })?.n]).toEqual([
      expect.stringContaining("阶段已知"),
      null,
    ]);
  });

  test("shows zero and no data beside the classes, each with its sample", () => {
    const entry = ramp({});
    if (!entry) throw new Error("no ramp");
    const drawn = renderToStaticMarkup(createElement(RampSample, { ramp: entry, theme: "light" }));
    expect(drawn).toContain(`background:${entry.zero.color}`);
    expect(drawn).toContain("未提及");
    for (const { color, label } of entry.classes) {
      expect(drawn).toContain(`background:${color}`);
      expect(drawn).toContain(label);
    }
  });
});
