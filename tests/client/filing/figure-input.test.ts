import { expect, test } from "vitest";
import { gapOf, moneyTyped, percentOf, percentTyped } from "../../../client/filing/figure-input.ts";

test("money is typed as far as it can become 万元 with two decimals, whatever keyboard it comes from", () => {
  expect(["12", "-3.", "1,234.50", "１２３４．５０", "－３", "0.1"].map(moneyTyped)).toEqual([
    "12",
    "-3.",
    "1234.50",
    "1234.50",
    "-3",
    "0.1",
  ]);
  expect(["1.234", "3亿", "1e5", "--1", "=1+1", "123456789012"].map(moneyTyped)).toEqual(Array(6).fill(null));
});

test("a percent is 0 to 100 with one decimal, and a point that is not followed yet stays", () => {
  expect(["", "5", "12.", "12.5", "100", "５０％"].map(percentTyped)).toEqual([
    "",
    "5",
    "12.",
    "12.5",
    "100",
    "50",
  ]);
  expect(["101", "12.55", "-1", "a"].map(percentTyped)).toEqual([null, null, null, null]);
  expect(["", ".", "12.", "12.5"].map(percentOf)).toEqual([null, null, 12, 12.5]);
});

test("the gap is exact in tenths of a point, and none where one side is unsaid", () => {
  expect(gapOf(30.3, 20.1)).toBe(10.2);
  expect(gapOf(10, 12.5)).toBe(-2.5);
  expect(gapOf(null, 3)).toBe(null);
});
