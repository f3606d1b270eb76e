import { expect, test } from "vitest";
import { numberTyped } from "../../../client/proposals/number-input.tsx";

test("a number is read in whole width, with thousands apart or a sign", () => {
  expect(["120.5", "１２０．５", " 1,234 ", "-3"].map(numberTyped)).toEqual([120.5, 120.5, 1234, -3]);
});

test("what is no number, or not yet, is none", () => {
  for (const typed of ["", "-", "12.", "1e5", "约2", "Infinity"]) expect(numberTyped(typed)).toBeNull();
});
