import type { Browser, Page } from "playwright-core";
import { launch } from "../../browser/chromium.ts";
import { serve } from "../../browser/serve.ts";
import { servePageOver } from "../page-over.ts";
import { median, row, verdict } from "../statistics.ts";
import { noteDrawnFrames } from "./drawn-frames.ts";
import type { Leg, Standing } from "./page/flights.ts";

const SIZE = { width: 1920, height: 1080 };
/** As client/wall/wall-map.tsx has it. */
const FLIGHT_MS = 4500;
const SCENES = ["whole", "region-150700", "port-152923", "region-152500"];
const ROUNDS = 2;
/** What a flight leaves to be drawn is drawn by then. */
const SETTLE_MS = 1500;

const WAYS = {
  wall: "the wall",
  bare: "bare MapLibre, the same style and camera",
  savings: "the same with our map's savings, no panels",
} as const;
type Way = keyof typeof WAYS;

async function opened(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZE, serviceWorkers: "block" })).newPage();
  page.setDefaultTimeout(120_000);
  page.on("pageerror", (error) => console.error(error));
  await noteDrawnFrames(page);
  await page.goto(url);
  return page;
}

const atRest = (page: Page) => page.locator('.wall [role="application"][aria-busy="false"]').waitFor();

/** Milliseconds between the frames that the map drew while `fly` went on. */
async function framesOf(page: Page, fly: () => Promise<unknown>): Promise<number[]> {
  await page.bringToFront();
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => {
    window.drawnFrames = [];
  });
  await fly();
  const times = await page.evaluate(() => window.drawnFrames);
  return times.slice(1).map((time, index) => time - (times[index] ?? Number.NaN));
}

/** To the wall's next scene by its key, until its map is at rest there. */
const step = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const map = document.querySelector(".one-map-gl");
        let begun = false;
        const observer = new MutationObserver(() => {
          begun ||= map?.ariaBusy === "true";
          if (!begun || map?.ariaBusy === "true") return;
          observer.disconnect();
          resolve();
        });
        if (map) observer.observe(map, { attributes: true });
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
      }),
  );

/** The room that the wall's panels leave now, and how its map stands, in the map's own pixels (client/wall/wall-map.tsx). */
const standingOf = (page: Page): Promise<{ standing: Standing; leg: Leg }> =>
  page.evaluate(() => {
    const [inner, outer] = [document.querySelector(".map-room"), document.querySelector("main .map-zoom")];
    if (!inner || !outer) throw new Error("no map on the wall");
    const [within, whole] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
    const scale = whole.width / outer.clientWidth;
    return {
      standing: { size: { width: outer.clientWidth, height: outer.clientHeight }, scale },
      leg: {
        scene: document.querySelector<HTMLElement>(".wall")?.dataset.scene ?? "",
        room: {
          top: (within.top - whole.top) / scale,
          right: (whole.right - within.right) / scale,
          bottom: (whole.bottom - within.bottom) / scale,
          left: (within.left - whole.left) / scale,
        },
      },
    };
  });

/** Frames of a camera move between scenes, on the wall and without it, each way in turn, one window in front at a time. */
export async function benchFlights(): Promise<void> {
  const [site, browser] = [await serve(), await launch()];
  const rival = await servePageOver(site.url, "/wall", {
    root: new URL("./page/", import.meta.url),
    name: "bench-wall",
  });
  const frames: Record<Way, number[]> = { wall: [], bare: [], savings: [] };
  const perFlight: Record<Way, number[]> = { wall: [], bare: [], savings: [] };
  try {
    const wall = await opened(browser, `${site.url}/wall?tour=${SCENES.join()}&scene=whole`);
    await atRest(wall);
    const legs: Leg[] = [];
    let standing: Standing | undefined;
    for (const _ of SCENES) {
      const now = await standingOf(wall);
      legs.push(now.leg);
      standing = now.standing;
      await step(wall);
    }
    const pages: Record<Way, Page> = {
      wall,
      bare: await opened(browser, rival.url),
      savings: await opened(browser, rival.url),
    };
    for (const way of ["bare", "savings"] as const) {
      await pages[way].bringToFront();
      await pages[way].evaluate(([one, all, savings]) => one && window.stand(one, all, savings), [
        standing,
        legs,
        way === "savings",
      ] as const);
    }
    for (let flight = 0; flight < ROUNDS * SCENES.length; flight += 1) {
      for (const way of Object.keys(WAYS) as Way[]) {
        const page = pages[way];
        const each = await framesOf(page, () =>
          way === "wall" ? step(page) : page.evaluate((ms) => window.fly(ms), FLIGHT_MS),
        );
        frames[way].push(...each);
        perFlight[way].push(each.length);
      }
    }
  } finally {
    await browser.close();
    rival.stop();
    await site.stop();
  }
  for (const way of Object.keys(WAYS) as Way[]) {
    console.log(`${row(WAYS[way], frames[way])}, ${median(perFlight[way])} frames a flight`);
  }
  const ratio = (way: Way) => median(frames.wall) / median(frames[way]);
  console.log(verdict("frame of a camera move, wall / bare MapLibre", ratio("bare"), 1.5, "×"));
  console.log(
    `what the panels cost, wall / the same without them: ${ratio("savings").toFixed(2)} × (no goal)`,
  );
}
