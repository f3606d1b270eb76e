import type { Browser } from "playwright-core";
import { launch } from "../../browser/chromium.ts";
import { serve } from "../../browser/serve.ts";
import { coldPage, timeTo } from "../pages.ts";

/** KB as they came over the wire, by path. */
type Loads = Map<string, number>;

/** What a page had loaded when its map was complete, its HTML included. */
async function loadsOf(browser: Browser, url: string): Promise<Loads> {
  const page = await coldPage(browser);
  await timeTo(page, url, ["map-complete"]);
  const loads = await page.evaluate(() => {
    const complete = performance.getEntriesByName("map-complete")[0]?.startTime ?? Number.NaN;
    const entries = [
      ...performance.getEntriesByType("navigation"),
      ...performance.getEntriesByType("resource"),
    ] as PerformanceResourceTiming[];
    return entries
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= complete)
      .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize / 1000] as const);
  });
  await page.context().close();
  return new Map(loads);
}

const total = (loads: Iterable<number>): string => [...loads].reduce((sum, kb) => sum + kb, 0).toFixed(1);

function tellOnly(name: string, loads: Loads, other: Loads): void {
  const only = [...loads].filter(([path]) => !other.has(path)).sort(([, a], [, b]) => b - a);
  console.log(
    `${name} alone loads ${total(only.map(([, kb]) => kb))} KB of its ${total(loads.values())} KB:`,
  );
  for (const [path, kb] of only) console.log(`${kb.toFixed(1).padStart(9)} KB  ${path}`);
}

/** What wall and workbench each load before their map is complete, and the other does not. */
export async function benchLoads(): Promise<void> {
  const [site, browser] = [await serve(), await launch()];
  try {
    const [wall, workbench] = [
      await loadsOf(browser, `${site.url}/wall`),
      await loadsOf(browser, `${site.url}/`),
    ];
    tellOnly("the wall", wall, workbench);
    tellOnly("the workbench", workbench, wall);
  } finally {
    await browser.close();
    await site.stop();
  }
}
