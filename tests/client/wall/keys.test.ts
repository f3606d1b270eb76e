import { expect, test } from "vitest";
import { showFrom } from "#domain/wall/show.ts";
import { pressed } from "../../../client/wall/action-of-key.ts";
import { daysBetween, dayWords, lastDayOf } from "../../../client/wall/days.ts";

const show = showFrom("whole");

test.each([
  ["PageDown", { action: { do: "step", by: 1 } }],
  ["ArrowLeft", { action: { do: "step", by: -1 } }],
  [" ", { action: { do: "hold" } }],
  ["Home", { action: { do: "go", scene: "whole" } }],
  ["3", null],
  ["e", { panel: "settings" }],
  ["R", { panel: "pairing" }],
  ["m", { action: { do: "replay" } }],
  ["Tab", null],
])("the key %s means %j", (key, meant) => {
  expect(pressed(key, show, false)).toEqual(meant);
});

test("space and Escape hand back what a hand has taken, the nearest first", () => {
  expect(pressed(" ", { ...show, held: true }, false)).toEqual({ action: { do: "tour" } });
  expect(pressed("Escape", { ...show, item: "S-1.4-14" }, true)).toEqual({ close: true });
  expect(pressed("Escape", { ...show, item: "S-1.4-14" }, false)).toEqual({
    action: { do: "item", id: null },
  });
  expect(pressed("Escape", show, false)).toEqual({ action: { do: "tour" } });
});

test("days are whole, across months and leap years, and a month ends on its last", () => {
  expect(daysBetween("2012-07-24", "2012-08-31")).toBe(38);
  expect(daysBetween("2012-03-01", "2012-02-28")).toBe(-2);
  expect([lastDayOf("2012-02"), lastDayOf("2012-12")]).toEqual(["2012-02-29", "2012-12-31"]);
  expect(dayWords("2012-08-31", "zh-CN")).toBe("2012年8月31日");
});
