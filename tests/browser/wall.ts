import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { parseEnv } from "#server/env.ts";
import type { Rooms } from "#server/remote/rooms.ts";
import { type Running, start } from "#server/start.ts";
import { aDataDir, apiOf } from "../factories.ts";
import { launch } from "./chromium.ts";
import { freePort } from "./serve.ts";

export const WALL = { width: 1920, height: 1080 } as const;
export const PATIENCE_MS = 90_000;

export type WallBench = {
  readonly running: Running;
  readonly api: ReturnType<typeof apiOf>;
  /** A screen at `/wall` + `search`, of a browser of its own; gone when the test ends. */
  open: (search?: string, options?: BrowserContextOptions) => Promise<Page>;
  openAt: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** How many screens listen to the ledger now. */
  streams: () => number;
  stop: () => Promise<void>;
  /** On the same port and data as before. */
  startAgain: () => Promise<void>;
};

/** The whole server in this process, for tests that publish what no page can yet, and one browser; `flags` are its. */
export function wallBench(flags: readonly string[] = [], more: { rooms?: Rooms } = {}): WallBench {
  let running: Running;
  let browser: Browser;
  let env: Record<string, string>;
  beforeAll(async () => {
    env = { PORT: String(await freePort()), DATA_DIR: aDataDir(), LOG_LEVEL: "warn" };
    [running, browser] = await Promise.all([start(parseEnv(env), more), launch(flags)]);
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });
  const openAt: WallBench["openAt"] = async (path, options = {}) => {
    const context = await browser.newContext({ viewport: WALL, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(running.url + path, { waitUntil: "commit" });
    return page;
  };
  return {
    get running() {
      return running;
    },
    get api() {
      return apiOf(running.ledger);
    },
    open: (search = "", options) => openAt(`/wall${search}`, options),
    openAt,
    streams: () => running.ledger.revisions.watchers,
    stop: () => running.stop(),
    async startAgain() {
      running = await start(parseEnv(env));
    },
  };
}

/** With the picture in the map's place. */
export const PICTURE = ["--disable-gpu", "--disable-3d-apis"] as const;

/** Until the map of the scene is whole and at rest. */
export const atRest = (page: Page): Promise<void> =>
  page.locator('.wall [role="application"][aria-busy="false"]').waitFor();

export const sceneOn = (page: Page): Promise<string | null> =>
  page.locator(".wall").getAttribute("data-scene");

/** As a browser tells a page that it is hidden, or seen again. */
export const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((is) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => is });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (is ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

/** From now on the server has a newer build of the wall, as far as one asks. Answers how often one has. */
export async function serveNewerBuild(page: Page): Promise<() => number> {
  let asked = 0;
  await page.route("**/wall?*", async (route) => {
    if (route.request().resourceType() === "document") return route.continue();
    asked += 1;
    const html = await (await route.fetch()).text();
    return route.fulfill({
      contentType: "text/html",
      body: html.replace(/src="[^"]+\.js"/, 'src="/assets/newer.js"'),
    });
  });
  return () => asked;
}

/** Until the browser has kept all that a reload without the server needs. */
export const isKept = (page: Page): Promise<void> =>
  page.locator("html[data-kept]").waitFor({ state: "attached" });
