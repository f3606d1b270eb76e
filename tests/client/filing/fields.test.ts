import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import { differsIn, fieldOf, nameOf, sameValue, withValue } from "../../../client/filing/fields.ts";

test("another value at a path leaves the rest as it was, in lists too", () => {
  const milestones = [
    { name: "开工", plannedOn: null, actualOn: null },
    { name: "完工", plannedOn: null, actualOn: null },
  ];
  const draft = { ...EMPTY_DRAFT, milestones };
  const next = withValue(draft, ["milestones", 1, "actualOn"], "2026-11-02");
  expect(next.milestones[1]).toEqual({ name: "完工", plannedOn: null, actualOn: "2026-11-02" });
  expect(next.milestones[0]).toBe(milestones[0]);
  expect(next.investment).toBe(draft.investment);
  expect(draft.milestones[1]?.actualOn).toBeNull();
});

test("a path deep in a list is of the list, an empty one of no field", () => {
  expect(fieldOf(["milestones", 1, "name"])).toEqual(["milestones"]);
  expect(fieldOf(["investment", "year", "actual"])?.join()).toBe("investment,year,actual");
  expect(fieldOf(["investment", "year"])).toBeUndefined();
  expect(fieldOf([])).toBeUndefined();
});

test("values are the same whatever the order of their keys, and nothing is the same as null", () => {
  expect(sameValue({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(sameValue(undefined, null)).toBe(true);
  expect(sameValue("", null)).toBe(false);
});

test("two contents differ in the field that was changed, and in no other", () => {
  const other = withValue(EMPTY_DRAFT, ["investment", "year", "actual"], "1.00");
  expect(differsIn(["investment", "year", "actual"], EMPTY_DRAFT, other)).toBe(true);
  expect(differsIn(["investment", "year", "planned"], EMPTY_DRAFT, other)).toBe(false);
  expect(nameOf(["investment", "year", "actual"])).toBe("investment.year.actual");
});
