import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { liveness, onLiveness, tellLiveness } from "../../../client/data/use-liveness.ts";

const SECOND = 1000;
const HERE = { away: false, since: null };
const changed = vi.fn();
let leave = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  changed.mockReset();
  leave = onLiveness(changed);
});
afterEach(() => {
  tellLiveness("open", Date.now());
  leave();
  vi.useRealTimers();
});

test("a server that is back within ten seconds was never away", () => {
  tellLiveness("away", Date.now());
  vi.advanceTimersByTime(10 * SECOND - 1);
  tellLiveness("open", Date.now());
  vi.advanceTimersByTime(60 * SECOND);
  expect(liveness()).toEqual(HERE);
  expect(changed).not.toHaveBeenCalled();
});

test("one that is not is away from then on, and here again at once", () => {
  const since = new Date();
  tellLiveness("away", since.getTime());
  vi.advanceTimersByTime(10 * SECOND);
  expect(liveness()).toEqual({ away: true, since });
  tellLiveness("open", Date.now());
  expect(liveness()).toEqual(HERE);
  expect(changed).toHaveBeenCalledTimes(2);
});

test("the ten seconds count from when it was last heard, not from when that was noticed", () => {
  tellLiveness("away", Date.now() - 7 * SECOND);
  vi.advanceTimersByTime(3 * SECOND - 1);
  expect(liveness()).toEqual(HERE);
  vi.advanceTimersByTime(1);
  expect(liveness().away).toBe(true);
});

test("a clock that is set back meanwhile does not put the word off", () => {
  tellLiveness("away", Date.now() + 3_600_000);
  vi.advanceTimersByTime(10 * SECOND);
  expect(liveness().away).toBe(true);
});
