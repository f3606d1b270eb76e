import { expect, test } from "vitest";
import { changeKinds } from "#domain/light/changes.ts";
import { lightOf } from "#domain/light/judge.ts";
import { type Light, worstOf } from "#domain/light/light.ts";
import { DEFAULT_RULES } from "#domain/light/rules.ts";
import { explain } from "#domain/light/words.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { aContent } from "./content.ts";

const none = { planned: null, actual: null };
const light = (said: Partial<ReportContent> | null, more: Partial<Light> = {}): Light => ({
  ...lightOf(
    {
      content: said === null ? null : aContent(said),
      item: "S-1.4-15",
      unit: "dept-water",
      month: "2026-11",
    },
    { rules: DEFAULT_RULES, version: 1 },
  ),
  ...more,
});
const behind = { plannedPercent: 60, actualPercent: 45.8 };

test.each<[string, Light, string, string]>([
  ["behind", light(behind), "低于序时 14.2 个百分点 · 规则 v1", "14.2 points behind schedule · rules v1"],
  [
    "ahead",
    light({ plannedPercent: 45, actualPercent: 45.3 }),
    "快于序时 0.3 个百分点 · 规则 v1",
    "0.3 points ahead of schedule · rules v1",
  ],
  [
    "on schedule",
    light({ plannedPercent: 5, actualPercent: 5 }),
    "与序时进度一致 · 规则 v1",
    "on schedule · rules v1",
  ],
  [
    "late to start",
    light({ stage: "approved", startPlannedOn: "2026-08-15" }),
    "计划 2026-08-15 开工，逾期 3 个月未开工 · 规则 v1",
    "work was to start on 2026-08-15, 3 months overdue · rules v1",
  ],
  [
    "not due",
    light({ stage: "approved", startPlannedOn: "2027-01-15" }),
    "计划 2027-01-15 开工，未到期 · 规则 v1",
    "work is to start on 2027-01-15 · rules v1",
  ],
  [
    "underpaid",
    light({ investment: { month: none, year: { planned: "1000.00", actual: "850.00" }, total: none } }),
    "本年资金到位 850.00 万元，低于计划 1000.00 万元 · 规则 v1",
    "funds paid this year ¥850.00, below the planned ¥1000.00 (10,000 yuan) · rules v1",
  ],
  [
    "suspended",
    light({ stage: "suspended", backReason: "用地未批" }),
    "暂停 · 原因：用地未批 · 规则 v1",
    "Suspended · reason: 用地未批 · rules v1",
  ],
  ["unreported", light(null), "未报 · 规则 v1", "Not reported · rules v1"],
  [
    "overridden",
    light(behind, { state: "red", override: { since: "2026-11", reason: "现场核查", computed: "yellow" } }),
    "人工核定：现场核查（规则判为黄灯） · 低于序时 14.2 个百分点 · 规则 v1",
    "set by the office: 现场核查 (by the rules: Yellow) · 14.2 points behind schedule · rules v1",
  ],
])("a light that is %s says so in both languages", (_, of, zh, en) => {
  expect([explain(of, "zh-CN"), explain(of, "en")]).toEqual([zh, en]);
});

test("a unit is named where it is asked for", () => {
  expect(explain(light(behind), "zh-CN", "水利厅")).toBe("低于序时 14.2 个百分点 · 水利厅 · 规则 v1");
});

test("an item's light is the worst of its units' lights, and what has no colour only where nothing has", () => {
  const [green, yellow, red] = (["green", "yellow", "red"] as const).map((state) => light(behind, { state }));
  const unreported = light(null, { unit: "dept-b" });
  if (!green || !yellow || !red) throw new Error("three lights");
  expect(worstOf([green, red, yellow])).toBe(red);
  expect(worstOf([unreported, green])).toBe(green);
  expect(worstOf([unreported])).toBe(unreported);
  expect(worstOf([])).toBeNull();
});

test("what became of an item between two months has its name", () => {
  const stands = (stage: ReportContent["stage"], state: Light["state"] | null) => ({ stage, light: state });
  const kinds = (from: Light["state"] | null, to: Light["state"] | null) =>
    changeKinds("project", stands("approved", from), stands("approved", to));
  expect(kinds("yellow", "red")).toEqual(["turnedRed"]);
  expect(kinds(null, "red")).toEqual(["turnedRed"]);
  expect(kinds("red", "green")).toEqual(["recovered"]);
  expect(kinds("yellow", "green")).toEqual(["recovered"]);
  expect(kinds("red", "yellow")).toEqual(["better"]);
  expect(kinds("green", "yellow")).toEqual(["worse"]);
  expect(kinds("unreported", "green")).toEqual([]);
  expect(kinds("green", "unreported")).toEqual(["unlit"]);
  expect(kinds("red", null)).toEqual(["unlit"]);
  expect(kinds("unreported", "notDue")).toEqual([]);
  expect(kinds("notDue", null)).toEqual([]);
  expect(changeKinds("project", stands("construction", "red"), stands("suspended", "suspended"))).toEqual([
    "restated",
    "unlit",
  ]);
  expect(changeKinds("project", null, stands("approved", "red"))).toEqual(["turnedRed", "new"]);
  expect(changeKinds("project", stands("approved", "red"), stands("construction", "green"))).toEqual([
    "recovered",
    "up",
  ]);
  expect(changeKinds("project", stands("approved", null), stands("unstated", null))).toEqual(["restated"]);
});
