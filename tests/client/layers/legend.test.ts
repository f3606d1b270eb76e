import { describe, expect, test } from "vitest";
import { PALETTE } from "#domain/look/palette.ts";
import { legendOf } from "../../../client/layers/legend.ts";
import { aCorridor, aPoint, aView, EVERY_LAYER, NO_FEATURES } from "./seed-scene.ts";

const features = {
  ...NO_FEATURES,
  points: [aPoint()],
  corridors: [aCorridor(), aCorridor({ id: "c-gas", kind: "gas", errorKm: 6 })],
};
const legend = (change: Parameters<typeof aView>[0] = {}, with_ = features) =>
  legendOf(aView(change), "light", "zh-CN", with_);
const kinds = (change?: Parameters<typeof aView>[0]) => legend(change).map((entry) => entry.kind);
const ramp = (change: Parameters<typeof aView>[0]) => legend(change).find((entry) => entry.kind === "ramp");

describe("legend", () => {
  test("is empty when every layer is off", () => {
    expect(legend({ layers: [] })).toEqual([]);
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
    expect(lines.map((entry) => entry.corridor)).toEqual(["gas", "water"]);
    const less = legend({ layers: ["gas"] }).filter((entry) => entry.kind === "line");
    expect(less.map((entry) => entry.corridor)).toEqual(["gas"]);
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
});
