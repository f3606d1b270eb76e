import { describe, expect, test } from "vitest";
import { classOf, knownIn, measureValue } from "#domain/measure.ts";

describe("values", () => {
  test("counts count all, the unstated too", () => {
    expect(measureValue("items", { planned: 2, unstated: 3, listed: 1 })).toBe(6);
    expect(measureValue("mix", {})).toBe(0);
  });

  test("shares are of the known alone, and null where none is known", () => {
    expect(measureValue("started", { construction: 1, completed: 1, planned: 2, unstated: 9 })).toBe(0.5);
    expect(measureValue("landed", { listed: 1, issued: 1, signed: 1, included: 1, applying: 1 })).toBe(0.8);
    expect(measureValue("started", { unstated: 4, suspended: 1 })).toBeNull();
    expect(knownIn({ unstated: 4, suspended: 1, cancelled: 1, planned: 1 })).toBe(1);
  });
});

describe("classes of the ramp", () => {
  test("no data, zero and the low end are three things", () => {
    expect([
      classOf(null, "items", "league"),
      classOf(0, "items", "league"),
      classOf(1, "items", "league"),
    ]).toEqual(["none", "zero", 0]);
  });

  test.each([
    [2, "league", 0],
    [3, "league", 1],
    [9, "league", 3],
    [10, "league", 4],
    [12, "league", 4],
    [2, "county", 1],
    [7, "county", 4],
  ] as const)("%d items in a %s is class %d", (value, level, expected) => {
    expect(classOf(value, "items", level)).toBe(expected);
  });

  test("shares have bounds of their own, the smallest of them class 0", () => {
    expect([0.004, 0.19, 0.2, 0.8, 1].map((share) => classOf(share, "started", "county"))).toEqual([
      0, 0, 1, 4, 4,
    ]);
  });
});
