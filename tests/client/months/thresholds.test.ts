import { expect, test } from "vitest";
import { DEFAULT_RULES } from "#domain/light/rules.ts";
import {
  inForceIn,
  rulesOf,
  type Typed,
  tenthsOf,
  tenthsWords,
  typedOf,
} from "../../../client/months/thresholds.ts";

const TYPED = typedOf(DEFAULT_RULES);
const aSet = (version: number, from: string) => ({
  version,
  from,
  rules: DEFAULT_RULES,
  reason: "",
  author: "",
  at: "",
});

test("rules that nobody has touched come out as they went in", () => {
  expect(rulesOf(TYPED)).toEqual({ rules: DEFAULT_RULES });
  const some = { ...DEFAULT_RULES, start: null };
  expect(rulesOf(typedOf(some))).toEqual({ rules: some });
});

test("points and shares are typed with one decimal, by a Chinese keyboard too", () => {
  expect(["14.2", "１０", "90%", "0"].map(tenthsOf)).toEqual([142, 100, 900, 0]);
  expect(["", "-1", "1.25", "十", "1000"].map(tenthsOf)).toEqual([null, null, null, null, null]);
  expect([142, 100].map(tenthsWords)).toEqual(["14.2", "10"]);
});

test("what makes no rules says which it is: a number, the order of two, or nothing left on", () => {
  const progress = (yellow: string, red: string): Typed => ({
    ...TYPED,
    progress: { isOn: true, yellow, red },
  });
  expect(rulesOf(progress("", "30"))).toEqual({ fault: "number" });
  expect(rulesOf(progress("10", "101"))).toEqual({ fault: "number" });
  expect(rulesOf(progress("40", "30"))).toEqual({ fault: "order" });
  expect(rulesOf({ ...TYPED, start: { isOn: true, yellow: "1.5", red: "3" } })).toEqual({ fault: "number" });
  const off: Typed = {
    progress: { ...TYPED.progress, isOn: false },
    start: { ...TYPED.start, isOn: false },
    funds: { ...TYPED.funds, isOn: false },
  };
  expect(rulesOf(off)).toEqual({ fault: "none" });
});

test("of the versions that have begun by a month the highest is in force", () => {
  const sets = [aSet(3, "2027-01"), aSet(2, "2026-11"), aSet(1, "2011-06")];
  expect(inForceIn(sets, "2026-11")?.version).toBe(2);
  expect(inForceIn(sets, "2026-10")?.version).toBe(1);
  expect(inForceIn(sets, undefined)?.version).toBe(3);
  expect(inForceIn([], "2026-11")).toBeUndefined();
});
