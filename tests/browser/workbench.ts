import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import type { Filter } from "#domain/filter.ts";
import { ITEM_TYPES, isOfficeType } from "#domain/item.ts";
import type { AppRouter } from "#server/router.ts";
import { launch } from "./chromium.ts";
import { type Served, serve } from "./serve.ts";

/** Longest that a page may take to reach an awaited state: software WebGL on a busy machine is slow. */
const PATIENCE_MS = 90_000;
const LAPTOP = { width: 1366, height: 768 } as const;

/** The gas pipeline 东胜—达拉特—准格尔: a line, in 鄂尔多斯 as stated and three of its counties as inferred. */
export const GAS = "S-1.4-15";

export type Workbench = {
  readonly site: Served;
  readonly browser: Browser;
  /** A page of a reader of its own at `/` + `search`; gone when the test ends. */
  open: (search?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** The same for a whole file: opened in its `beforeAll`. */
  openForAll: (search?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A page that has asked for nothing yet, to be prepared first; gone when the test ends. */
  openEmpty: (options?: BrowserContextOptions) => Promise<Page>;
  /** What the server itself answers to a query. */
  ask: <N extends Noun, V extends Verb<N>>(noun: N, verb: V, input?: Inputs[N][V]) => Promise<Outputs[N][V]>;
};
type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Noun = keyof Outputs & keyof Inputs & string;
type Verb<N extends Noun> = keyof Outputs[N] & keyof Inputs[N] & string;

/** One server and one browser for the tests of a file; `flags` are the browser's. */
export function workbench(flags: readonly string[] = []): Workbench {
  let running: { site: Served; browser: Browser } | undefined;
  const the = () => {
    if (!running) throw new Error("server and browser start in beforeAll");
    return running;
  };
  beforeAll(async () => {
    const [site, browser] = await Promise.all([serve(), launch(flags)]);
    running = { site, browser };
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.site.stop();
  });
  const emptyPage = async (options: BrowserContextOptions) => {
    const context = await the().browser.newContext({ viewport: LAPTOP, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  };
  const openForAll = async (search = "", options: BrowserContextOptions = {}) => {
    const page = await emptyPage(options);
    await page.goto(`${the().site.url}/${search}`, { waitUntil: "commit" });
    return page;
  };
  return {
    get site() {
      return the().site;
    },
    get browser() {
      return the().browser;
    },
    openForAll,
    async open(search, options) {
      const page = await openForAll(search, options);
      onTestFinished(() => page.context().close());
      return page;
    },
    async openEmpty(options = {}) {
      const page = await emptyPage(options);
      onTestFinished(() => page.context().close());
      return page;
    },
    async ask(noun, verb, input) {
      const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      const answer = await fetch(`${the().site.url}/trpc/${noun}.${verb}${query}`);
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { result: { data: never } }).result.data;
    },
  };
}

/** Until the map, or the picture in its place, is whole: drawn, labelled and at rest. */
export const wholeMap = (page: Page): Promise<void> =>
  page.locator('[role="application"][aria-busy="false"]').waitFor();

/** Reads until the answer is the expected one; fails with the last answer. */
export async function until<T>(read: () => T | Promise<T>, expected: Awaited<T>): Promise<void> {
  await expect.poll(read, { timeout: PATIENCE_MS, interval: 100 }).toEqual(expected);
}

export const params = (page: Page): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams);

/** The list proper, inside the part of the page that the skip link leads to. */
export const ITEM_LIST = '#item-list [role="listbox"]';
export const options = (page: Page) => page.locator(`${ITEM_LIST} [role="option"]`);
export const option = (page: Page, id: string) => page.locator(`${ITEM_LIST} [role="option"][id$="-${id}"]`);
export const regionRow = (page: Page, code: string) => page.locator(`[role="treeitem"][data-code="${code}"]`);

/** Ids of the items in the list, in its order. */
export const listed = (page: Page): Promise<string[]> =>
  options(page).evaluateAll((rows) => rows.map((row) => row.id.slice(row.id.indexOf("-S-") + 1)));

/** Ids that the server names for a filter, as the list has them unless types are chosen: the office's own left out. */
export async function matching(bench: Workbench, filter: Filter): Promise<string[]> {
  const types = filter.types ?? ITEM_TYPES.filter((type) => !isOfficeType(type));
  const query = { filter: { ...filter, types }, limit: 200 };
  const pages = await Promise.all([bench.ask("project", "list", query), bench.ask("policy", "list", query)]);
  return pages.flatMap(({ items }) => items.map((item) => item.id)).sort();
}

/** Brings an open page to another view, as back and forward do: nothing is loaded anew. */
export async function go(page: Page, search: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `/${search}`);
}
