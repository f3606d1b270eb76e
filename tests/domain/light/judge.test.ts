import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lightOf } from "#domain/light/judge.ts";
import { DEFAULT_RULES, type Rules, zRules } from "#domain/light/rules.ts";
import { formatMoney } from "#domain/money.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { aContent } from "./content.ts";

const judged = (said: Partial<ReportContent> | null, rules: Rules = DEFAULT_RULES) =>
  lightOf(
    {
      content: said === null ? null : aContent(said),
      item: "S-1.4-15",
      unit: "dept-water",
      month: "2026-11",
    },
    { rules, version: 1 },
  );
const aPercent = fc.integer({ min: 0, max: 1000 });

describe("progress against plan", () => {
  test("is green below 10 points behind, red above 30, yellow at both and between, for any two figures", () => {
    fc.assert(
      fc.property(aPercent, aPercent, (planned, actual) => {
        const behind = planned - actual;
        const { state, finding } = judged({ plannedPercent: planned / 10, actualPercent: actual / 10 });
        expect(state).toBe(behind < 100 ? "green" : behind <= 300 ? "yellow" : "red");
        expect(finding).toEqual({ rule: "progress", planned, actual, behind });
      }),
      { numRuns: 1000 },
    );
  });

  test("meets its bounds exactly wherever they lie, where fractions would not", () => {
    for (const [gap, state] of [
      [99, "green"],
      [100, "yellow"],
      [300, "yellow"],
      [301, "red"],
    ] as const) {
      for (let actual = 0; actual + gap <= 1000; actual += 1) {
        const light = judged({ plannedPercent: (actual + gap) / 10, actualPercent: actual / 10 });
        expect([actual, gap, light.state]).toEqual([actual, gap, state]);
      }
    }
    // As fractions this would be green.
    expect(16.4 - 6.4).toBeLessThan(10);
  });

  test("says nothing while one of its figures is not said", () => {
    expect(judged({ plannedPercent: 50 })).toMatchObject({ state: "notApplicable", finding: null });
    expect(judged({ actualPercent: 50 })).toMatchObject({ state: "notApplicable", finding: null });
  });
});

describe("start of work", () => {
  const planned = (startPlannedOn: string, more: Partial<ReportContent> = {}) =>
    judged({ stage: "approved", startPlannedOn, ...more });

  test.each([
    ["2026-12-01", "notDue", -1],
    ["2026-11-30", "yellow", 0],
    ["2026-11-01", "yellow", 0],
    ["2026-10-31", "yellow", 1],
    ["2026-09-01", "yellow", 2],
    ["2026-08-31", "red", 3],
    ["2025-11-30", "red", 12],
  ] as const)("planned for %s and not started it is %s", (day, state, overdue) => {
    expect(planned(day)).toMatchObject({ state, finding: { rule: "start", started: false, overdue } });
  });

  test("is green once started, by its day or by its stage", () => {
    expect(planned("2026-01-01", { startActualOn: "2026-11-30" })).toMatchObject({ state: "green" });
    expect(planned("2026-01-01", { stage: "construction" })).toMatchObject({ state: "green" });
    expect(planned("2026-01-01", { startActualOn: "2026-12-01" })).toMatchObject({ state: "red" });
  });
});

describe("funds", () => {
  const paid = (planned: string | null, actual: string | null, rules?: Rules) => {
    const none = { planned: null, actual: null };
    return judged({ investment: { month: none, year: { planned, actual }, total: none } }, rules);
  };

  test("are green when paid to plan and red a hundredth below, for any sum", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999n }), (hundredths) => {
        const [plan, short] = [formatMoney(hundredths * 10_000n), formatMoney((hundredths - 1n) * 10_000n)];
        expect(paid(plan, plan).state).toBe("green");
        expect(paid(plan, short).state).toBe("red");
      }),
    );
  });

  test("ask for a part of the plan where the rules say so", () => {
    const rules: Rules = { ...DEFAULT_RULES, funds: { basis: "year", requirement: 800 } };
    expect(paid("1000.00", "800.00", rules).state).toBe("green");
    expect(paid("1000.00", "799.99", rules).state).toBe("red");
  });

  test("say nothing where nothing is planned, or nothing said", () => {
    expect(paid("0", "0").state).toBe("notApplicable");
    expect(paid(null, "5").state).toBe("notApplicable");
    expect(paid("5", null).state).toBe("notApplicable");
  });
});

test("the worst rule speaks, the first of equals", () => {
  const late = { stage: "approved", startPlannedOn: "2026-11-01" } as const;
  expect(judged({ ...late, plannedPercent: 50, actualPercent: 50 }).finding?.rule).toBe("start");
  expect(judged({ ...late, plannedPercent: 50, actualPercent: 30 }).finding?.rule).toBe("progress");
  expect(judged({ ...late, plannedPercent: 50, actualPercent: 10 }).state).toBe("red");
});

test("what is suspended has no colour and says why, what is cancelled none at all, what is not said is 未报", () => {
  const behind = { plannedPercent: 90, actualPercent: 1 };
  expect(judged({ ...behind, stage: "suspended", backReason: "用地未批" })).toMatchObject({
    state: "suspended",
    reason: "用地未批",
    finding: null,
  });
  expect(judged({ ...behind, stage: "cancelled" }).state).toBe("notApplicable");
  expect(judged(null)).toMatchObject({ state: "unreported", unit: "dept-water", version: 1 });
});

test("rules are data: one switched off does not speak, and rules that make no sense are refused at their field", () => {
  const rules: Rules = { ...DEFAULT_RULES, progress: null };
  expect(judged({ plannedPercent: 90, actualPercent: 1 }, rules).state).toBe("notApplicable");
  const paths = (wrong: unknown) => zRules.safeParse(wrong).error?.issues.map(({ path }) => path.join("."));
  expect(paths({ ...DEFAULT_RULES, progress: { yellowFrom: 301, redAbove: 300 } })).toEqual([
    "progress.redAbove",
  ]);
  expect(paths({ ...DEFAULT_RULES, start: { yellowFrom: 4, redFrom: 3 } })).toEqual(["start.redFrom"]);
  expect(paths({ progress: null, start: null, funds: null })).toEqual([""]);
  expect(paths({ ...DEFAULT_RULES, progress: { yellowFrom: 10.5, redAbove: 300 } })).toEqual([
    "progress.yellowFrom",
  ]);
});
