import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { turn } from "../../../client/brief/turn.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("what follows a turn is not in the task that asked for it, however many promises that one still keeps", async () => {
  const next = vi.fn();
  const waited = turn().then(next);
  for (let kept = 0; kept < 20; kept += 1) await Promise.resolve();
  expect(next).not.toHaveBeenCalled();
  vi.runAllTimers();
  await waited;
  expect(next).toHaveBeenCalledOnce();
});
