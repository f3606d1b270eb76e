import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { latestOnly } from "../../../client/wall/latest-only.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("the first goes at once, then no more than one in the time, and the last always", () => {
  const sent: number[] = [];
  const sender = latestOnly<number>((value) => sent.push(value), 250);
  for (let n = 0; n <= 20; n += 1) {
    sender.put(n);
    vi.advanceTimersByTime(50);
  }
  expect(sent).toEqual([0, 4, 9, 14, 19]);
  sender.put(21);
  expect(sent).not.toContain(21);
  vi.advanceTimersByTime(250);
  expect(sent.at(-1)).toBe(21);
  vi.advanceTimersByTime(10_000);
  expect(sent).toHaveLength(6);
  sender.put(22);
  expect(sent.at(-1)).toBe(22);
});

test("what waits can be dropped", () => {
  const sent: number[] = [];
  const sender = latestOnly<number>((value) => sent.push(value), 250);
  sender.put(1);
  sender.put(2);
  sender.drop();
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([1]);
});
