import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { atRest, sceneOn, setHidden, wallBench } from "./wall.ts";
import { faultsOf } from "./wall-faults.ts";
import { dressed, shiftsAtEnds } from "./wall-shots.ts";
import { until } from "./workbench.ts";

// What befalls a screen, on the map itself; with the picture in its place: wall-window.test.ts.
const bench = wallBench();

/** The map's canvas covers its box, as sharp as the screen. */
const canvasFits = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [stage, canvas] = [
      document.querySelector(".wall .map-stage"),
      document.querySelector<HTMLCanvasElement>(".wall canvas"),
    ];
    if (!stage || !canvas) return false;
    const [outer, inner] = [stage.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const near = (a: number, b: number, by: number) => Math.abs(a - b) <= by;
    return (
      near(inner.width, outer.width, 3) &&
      near(inner.height, outer.height, 3) &&
      near(canvas.width, outer.width * devicePixelRatio, 8) &&
      near(canvas.height, outer.height * devicePixelRatio, 8)
    );
  });

/** What the panels of the scene that stands say first. */
const standsWhole = async (page: Page): Promise<void> => {
  await page.locator(".wall-due li").first().waitFor();
  await page.locator("#first-picture").waitFor({ state: "hidden" });
  await atRest(page);
};

test("a screen that loses displays, or is zoomed, has the map anew: sharp, whole, and fitted to the room it has", async () => {
  const page = await bench.open("?scene=whole", {
    viewport: { width: 5760, height: 1080 },
    reducedMotion: "reduce",
  });
  await standsWhole(page);
  const screen = await page.context().newCDPSession(page);
  // One display of three is left; the same zoomed to 200 %; and the three again.
  for (const [width, height, deviceScaleFactor, parts] of [
    [1920, 1080, 1, "1"],
    [960, 540, 2, "1"],
    [5760, 1080, 1, "3"],
  ] as const) {
    await screen.send("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor,
      mobile: false,
    });
    await until(() => page.locator(".wall").getAttribute("data-columns"), parts);
    await until(() => canvasFits(page), true);
    await atRest(page);
    const farthest = async () => {
      const shifts = await shiftsAtEnds(page);
      await dressed(page);
      return Math.max(...shifts.flatMap(({ dx, dy }) => [Math.abs(dx), Math.abs(dy)])) <= 1;
    };
    await until(farthest, true);
    expect([width, await faultsOf(page)]).toEqual([width, []]);
  }
});

test("a map that nobody sees waits in its scene, and flies on once it is seen", async () => {
  const page = await bench.openAt("/readyz", { reducedMotion: "reduce" });
  await page.clock.install();
  await page.goto(`${bench.running.url}/wall?tour=whole:60,region-150700:60`);
  await standsWhole(page);
  await setHidden(page, true);
  await page.clock.fastForward(70_000);
  await page.clock.fastForward(70_000);
  expect(await sceneOn(page)).toBe("whole");
  await setHidden(page, false);
  await until(() => sceneOn(page), "region-150700");
  await atRest(page);
  expect(await page.locator("#first-picture").isHidden()).toBe(true);
});

test("a machine that slept for a night, and woke with a clock that is years off, goes on with its map and is not offline", async () => {
  const page = await bench.openAt("/readyz");
  await page.clock.install();
  await page.goto(`${bench.running.url}/wall?tour=whole,region-150700,papers&scene=whole`);
  await standsWhole(page);
  await until(() => bench.streams(), 1);
  await page.clock.fastForward("09:00:00");
  await page.clock.setSystemTime(Date.now() + 9 * 365 * 24 * 60 * 60 * 1000);
  await page.clock.runFor(12_000);
  await until(() => page.locator(".offline-word").count(), 0);
  const slept = await sceneOn(page);
  await page.keyboard.press("PageDown");
  await until(async () => (await sceneOn(page)) === slept, false);
  await atRest(page);
  expect(await page.locator("#first-picture").isHidden()).toBe(true);
  await until(() => canvasFits(page), true);
});
