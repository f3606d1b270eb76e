import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SILENCE_MS } from "#domain/pulse.ts";
import { EventStream, waitAfter } from "../../../client/data/event-stream.ts";
import { stubBrowser } from "./stub-browser.ts";

const SECOND = 1000;
let browser: ReturnType<typeof stubBrowser>;
let stream: EventStream;
const onMessage = vi.fn();
const onState = vi.fn();
const onRefused = vi.fn();
const states = () => onState.mock.calls.map(([state]) => state);

beforeEach(() => {
  browser = stubBrowser();
  onMessage.mockReset();
  onState.mockReset();
  onRefused.mockReset();
  stream = new EventStream("/trpc/some.watch", { onMessage, onState, onRefused });
});
afterEach(() => {
  stream.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The server refuses whatever is asked of it meanwhile. */
async function refuse(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds * SECOND; passed += 100) {
    browser.latest().end();
    await vi.advanceTimersByTimeAsync(100);
  }
}

test("tells what the server says, and of its state only what changes", () => {
  browser.latest().connect();
  browser.latest().message({ revision: 3 });
  browser.latest().ping();
  expect(onMessage.mock.calls).toEqual([[{ revision: 3 }]]);
  expect(states()).toEqual(["open"]);
});

describe("a server that is away", () => {
  test.each([
    [1, 2.2],
    [2, 4.4],
    [3, 8.8],
    [4, 15],
    [5, 15],
    [500, 15],
  ])("after failure %i is waited for between 1.1 s and %d", (failures, longest) => {
    vi.spyOn(Math, "random").mockReturnValueOnce(0).mockReturnValueOnce(1);
    expect([waitAfter(failures), waitAfter(failures)]).toEqual([1.1 * SECOND, longest * SECOND]);
  });

  test("is asked again and again, never twice in a second, and said to be away once", async () => {
    browser.latest().connect();
    await refuse(600);
    expect(Math.min(...browser.gaps())).toBeGreaterThanOrEqual(SECOND);
    expect(Math.max(...browser.gaps())).toBeLessThanOrEqual(15.2 * SECOND);
    expect(browser.asked.length).toBeGreaterThan(40);
    expect(states()).toEqual(["open", "away"]);
    expect(browser.asked.filter(({ isClosed }) => !isClosed).length).toBeLessThanOrEqual(1);
  });

  test("and comes back is found, and the next time it is waited for from the beginning", async () => {
    await refuse(60);
    while (browser.latest().isClosed) await vi.advanceTimersByTimeAsync(100);
    browser.latest().connect();
    expect(states()).toEqual(["away", "open"]);
    const before = browser.asked.length;
    browser.latest().end();
    await vi.advanceTimersByTimeAsync(2.2 * SECOND);
    expect(browser.asked.length).toBe(before + 1);
  });

  test.each(["online", "shown"])(
    "is asked at once when the page is %s, yet not twice in a second",
    async (how) => {
      const happens = how === "online" ? browser.goOnline : browser.show;
      vi.spyOn(Math, "random").mockReturnValue(1);
      await refuse(40);
      await vi.advanceTimersByTimeAsync(browser.asked.length === 0 ? 0 : 2.2 * SECOND);
      browser.latest().end();
      const before = browser.asked.length;
      happens();
      await vi.advanceTimersByTimeAsync(0);
      expect(browser.asked.length).toBe(before + 1);
      browser.latest().end();
      for (let turn = 0; turn < 30; turn += 1) {
        happens();
        await vi.advanceTimersByTimeAsync(100);
        browser.latest().end();
      }
      expect(Math.min(...browser.gaps())).toBeGreaterThanOrEqual(SECOND);
      expect(browser.asked.length).toBe(before + 3);
    },
  );

  test("is asked by one of a page's streams at a time", async () => {
    const other = new EventStream("/trpc/other.watch", { onMessage, onState });
    for (let turn = 0; turn < 600; turn += 1) {
      for (const one of browser.asked) one.end();
      await vi.advanceTimersByTimeAsync(100);
    }
    other.close();
    // Both were asked for as the page came.
    expect(Math.min(...browser.gaps().slice(1))).toBeGreaterThanOrEqual(SECOND);
    expect(browser.asked.length).toBeGreaterThan(10);
  });

  test.each(["return", "serialized-error"] as const)("may say so itself: %s", (event) => {
    browser.latest().connect();
    browser.latest().end(event);
    expect(states()).toEqual(["open", "away"]);
    expect(browser.latest().isClosed).toBe(true);
  });
});

describe("a server that greets and then refuses", () => {
  test.each(["UNAUTHORIZED", "INTERNAL_SERVER_ERROR"])(
    "by %s is away, and is waited for longer and longer",
    async (code) => {
      vi.spyOn(Math, "random").mockReturnValue(1);
      browser.latest().connect();
      for (let passed = 0; passed < 60 * SECOND; passed += 100) {
        browser.latest().greet();
        browser.latest().refuse(code);
        await vi.advanceTimersByTimeAsync(100);
      }
      expect(states()).toEqual(["open", "away"]);
      expect(browser.gaps().at(-1)).toBeGreaterThanOrEqual(15 * SECOND);
    },
  );

  test("may be trusted at its greeting, and is waited for all the longer when it refuses after it", async () => {
    stream.close();
    stream = new EventStream("/trpc/other.watch", { onMessage, onState, trustsGreeting: true });
    vi.spyOn(Math, "random").mockReturnValue(1);
    browser.latest().greet();
    expect(states()).toEqual(["open"]);
    for (let passed = 0; passed < 60 * SECOND; passed += 100) {
      browser.latest().refuse("INTERNAL_SERVER_ERROR");
      await vi.advanceTimersByTimeAsync(100);
      browser.latest().greet();
    }
    expect(browser.gaps().at(-1)).toBeGreaterThanOrEqual(15 * SECOND);
  });

  test.each([
    ["UNAUTHORIZED", 1],
    ["FORBIDDEN", 1],
    ["INTERNAL_SERVER_ERROR", 0],
  ])("by %s says so %i times", (code, times) => {
    browser.latest().connect();
    browser.latest().refuse(code);
    expect(onRefused).toHaveBeenCalledTimes(times);
  });
});

describe("silence", () => {
  test("is none while the server's pulse comes", async () => {
    browser.latest().connect();
    for (let turn = 0; turn < 20; turn += 1) {
      await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
      browser.latest().ping();
    }
    expect(states()).toEqual(["open"]);
    expect(browser.asked.length).toBe(1);
  });

  test("is the end of a stream, which died when it was last heard, and another is asked for", async () => {
    browser.latest().connect();
    await vi.advanceTimersByTimeAsync(3 * SECOND);
    browser.latest().ping();
    const heardAt = Date.now();
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(onState).toHaveBeenLastCalledWith("away", heardAt);
    expect(browser.latest().isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(2.2 * SECOND);
    expect(browser.asked.length).toBe(2);
    browser.latest().connect();
    expect(states()).toEqual(["open", "away", "open"]);
  });

  test("of a server that never answers is given up too", async () => {
    await vi.advanceTimersByTimeAsync(SILENCE_MS + 2.2 * SECOND);
    expect(browser.asked.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(states()).toEqual(["away"]);
  });

  test("through which the machine slept does not count: nobody listened", async () => {
    browser.latest().connect();
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(onState).toHaveBeenLastCalledWith("away", Date.now());
  });

  test("that a hidden page's slow timers have missed is noticed when it is shown", () => {
    browser.latest().connect();
    vi.spyOn(performance, "now").mockReturnValue(performance.now() + SILENCE_MS);
    browser.show();
    expect(states()).toEqual(["open", "away"]);
  });
});

test("once closed it asks no more", async () => {
  browser.latest().end();
  stream.close();
  browser.goOnline();
  browser.show();
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(browser.asked.length).toBe(1);
});
