import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SILENCE_MS } from "#domain/pulse.ts";
import { AskingStream } from "../../../client/data/asking-stream.ts";
import { stubBrowser } from "./stub-browser.ts";

const SECOND = 1000;
let browser: ReturnType<typeof stubBrowser>;
let stream: AskingStream;
let questions: number[];
/** What the server answers a plain question; null: it is away. */
let revision: number | null;
const onMessage = vi.fn();
const onState = vi.fn();
const states = () => onState.mock.calls.map(([state]) => state);
const told = () => onMessage.mock.calls.map(([message]) => message);

beforeEach(() => {
  browser = stubBrowser();
  questions = [];
  revision = 7;
  onMessage.mockReset();
  onState.mockReset();
  vi.stubGlobal("fetch", async () => {
    questions.push(performance.now());
    if (revision === null) throw new TypeError("the server is away");
    return Response.json({ status: "ready", revision });
  });
  stream = new AskingStream("/trpc/some.watch", { onMessage, onState });
});
afterEach(() => {
  stream.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** So long no stream comes through: each is refused, or its words are held back. */
async function withoutStreams(seconds: number, how: "refused" | "held back"): Promise<void> {
  for (let passed = 0; passed < seconds * SECOND; passed += 100) {
    if (how === "refused") browser.latest().end();
    await vi.advanceTimersByTimeAsync(100);
  }
}

/** Least time between any two of all that was asked for, ms. */
function shortestGap(): number {
  const at = [...questions, ...browser.asked.map(({ askedAt }) => askedAt)].sort((a, b) => a - b);
  return Math.min(...at.slice(1).map((one, index) => one - (at[index] ?? Number.NaN)));
}

test("a stream that comes is all that is asked for", async () => {
  browser.latest().connect();
  for (let turn = 0; turn < 20; turn += 1) {
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
    browser.latest().ping();
  }
  expect([questions.length, states()]).toEqual([0, ["open"]]);
});

test("where streams are held back the server is there all the same, and each revision is heard", async () => {
  await withoutStreams(60, "held back");
  expect(states()).toEqual(["open"]);
  revision = 8;
  await vi.advanceTimersByTimeAsync(4 * SECOND);
  expect(new Set(told())).toEqual(new Set([7, 8]));
  expect(shortestGap()).toBeGreaterThanOrEqual(SECOND);
});

test("where streams are refused the server is away for no longer than a question takes", async () => {
  await withoutStreams(3, "refused");
  expect(states()).toEqual(["away", "open"]);
  await withoutStreams(60, "refused");
  expect(states()).toEqual(["away", "open"]);
  expect(shortestGap()).toBeGreaterThanOrEqual(SECOND);
});

test("once a stream comes no more questions are asked", async () => {
  await withoutStreams(30, "refused");
  while (browser.latest().isClosed) await vi.advanceTimersByTimeAsync(100);
  browser.latest().connect();
  const before = questions.length;
  for (let turn = 0; turn < 10; turn += 1) {
    await vi.advanceTimersByTimeAsync(4 * SECOND);
    browser.latest().ping();
  }
  expect(questions.length).toBe(before);
  expect(states()).toEqual(["away", "open"]);
});

test("a server that answers neither is away since it was last heard, and is asked ever less", async () => {
  await withoutStreams(30, "refused");
  revision = null;
  await withoutStreams(10, "refused");
  expect(states()).toEqual(["away", "open", "away"]);
  const [, since] = onState.mock.lastCall ?? [];
  expect(Date.now() - since).toBeLessThan(14 * SECOND);
  const before = questions.length;
  await withoutStreams(120, "refused");
  expect(questions.length - before).toBeLessThan(40);
  expect(shortestGap()).toBeGreaterThanOrEqual(SECOND);
});

test("once closed it asks no more", async () => {
  await withoutStreams(20, "refused");
  stream.close();
  const before = [questions.length, browser.asked.length];
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect([questions.length, browser.asked.length]).toEqual(before);
});
