import { expect, test } from "vitest";
import { publishMonth } from "../second-month.ts";
import { atRest, isKept, PICTURE, sceneOn, setHidden, wallBench } from "./wall.ts";
import { faultsOf } from "./wall-faults.ts";
import { until } from "./workbench.ts";

// Panels and tour are the same with the picture in the map's place, and here much sooner.
const bench = wallBench(PICTURE);

test("a screen that loses displays, or is zoomed, is laid out anew: all is whole and on no seam", async () => {
  const page = await bench.open("?scene=whole", { viewport: { width: 5760, height: 1080 } });
  await page.locator(".wall-due li").nth(2).waitFor();
  await page.locator(".wall-stuck li").first().waitFor();
  const columns = () => page.locator(".wall").getAttribute("data-columns");
  expect([await columns(), await faultsOf(page)]).toEqual(["3", []]);
  const screen = await page.context().newCDPSession(page);
  // One display of three is left; the same zoomed to 200 %; four by two of them; and the three again.
  for (const [width, height, deviceScaleFactor, parts] of [
    [1920, 1080, 1, "1"],
    [960, 540, 2, "1"],
    [3840, 1080, 2, "4"],
    [5760, 1080, 1, "3"],
  ] as const) {
    await screen.send("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor,
      mobile: false,
    });
    await until(columns, parts);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect([width, await faultsOf(page)]).toEqual([width, []]);
  }
});

test("a tour that nobody sees waits, for however long, and goes on once it is seen", async () => {
  const page = await bench.openAt("/readyz");
  await page.clock.install();
  await page.goto(`${bench.running.url}/wall?tour=whole:5,papers:5,unstated:5&pace=10`);
  // The picture is at rest: its scenes take no longer than they say.
  await atRest(page);
  await page.clock.fastForward(500);
  await expect.poll(() => sceneOn(page), { timeout: 10_000 }).not.toBe("whole");
  await setHidden(page, true);
  const stood = await sceneOn(page);
  // Longer than a scene that is late may keep the tour.
  await page.clock.fastForward(17_000);
  expect(await sceneOn(page)).toBe(stood);
  await setHidden(page, false);
  await until(async () => (await sceneOn(page)) === stood, false);
});

test("the screen is kept awake for as long as the wall is seen, and asked for anew after it was hidden", async () => {
  const page = await bench.openAt("/readyz");
  await page.addInitScript(() => {
    Object.assign(window, { asked: 0 });
    Object.defineProperty(navigator, "wakeLock", {
      value: {
        request: async () => {
          (window as unknown as { asked: number }).asked += 1;
          return { release: async () => {} };
        },
      },
    });
  });
  await page.goto(`${bench.running.url}/wall?scene=whole`, { waitUntil: "commit" });
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
  await isKept(page);
  await until(asked, 1);
  await setHidden(page, true);
  expect(await asked()).toBe(1);
  await setHidden(page, false);
  await until(asked, 2);
});

// Publishes: the last of this file.
test("a screen whose clock leaps by years tells the same days, is not offline, and hears of changes", async () => {
  const page = await bench.openAt("/readyz");
  await page.clock.install();
  await page.goto(`${bench.running.url}/wall?scene=whole`);
  await isKept(page);
  await until(() => bench.streams(), 1);
  const days = () => page.locator(".wall-due em").allInnerTexts();
  const before = await days();
  expect(before[0]).toBe("还有 38 天");
  await page.clock.setSystemTime(Date.now() + 9 * 365 * 24 * 60 * 60 * 1000);
  // Longer than a stream may be silent: the page takes it for lost, and counts from when it noticed.
  await page.clock.runFor(12_000);
  const offline = () => page.locator(".offline-word").count();
  expect(await offline()).toBe(0);
  expect(await days()).toEqual(before);
  await publishMonth(bench.running.ledger, "2012-08", { "S-1.4-15": "completed" });
  await page.locator(".wall-reports li").first().waitFor();
  // Beside reports there is room for one deadline, and each has its turn.
  await until(async () => (await days())[0], "当天到期");
  expect(await offline()).toBe(0);
});
