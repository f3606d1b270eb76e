import { expect, test } from "vitest";
import { readRegions } from "#geo/read.ts";
import { suggestRegions } from "../../../client/workbench/side/suggest.ts";

const regions = readRegions();
const codes = (typed: string) => suggestRegions(regions, typed).map((region) => region.code);

test("a region is found by name, part of a name, pinyin, initials, code and English", () => {
  for (const typed of ["林西县", "林西", "linxi", "lxx", "150424", "Linxi"]) {
    expect(codes(typed), typed).toContain("150424");
  }
});

test("a whole name comes first, leagues before counties of like rank", () => {
  expect(codes("锡林郭勒盟")[0]).toBe("152500");
  expect(codes("锡林")[0]).toBe("152500");
});

test("full-width digits and blanks mean what they look like", () => {
  expect(codes("１５２５ ００")[0]).toBe("152500");
});

test("nothing typed suggests nothing, and words of no region suggest none", () => {
  expect(codes("  ")).toEqual([]);
  expect(codes("天然气")).toEqual([]);
});
