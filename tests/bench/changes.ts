import type { Page } from "playwright-core";
import { launch } from "../browser/chromium.ts";
import { serve } from "../browser/serve.ts";
import type {} from "./pages/echarts.ts";
import { serveRivals } from "./site.ts";
import { median, row, verdict } from "./statistics.ts";

const ROUNDS = 9;
const SIZE = { width: 1920, height: 1080 };

const settled = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName("map-complete").length > 0, undefined, {
    timeout: 120_000,
  });

/**
 * Milliseconds from a click to the frame after the page answers it: the address has changed, `done` holds, and
 * two frames have gone by, so that what the first of them drew is on screen.
 */
async function clickToPainted(page: Page, name: string | RegExp, done: string): Promise<number> {
  await page.evaluate(() => {
    addEventListener("click", (event) => performance.mark("bench-click", { startTime: event.timeStamp }), {
      capture: true,
      once: true,
    });
  });
  const button = page.getByRole("button", { name }).first();
  const painted = page.evaluate(
    (condition) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector(condition)) return void requestAnimationFrame(look);
          requestAnimationFrame(() => requestAnimationFrame((now) => resolve(now)));
        };
        requestAnimationFrame(look);
      }),
    done,
  );
  await button.click();
  const end = await painted;
  const start = await page.evaluate(
    () => performance.getEntriesByName("bench-click").at(-1)?.startTime ?? Number.NaN,
  );
  return end - start;
}

/** Change of level (the regions recoloured) against ECharts doing the same, each in turn. */
export async function benchChanges(): Promise<void> {
  const [ours, rivals, browser] = [await serve(), await serveRivals(), await launch()];
  try {
    const context = await browser.newContext({ viewport: SIZE });
    const map = await context.newPage();
    await map.goto(`${ours.url}/`);
    await settled(map);
    const rival = await context.newPage();
    await rival.goto(`${rivals.url}/echarts.html`);
    await settled(rival);
    const times = { county: [] as number[], league: [] as number[], echarts: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await map.bringToFront();
      times.county.push(
        await clickToPainted(map, /按旗县/, '.segments button[aria-pressed="true"]:last-child'),
      );
      times.league.push(
        await clickToPainted(map, /按盟市/, '.segments button[aria-pressed="true"]:first-child'),
      );
      await rival.bringToFront();
      times.echarts.push(await rival.evaluate((shift) => window.recolour(shift), round + 1));
    }
    console.log(row("One Map, regions recoloured by county", times.county));
    console.log(row("One Map, regions recoloured by league", times.league));
    console.log(row("ECharts 6, counties recoloured", times.echarts));
    const both = median([...times.county, ...times.league]);
    console.log(verdict("click to painted", both, 250, "ms"));
    console.log(verdict("click to painted / ECharts", both / median(times.echarts), 0.6, "×"));
  } finally {
    await browser.close();
    rivals.stop();
    await ours.stop();
  }
}
