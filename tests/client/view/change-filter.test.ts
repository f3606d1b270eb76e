import { expect, test } from "vitest";
import { isFiltered, toggled, withList, without, withText } from "../../../client/view/change-filter.ts";

test("the last stage taken off lifts the limit instead of asking for none", () => {
  const one = withList({}, "stages", toggled(undefined, "construction"));
  expect(one).toEqual({ stages: ["construction"] });
  expect(withList(one, "stages", toggled(one.stages, "construction"))).toEqual({});
});

test("blank text is no filter", () => {
  expect(withText({ sectors: ["water"] }, "  ")).toEqual({ sectors: ["water"] });
  expect(withText({}, " 天然气 ")).toEqual({ text: "天然气" });
});

test("an empty list of the address is a filter, for it means none", () => {
  expect(isFiltered({})).toBe(false);
  expect(isFiltered({ types: [] })).toBe(true);
  expect(isFiltered(without({ types: [] }, "types"))).toBe(false);
});
