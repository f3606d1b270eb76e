import { expect, test } from "vitest";
import { waitMs } from "../../../client/data/calm-stream.ts";

test("a stream that was cut is come back to after a second or more, ever later, and not by all at once", () => {
  expect([1, 2, 3, 4, 5].map((failures) => waitMs(failures, 0))).toEqual([1000, 2000, 4000, 8000, 16_000]);
  expect(waitMs(40, 0)).toBe(20_000);
  expect([0, 0.5, 1].map((chance) => waitMs(1, chance))).toEqual([1000, 1250, 1500]);
});
