import { expect, test } from "vitest";
import { giveBack } from "#server/document/give-back.ts";

test("what has memory of its own is empty afterwards, and what lies in Node's pool is left as it was", () => {
  const own = Buffer.concat([Buffer.alloc(20), Buffer.alloc(200_000, 1)]).subarray(20);
  giveBack(own);
  expect(own.length).toBe(0);
  const [pooled, beside] = [Buffer.from("a piece"), Buffer.from("another's")];
  giveBack(pooled);
  expect(`${pooled} ${beside}`).toBe("a piece another's");
});
