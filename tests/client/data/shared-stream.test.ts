import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SILENCE_MS } from "#domain/pulse.ts";
import { shareStream } from "../../../client/data/shared-stream.ts";
import { stubBrowser } from "./stub-browser.ts";

const SECOND = 1000;
const ADDRESS = "/trpc/some.watch";
let browser: ReturnType<typeof stubBrowser>;
let tabs: (() => void)[] = [];

/** One for each tab, in the order of their opening. */
let channels: TabChannel[] = [];
class TabChannel {
  readonly name: string;
  onmessage: ((event: MessageEvent) => void) | null = null;
  /** Then it neither hears nor speaks. */
  isFrozen = false;

  constructor(name: string) {
    this.name = name;
    channels.push(this);
  }

  postMessage(word: unknown): void {
    if (this.isFrozen) return;
    const data = structuredClone(word);
    for (const other of channels.filter((one) => one !== this && one.name === this.name)) {
      queueMicrotask(() => {
        if (!other.isFrozen) other.onmessage?.(new MessageEvent("message", { data }));
      });
    }
  }

  close(): void {
    channels = channels.filter((one) => one !== this);
  }
}

function openTab() {
  const [messages, states]: [unknown[], string[]] = [[], []];
  const close = shareStream(ADDRESS, {
    onMessage: (data) => messages.push(data),
    onState: (state) => states.push(state),
  });
  tabs.push(close);
  return { messages, states, close, channel: channels.at(-1) };
}

/** Locks are Node's own, and answer in turns of its loop; the clock moves by `ms`. */
async function pass(ms = 0): Promise<void> {
  const step = 500;
  for (let passed = 0; passed <= ms; passed += step) {
    await vi.advanceTimersByTimeAsync(Math.min(step, ms - passed));
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The server's pulse for so long, to whoever holds a stream. */
async function pulse(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 2 * SECOND) {
    for (const stream of browser.asked) stream.ping();
    await pass(2 * SECOND);
  }
}

const held = () => browser.asked.filter(({ isClosed }) => !isClosed);

beforeEach(() => {
  browser = stubBrowser();
  vi.stubGlobal("BroadcastChannel", TabChannel);
  Object.assign(window, { BroadcastChannel: TabChannel });
});
afterEach(async () => {
  for (const close of tabs) close();
  tabs = [];
  await pass();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("two tabs hold one stream, and both hear what it says", async () => {
  const [first, second] = [openTab(), openTab()];
  await pass();
  expect(browser.asked.length).toBe(1);
  browser.latest().connect();
  browser.latest().message(7);
  await pass();
  for (const tab of [first, second]) expect(tab).toMatchObject({ messages: [7], states: ["open"] });
  await pulse(60 * SECOND);
  expect(browser.asked.length).toBe(1);
  browser.latest().end();
  await pass();
  for (const tab of [first, second]) expect(tab.states).toEqual(["open", "away"]);
});

test("a tab that comes later is told at once what was said before, and how things are", async () => {
  openTab();
  await pass();
  browser.latest().connect();
  browser.latest().message(7);
  const late = openTab();
  await pass();
  expect(late).toMatchObject({ messages: [7], states: ["open"] });
});

test("a tab that comes while the server is away has it asked at once, and hears nothing older than itself", async () => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  openTab();
  await pass();
  browser.latest().connect();
  browser.latest().message(7);
  browser.latest().end();
  await pass(1500);
  const late = openTab();
  await pass();
  vi.restoreAllMocks();
  expect(browser.asked.length).toBe(2);
  browser.latest().connect();
  browser.latest().message(8);
  await pass();
  expect(late.messages).toEqual([8]);
  expect(late.states.at(-1)).toBe("open");
});

test("when the leader goes, a follower takes over and the others follow it", async () => {
  const [first, second, third] = [openTab(), openTab(), openTab()];
  await pass();
  browser.latest().connect();
  browser.latest().message(7);
  first.close();
  await pass();
  expect(browser.asked.length).toBe(2);
  expect(held().length).toBe(1);
  browser.latest().connect();
  browser.latest().message(8);
  await pass();
  expect(second.messages.at(-1)).toBe(8);
  expect(third.messages.at(-1)).toBe(8);
  expect(first.messages).toEqual([7]);
  for (const tab of [second, third]) expect(tab.states).toEqual(["open"]);
});

test("a server that is away is asked by one tab alone, and no other loses patience", async () => {
  const [first, second] = [openTab(), openTab()];
  await pass();
  for (let passed = 0; passed < 120; passed += 1) {
    browser.latest().end();
    await pass(SECOND);
  }
  expect(Math.min(...browser.gaps())).toBeGreaterThanOrEqual(SECOND);
  for (const tab of [first, second]) expect(tab.states).toEqual(["away"]);
});

describe("a frozen leader", () => {
  /** Two that have heard 7, and no word of the first comes or goes. */
  async function frozen() {
    const [first, second] = [openTab(), openTab()];
    await pass();
    browser.latest().connect();
    browser.latest().message(7);
    await pass();
    if (first.channel) first.channel.isFrozen = true;
    return { first, second };
  }

  test("starves no one: a follower takes its place within some twelve seconds", async () => {
    const { second } = await frozen();
    await pulse(14 * SECOND);
    expect(browser.asked.length).toBe(2);
    browser.latest().connect();
    browser.latest().message(8);
    await pass();
    expect(second.messages.at(-1)).toBe(8);
  });

  test("follows once it thaws, and holds no stream", async () => {
    const { first } = await frozen();
    await pulse(14 * SECOND);
    if (first.channel) first.channel.isFrozen = false;
    browser.latest().connect();
    browser.latest().message(8);
    await pulse(30 * SECOND);
    expect(first.messages.at(-1)).toBe(8);
    expect(browser.asked.length).toBe(2);
    expect(held().length).toBe(1);
  });
});

test("a follower that is shown has a leader that waits ask at once", async () => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  openTab();
  await pass();
  browser.anotherPage();
  openTab();
  await pass();
  for (let passed = 0; passed < 31; passed += 1) {
    browser.latest().end();
    await pass(SECOND);
  }
  const before = browser.asked.length;
  browser.show();
  await pass();
  expect(browser.asked.length).toBe(before + 1);
  vi.restoreAllMocks();
});

test("a hidden leader, whose timers are slow, does what is overdue when a follower asks", async () => {
  const [, second] = [openTab(), openTab()];
  await pass();
  browser.latest().connect();
  await pass();
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + SILENCE_MS);
  await pass(4 * SECOND);
  vi.restoreAllMocks();
  expect(second.states).toEqual(["open", "away"]);
});

test("words of another build are left unheard", async () => {
  openTab();
  const second = openTab();
  await pass();
  new TabChannel(`one-map ${ADDRESS}`).postMessage({ kind: "told", state: "sideways" });
  await pass();
  expect(second).toMatchObject({ messages: [], states: [] });
});

test.each([
  ["has no locks", () => vi.stubGlobal("navigator", {})],
  [
    "refuses them",
    () =>
      vi.stubGlobal("navigator", {
        locks: { request: () => Promise.reject(new DOMException("", "SecurityError")) },
      }),
  ],
])("where the browser %s, each tab has a stream of its own", async (_, without) => {
  without();
  const [first, second] = [openTab(), openTab()];
  await pass();
  expect(held().length).toBe(2);
  browser.asked[0]?.message(1);
  browser.asked[1]?.message(2);
  await pass();
  expect(first.messages).toEqual([1]);
  expect(second.messages).toEqual([2]);
  first.close();
  expect(held().length).toBe(1);
});
