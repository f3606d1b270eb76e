import { expect, test } from "vitest";
import { lastDayOf, monthAfter, monthsBetween } from "#domain/month.ts";

test.each([
  ["2012-07", 1, "2012-08"],
  ["2012-12", 1, "2013-01"],
  ["2013-01", -1, "2012-12"],
  ["2012-07", 24, "2014-07"],
  ["2012-07", 0, "2012-07"],
])("%s and %i months is %s, and back", (from, n, to) => {
  expect(monthAfter(from, n)).toBe(to);
  expect(monthsBetween(from, to)).toBe(n);
});

test("a month ends on its own last day, in leap years too", () => {
  expect(["2012-02", "2013-02", "2012-12", "2012-04"].map(lastDayOf)).toEqual([
    "2012-02-29",
    "2013-02-28",
    "2012-12-31",
    "2012-04-30",
  ]);
});
