import { expect, test } from "vitest";
import { amountWords, shareOfPlan } from "../../../client/months/span-figures.ts";

test("the share of a plan has one decimal, rounded half up, and none where nothing was planned", () => {
  expect(shareOfPlan("923.00", "1000.00")).toBe("92.3");
  expect(shareOfPlan("1.00", "3.00")).toBe("33.3");
  expect(shareOfPlan("2.00", "3.00")).toBe("66.7");
  expect(shareOfPlan("1500.00", "1000.00")).toBe("150.0");
  expect(shareOfPlan("-12.34", "100.00")).toBe("-12.3");
  expect(shareOfPlan("5.00", "0.00")).toBeNull();
});

test("an amount of more digits than a floating-point number holds is read exactly", () => {
  expect(amountWords("zh-CN", "90071992547409931.27")).toBe("90,071,992,547,409,931.27");
  expect(amountWords("en", "0.00")).toBe("0.00");
});
