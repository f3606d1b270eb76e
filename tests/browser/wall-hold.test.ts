import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { wall as zh } from "../../client/words/zh-CN/wall.ts";
import { publishMonth } from "../second-month.ts";
import { atRest, PICTURE, sceneOn, serveNewerBuild, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

// What a hold is, and when it ends, is the same with the picture in the map's place, and here much sooner.
const bench = wallBench(PICTURE);
const MINUTE = 60_000;

/** A wall whose clock the test turns. */
async function open(search: string): Promise<Page> {
  const page = await bench.openAt("/readyz");
  await page.clock.install();
  await page.goto(`${bench.running.url}/wall${search}`);
  await atRest(page);
  return page;
}
const held = (page: Page) => page.locator(".wall").getAttribute("data-held");
const controls = (page: Page) => page.locator(".wall-controls");

test("a presenter's hold is told, lasts while a hand is there, and ends by itself ten minutes after the last", async () => {
  const page = await open("?tour=whole:600,papers:600");
  await page.keyboard.press("ArrowRight");
  await page.locator('.wall[data-held="true"][data-scene="papers"]').waitFor();
  await controls(page).getByText(zh.holdLasts.replace("{{minutes}}", "10")).waitFor();
  await page.clock.fastForward(9.8 * MINUTE);
  // Who stands before the wall is told in time to keep it.
  await controls(page).getByText(zh.holdEnds).waitFor();
  await until(() => controls(page).evaluate((one) => getComputedStyle(one).opacity), "1");
  await page.mouse.move(900, 500);
  await controls(page).getByText(zh.holdEnds).waitFor({ state: "detached" });
  await page.clock.fastForward(9.8 * MINUTE);
  expect(await held(page)).toBe("true");
  await page.clock.fastForward(0.3 * MINUTE);
  await until(() => held(page), "false");
  expect(await sceneOn(page)).toBe("papers");
  expect(await page.locator(".wall-controls small").count()).toBe(0);
});

test("the address says how long, and an open panel goes with the hand that opened it", async () => {
  const page = await open("?tour=whole:600&hold=3");
  await page.keyboard.press("e");
  await page.locator(".wall-settings").getByText("3 分没有").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.locator(".wall-help").waitFor();
  await page.clock.fastForward(3.1 * MINUTE);
  await page.locator(".wall-help").waitFor({ state: "detached" });
});

test("the scene that the address names never ends, and stands again once a hand has gone", async () => {
  const page = await open("?tour=whole,papers&scene=region-150700");
  await page.clock.fastForward(30 * MINUTE);
  expect([await sceneOn(page), await held(page)]).toEqual(["region-150700", "true"]);
  expect(await page.locator(".wall-controls small").count()).toBe(0);
  await page.keyboard.press("Home");
  await until(() => sceneOn(page), "whole");
  await page.clock.fastForward(10.1 * MINUTE);
  await until(() => sceneOn(page), "region-150700");
  expect(await held(page)).toBe("true");
});

const MONTHS = ["2012-08", "2012-09", "2012-10"];
const aMonth = () => publishMonth(bench.running.ledger, MONTHS.shift() ?? "", {});

test.each([
  ["a scene that its address holds", "?scene=region-150700", 10.1 * MINUTE, "region-150700", "true"],
  ["a tour of one scene", "?tour=papers:5", 6000, "papers", "false"],
])("a newer build is taken over by %s too, which stands again", async (_name, search, ms, scene, hold) => {
  const page = await open(search);
  // Of a tour of one scene the first turn is over before there is anything to take over.
  await page.clock.fastForward(ms);
  await until(() => bench.streams(), 1);
  const asked = await serveNewerBuild(page);
  await page.evaluate(() => document.body.setAttribute("data-of-the-older", ""));
  await aMonth();
  await until(() => asked() > 0, true);
  // Once it knows of it.
  await until(async () => {
    await page.clock.fastForward(ms);
    return page.locator("body[data-of-the-older]").count();
  }, 0);
  await page.locator(".wall").waitFor();
  expect([await sceneOn(page), await held(page)]).toEqual([scene, hold]);
});

// Of whatever the tests above have published.
test("the replay shows every month in turn, six seconds each at pace 1, and stays at the latest", async () => {
  while (MONTHS.length > 0) await aMonth();
  const { months } = await bench.api.wall.news();
  expect(months).toEqual(["2012-07", "2012-08", "2012-09", "2012-10"]);
  const page = await open("?tour=whole,papers&scene=whole&pace=2");
  const slider = page.getByRole("slider");
  const month = () => slider.getAttribute("aria-valuetext");
  /** Until the strip says so, ms of the page's clock: answers that have come are told by its timers. */
  const saysIn = async (one: string): Promise<number> => {
    let passed = 0;
    await until(async () => {
      await page.clock.runFor(1);
      passed += 1;
      return (await page.locator(".wall-as-of").innerText()).includes(one);
    }, true);
    return passed;
  };
  const replaying = () => page.locator(".wall-months").getAttribute("data-replaying");
  await until(month, "2012-10");
  // From here on the clock stands but for what the test turns. A leap would lose the page its stream.
  await page.clock.pauseAt(Date.now() + 1000);
  await page.keyboard.press("m");
  for (const [at, one] of months.entries()) {
    await until(month, one);
    const passed = await saysIn(one);
    expect(await replaying()).toBe(String(at < months.length - 1));
    await page.clock.runFor(2990 - passed);
    expect(await month()).toBe(one);
    await page.clock.runFor(20);
  }
  await page.clock.runFor(MINUTE);
  expect([await month(), await replaying(), await sceneOn(page)]).toEqual(["2012-10", "false", "whole"]);

  // On the slider the arrows go by month; what a clicker sends goes by scene, there and back.
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await until(month, "2012-09");
  for (const [key, scene] of [
    ["PageDown", "papers"],
    ["PageUp", "whole"],
    ["PageUp", "papers"],
  ] as const) {
    await page.keyboard.press(key);
    await until(() => sceneOn(page), scene);
    expect(await month()).toBe("2012-09");
  }
});

test("the source line is never cut, with the months' slider and both signs beside it", async () => {
  const page = await bench.open("?tour=whole&scene=whole");
  await atRest(page);
  await until(() => bench.streams(), 1);
  for (const month of ["2012-11", "2012-12"]) await publishMonth(bench.running.ledger, month, {});
  await page.getByRole("slider").waitFor();
  await page
    .locator(".wall-sign")
    .filter({ hasText: /\d\d:\d\d/ })
    .waitFor();
  const cut = () => page.locator(".wall-source").evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(await cut()).toBe(0);
  await bench.stop();
  await page.locator(".wall-strip .offline-word").waitFor();
  await page
    .locator(".wall-sign")
    .filter({ hasText: /\d\d:\d\d/ })
    .waitFor();
  expect(await cut()).toBe(0);
  await bench.startAgain();
});
