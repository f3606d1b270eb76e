import { describe, expect, test } from "vitest";
import { boundsOf, classOf, knownIn, measureValue } from "#domain/measure.ts";

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

  test("the share of red is of lights that have a colour, and null where none has", () => {
    expect(measureValue("red", { planned: 9 }, { red: 1, yellow: 1, green: 2, unreported: 5 })).toBe(0.25);
    expect(measureValue("red", { planned: 9 }, { green: 2 })).toBe(0);
    expect(measureValue("red", { planned: 9 }, { unreported: 3, notDue: 1 })).toBeNull();
    expect(measureValue("red", { planned: 9 })).toBeNull();
  });
});

const LEAGUE = boundsOf({ measure: "items", level: "league" }, []);

describe("classes of the ramp", () => {
  test("no data, zero and the low end are three things", () => {
    expect([classOf(null, LEAGUE), classOf(0, LEAGUE), classOf(1, LEAGUE)]).toEqual(["none", "zero", 0]);
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
    expect(classOf(value, boundsOf({ measure: "items", level }, []))).toBe(expected);
  });

  test("shares have bounds of their own, the smallest of them class 0", () => {
    const bounds = boundsOf({ measure: "started", level: "county" }, [{ value: 1 }]);
    expect([0.004, 0.19, 0.2, 0.8, 1].map((share) => classOf(share, bounds))).toEqual([0, 0, 1, 4, 4]);
  });

  test.each([
    [12, [1, 3, 5, 7, 10]],
    [19, [1, 3, 5, 7, 10]],
    [20, [1, 6, 10, 14, 20]],
    [54, [1, 15, 25, 35, 50]],
    [399, [1, 60, 100, 140, 200]],
  ])("where most would stand in the highest class the bounds grow: up to %d items, %j", (most, expected) => {
    expect(boundsOf({ measure: "items", level: "league" }, [{ value: 1 }, { value: most }])).toEqual(
      expected,
    );
  });
});
