import type { Page } from "playwright-core";
import { launch } from "../browser/chromium.ts";
import { serve } from "../browser/serve.ts";
import { addOnScreen } from "./on-screen.ts";
import type {} from "./pages/echarts.ts";
import { serveRivals } from "./site.ts";
import { median, row, verdict } from "./statistics.ts";

const ROUNDS = 9;
const SIZE = { width: 1920, height: 1080 };
const [WHOLE, LEAGUE] = ["150000", "152500"];

const settled = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName("map-complete").length > 0, undefined, {
    timeout: 120_000,
  });

/** What the change before, or the tab's coming to the front, left to be drawn is drawn by then. */
const SETTLE_MS = 1000;

/** Until the map has drawn all that was asked for, and the graphics process with it. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector(".one-map-gl")?.ariaBusy === "false");
  await page.evaluate(() => window.clearWords());
  await page.waitForTimeout(SETTLE_MS);
}

type Painted = "colours" | "list";

/**
 * Milliseconds from a click on `selector` until each of `what` is on screen: the regions in their new colours
 * (drawn when the map's own mark says so), the list with other rows.
 */
async function clickToPainted<W extends Painted>(page: Page, selector: string, what: readonly W[]) {
  await atRest(page);
  const times = await page.evaluate(
    ([target, wanted]) => {
      const rows = () =>
        [...document.querySelectorAll(".item-list [role=option]")].map(({ id }) => id).join();
      const button = document.querySelector<HTMLElement>(target);
      if (!button) throw new Error(`nothing to click at ${target}`);
      const places = { colours: ".one-map-gl", list: ".item-list" };
      const drawn = {
        // The mark is set while the frame is drawn: what is put into the page then is in that frame.
        colours: () =>
          new Promise<void>((resolve) => {
            const mark = performance.mark.bind(performance);
            performance.mark = (name, options) => {
              if (name === "map-recoloured") {
                performance.mark = mark;
                resolve();
              }
              return mark(name, options);
            };
          }),
        list: async () => {
          const before = rows();
          do await new Promise(requestAnimationFrame);
          while (rows() === before);
        },
      };
      const start = performance.now();
      const painted = wanted.map(async (one) => {
        await drawn[one]();
        const place = document.querySelector(places[one]);
        if (!place) throw new Error(`nothing at ${places[one]}`);
        return [one, (await window.onScreen(place)) - start] as const;
      });
      button.click();
      return Promise.all(painted);
    },
    [selector, what] as const,
  );
  return Object.fromEntries(times) as Record<W, number>;
}

/** The choice of the measure menu at `place`, from 1. */
async function chooseMeasure(page: Page, place: number): Promise<number> {
  await page.locator(".map-measure").click();
  const choice = `[role=menuitemradio]:nth-of-type(${place})`;
  await page.locator(choice).waitFor();
  return (await clickToPainted(page, choice, ["colours"])).colours;
}

/** Change of measure against ECharts doing the same, and change of the region filter, each in turn. */
export async function benchChanges(): Promise<void> {
  const [ours, rivals, browser] = [await serve(), await serveRivals(), await launch()];
  try {
    const context = await browser.newContext({ viewport: SIZE });
    const map = await context.newPage();
    await addOnScreen(map);
    await map.goto(`${ours.url}/`);
    await settled(map);
    const rival = await context.newPage();
    await addOnScreen(rival);
    await rival.goto(`${rivals.url}/echarts.html`);
    await settled(rival);
    const times = {
      measure: [] as number[],
      echarts: [] as number[],
      colours: [] as number[],
      list: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      await map.bringToFront();
      // 项目数, and back to 事项数.
      times.measure.push(await chooseMeasure(map, 2), await chooseMeasure(map, 1));
      for (const code of [LEAGUE, WHOLE]) {
        const row = `[role=treeitem][data-code="${code}"]`;
        const painted = await clickToPainted(map, row, ["colours", "list"]);
        times.colours.push(painted.colours);
        times.list.push(painted.list);
      }
      await atRest(map);
      await rival.bringToFront();
      await rival.evaluate(() => window.clearWords());
      await rival.waitForTimeout(SETTLE_MS);
      times.echarts.push(await rival.evaluate((shift) => window.recolour(shift), round + 1));
    }
    console.log(row("One Map, change of measure", times.measure));
    console.log(row("ECharts 6, counties recoloured", times.echarts));
    console.log(row("One Map, region filter, new colours", times.colours));
    console.log(row("One Map, region filter, list", times.list));
    const measure = median(times.measure);
    console.log(verdict("change of measure, click to painted", measure, 250, "ms"));
    console.log(verdict("change of measure / ECharts", measure / median(times.echarts), 0.6, "×"));
    console.log(verdict("region filter, list painted", median(times.list), 300, "ms"));
    console.log(verdict("region filter, new colours", median(times.colours), 400, "ms"));
  } finally {
    await browser.close();
    rivals.stop();
    await ours.stop();
  }
}
