import { expect, test } from "vitest";
import { missingIn, spanBefore, spanOf, spansOf, zSpanName } from "#domain/months/named-span.ts";

test("a quarter has three months, a half-year six", () => {
  expect(spanOf("2014Q2")).toEqual({
    name: "2014Q2",
    kind: "quarter",
    year: 2014,
    part: "Q2",
    from: "2014-04",
    to: "2014-06",
  });
  expect(spanOf("2014H1")).toMatchObject({ kind: "half", part: "H1", from: "2014-01", to: "2014-06" });
  expect(spanOf("2014H2")).toMatchObject({ from: "2014-07", to: "2014-12" });
});

test("the one before is of the same kind, over a turn of the year too", () => {
  expect(spanBefore(spanOf("2014Q1")).name).toBe("2013Q4");
  expect(spanBefore(spanOf("2014Q3")).name).toBe("2014Q2");
  expect(spanBefore(spanOf("2014H1")).name).toBe("2013H2");
  expect(spanBefore(spanOf("2014H2")).name).toBe("2014H1");
});

test("months lie in spans, each named once and the latest first", () => {
  const months = ["2013-12", "2014-01", "2014-03", "2014-07"];
  expect(spansOf("quarter", months).map(({ name }) => name)).toEqual(["2014Q3", "2014Q1", "2013Q4"]);
  expect(spansOf("half", months).map(({ name }) => name)).toEqual(["2014H2", "2014H1", "2013H2"]);
  expect(spansOf("half", [])).toEqual([]);
});

test("what is not there yet of a span is named", () => {
  expect(missingIn(spanOf("2014Q3"), ["2014-06", "2014-07"])).toEqual(["2014-08", "2014-09"]);
  expect(missingIn(spanOf("2014Q2"), ["2014-04", "2014-05", "2014-06"])).toEqual([]);
});

test("what is no span is told apart", () => {
  for (const name of ["2014Q5", "2014H0", "2014", "14Q1", "2014Q1 "])
    expect(zSpanName.safeParse(name).success).toBe(false);
});
