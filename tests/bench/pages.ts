import type { Page } from "playwright-core";
import { launch } from "../browser/chromium.ts";
import { serve } from "../browser/serve.ts";
import { serveRivals } from "./site.ts";
import { median, row, verdict } from "./statistics.ts";

const ROUNDS = 9;
const SIZE = { width: 1920, height: 1080 };

/** What a page leaves behind when it goes (worker, WebGL, a new process) is done by then. */
const SETTLE_MS = 1500;

/**
 * A renderer kept in reserve costs as much as a bare map; and what the page before drew with is thrown away a second
 * after it, while the graphics process is awaited: that would be counted to whoever takes longer than a second.
 */
export const NOT_OF_THE_PAGE = ["SpareRendererForSitePerProcess", "DelayLayerTreeViewDeletionOnLocalSwap"];

/** Milliseconds from the start of navigation to a user-timing mark, with nothing in the HTTP cache. */
export async function timeTo(page: Page, url: string, marks: readonly string[]): Promise<number[]> {
  await page.goto("about:blank");
  await page.waitForTimeout(SETTLE_MS);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
    marks,
    {
      polling: 50,
      timeout: 120_000,
    },
  );
  return page.evaluate(
    (names) => names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
    marks,
  );
}

/** A service worker would keep what the cache may not. */
export async function coldPage(browser: Awaited<ReturnType<typeof launch>>): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZE, serviceWorkers: "block" })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return page;
}

/**
 * The browser's own word for when a page's first picture was on screen. A mark would tell when it was handed to the
 * graphics process: for a canvas of ECharts a third of that time.
 */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName("first-contentful-paint");
          if (paint) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );

/** First picture and complete map against a bare MapLibre and ECharts, each page in turn, one window. */
export async function benchPages(): Promise<void> {
  const [ours, rivals, browser] = [await serve(), await serveRivals(), await launch([], NOT_OF_THE_PAGE)];
  try {
    const page = await coldPage(browser);
    const times = {
      bare: [] as number[],
      echarts: [] as number[],
      echartsPaint: [] as number[],
      first: [] as number[],
      complete: [] as number[],
    };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [bare] = await timeTo(page, `${rivals.url}/bare.html`, ["map-complete"]);
      const [echarts] = await timeTo(page, `${rivals.url}/echarts.html`, ["map-complete"]);
      const echartsPaint = await firstPaint(page);
      const [first, complete] = await timeTo(page, `${ours.url}/`, ["first-picture", "map-complete"]);
      // The first round warms the compilers and the disk.
      if (round === 0) continue;
      times.bare.push(bare ?? Number.NaN);
      times.echarts.push(echarts ?? Number.NaN);
      times.echartsPaint.push(echartsPaint);
      times.first.push(first ?? Number.NaN);
      times.complete.push(complete ?? Number.NaN);
    }
    console.log(row("bare MapLibre, background alone", times.bare));
    console.log(row("ECharts 6, county polygons with labels: drawn", times.echarts));
    console.log(row("ECharts 6, the same: on screen", times.echartsPaint));
    console.log(row("One Map, first picture: on screen", times.first));
    console.log(row("One Map, complete map", times.complete));
    const onScreen = median(times.first) / median(times.echartsPaint);
    console.log(verdict("first picture / ECharts, both on screen", onScreen, 0.5, "×"));
    console.log(verdict("complete map / bare MapLibre", median(times.complete) / median(times.bare), 5, "×"));
    await page.context().close();
  } finally {
    await browser.close();
    rivals.stop();
    await ours.stop();
  }
}
