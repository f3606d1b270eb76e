import { environmentManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AskError } from "../../../client/data/answer.ts";
import { queryClient } from "../../../client/data/ask.ts";

beforeEach(() => {
  // On a server no question is asked again by the clock.
  environmentManager.setIsServer(() => false);
  vi.useFakeTimers();
});
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
});

/** A page's question that is answered by `answer`; counts how often it was asked. */
function asked(answer: () => Promise<string>) {
  const queryFn = vi.fn(answer);
  const off = new QueryObserver(queryClient, { queryKey: ["q"], queryFn }).subscribe(() => undefined);
  return { queryFn, off };
}

test("an answer that failed as often as it was tried comes by itself, and is not asked for again", async () => {
  let isGone = true;
  const { queryFn, off } = asked(async () => {
    if (isGone) throw new AskError("OFFLINE", 0, "q");
    return "here";
  });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(queryFn).toHaveBeenCalledTimes(3);
  isGone = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queryClient.getQueryData(["q"])).toBe("here");
  expect(queryFn).toHaveBeenCalledTimes(4);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(queryFn).toHaveBeenCalledTimes(4);
  off();
});

test("a refusal is an answer, and is asked for once", async () => {
  const { queryFn, off } = asked(async () => {
    throw new AskError("BAD_REQUEST", 400, "q");
  });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(queryFn).toHaveBeenCalledTimes(1);
  off();
});
