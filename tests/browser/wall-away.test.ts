import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { OPEN_HOUSE, peopleOf } from "#server/people/people.ts";
import { fillMonth, publishMonth } from "../second-month.ts";
import { anAccount } from "../server/people/visitor.ts";
import { signIn } from "./desk-house.ts";
import { mostInASecond, standInFor } from "./stand-in.ts";
import { atRest, isKept, sceneOn, serveNewerBuild, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

const bench = wallBench();

/** Longest that a change of the ledger may take to the wall, ms. */
const LIVE_MS = 2000;

const ranked = (page: Page) =>
  page
    .locator(".wall-ranking li")
    .evaluateAll((rows) =>
      rows.map((row) => `${row.getAttribute("data-code")} ${row.querySelector("b")?.textContent}`),
    );
/** Whether the page has been answered a question of which the address says this. */
const askedFor = (page: Page, words: string) =>
  page.evaluate(
    (part) =>
      performance
        .getEntriesByType("resource")
        .some(({ name, duration }) => name.includes("policy.list") && name.includes(part) && duration > 0),
    words,
  );
/** The same of any question. */
const isAnswered = (page: Page, procedure: string, ...words: string[]) =>
  page.evaluate(
    ([asked = "", ...parts]) =>
      performance
        .getEntriesByType("resource")
        .some(
          ({ name, duration }) =>
            name.includes(asked) && parts.every((part) => name.includes(part)) && duration > 0,
        ),
    [procedure, ...words],
  );
const offlineWord = (page: Page) => page.locator(".wall-strip .offline-word");

test("a month published by another client is on the wall within two seconds, quietly: no reload, and what changed is told", async () => {
  const page = await bench.open("?scene=whole");
  await atRest(page);
  await page.locator(".wall-due li").first().waitFor();
  await page.evaluate(() => document.body.setAttribute("data-never-reloaded", ""));
  // The stream opens once the map stands.
  await page.waitForFunction(() => performance.getEntriesByType("resource").length > 0);
  const { items } = await bench.api.project.list({ filter: { stages: ["preparation"] } });
  const [moved] = items;
  if (!moved) throw new Error("the seed has projects in preparation");
  expect(await page.locator(".wall-changes").count()).toBe(0);
  await until(() => bench.streams(), 1);

  const { ledger, url } = bench.running;
  await fillMonth(ledger, "2012-08", { [moved.id]: "construction" });
  const clock = { now: Date.now() };
  const people = peopleOf(ledger.database.write, OPEN_HOUSE, { now: () => clock.now });
  await anAccount({ ledger, people, clock }, "办公室", ["office"], OFFICE_UNIT);
  const office = await bench.openAt("/readyz");
  await signIn(office, url, "办公室");
  const told = page.locator(".wall-changes li").first().waitFor();
  const started = performance.now();
  const answer = await office.request.post(`${url}/trpc/report.publish`, {
    headers: { Origin: url },
    data: { month: "2012-08" },
  });
  expect(answer.status()).toBe(200);
  await told;
  // From before it was asked: the wall may be quicker than the answer.
  expect(performance.now() - started).toBeLessThan(LIVE_MS);

  expect(await page.locator(".wall-changes li").first().textContent()).toContain(moved.title);
  await page.locator(".wall-strip > b").filter({ hasText: "2012-08" }).waitFor();
  // What it is about is shown on the map: an item of an area by the area's outline, any other by its own mark.
  await page.locator('.wall-changes li[data-now="true"]').waitFor();
  await page
    .locator(".wall-sign")
    .filter({ hasText: /\d\d:\d\d/ })
    .waitFor();
  expect(await page.locator("body[data-never-reloaded]").count()).toBe(1);

  // The months are there now, as a slider and as a replay that ends at the latest.
  const slider = page.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await until(() => slider.getAttribute("aria-valuetext"), "2012-07");
  await page.locator(".wall-changes").waitFor({ state: "detached" });
  await page.locator(".wall-strip > b").filter({ hasText: "2012-07" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await until(() => slider.getAttribute("aria-valuetext"), "2012-08");
});

test("a server that goes leaves the last picture and a word; the wall goes on, is reloaded, and comes back by itself", async () => {
  const page = await bench.open("?tour=whole,region-150700,papers&pace=4");
  await atRest(page);
  await isKept(page);
  // The answers of scenes that have not stood yet are here, too.
  await until(() => askedFor(page, "within"), true);
  await until(() => isAnswered(page, "progress.byRegion", "county", "policies"), true);
  // Of the whole: other scenes rank by another question.
  await until(() => sceneOn(page), "whole");
  const before = await ranked(page);

  await bench.stop();
  const gone = Date.now();
  const dead = await standInFor(bench.running.url);
  await offlineWord(page).waitFor();
  expect(Date.now() - gone).toBeGreaterThan(8000);
  expect(await offlineWord(page).textContent()).toContain("2012-0");
  // The tour has not stopped, and says what it said.
  for (const scene of ["region-150700", "papers", "whole"]) await until(() => sceneOn(page), scene);
  expect(await ranked(page)).toEqual(before);
  // In all that time the server has been asked no more than once in any second, whatever for, but not given up.
  const seconds = (Date.now() - gone) / 1000;
  expect(dead.asked.length).toBeGreaterThan(seconds / 16);
  expect(mostInASecond(dead.asked), JSON.stringify(dead.asked)).toBe(1);

  const streamed = () => dead.asked.filter(({ path }) => path.includes("revision.watch")).length;
  const [heard, streams] = [dead.asked.length, streamed()];
  await page.reload({ waitUntil: "commit" });
  await atRest(page);
  await until(() => ranked(page), before);
  await offlineWord(page).waitFor();
  await until(() => streamed() > streams + 1, true);
  // Beside the page itself, and the browser's own look whether there is a newer worker, nothing but its stream asks,
  // and what asks whether the stream alone is lost.
  const again = dead.asked.slice(heard).filter(({ path }) => !/^\/(wall\?|sw\.js$)/.test(path));
  expect(again.filter(({ path }) => !/revision\.watch|^\/readyz$/.test(path))).toEqual([]);
  expect(mostInASecond(again), JSON.stringify(again)).toBe(1);

  await dead.stop();
  await bench.startAgain();
  await offlineWord(page).waitFor({ state: "detached" });
  await until(() => ranked(page), before);
});

test("a newer build is taken over between two scenes, before the one whose picture comes with it", async () => {
  const page = await bench.open("?tour=whole:5,papers:5&pace=1");
  await atRest(page);
  await until(() => bench.streams(), 1);
  const asked = await serveNewerBuild(page);
  await page.evaluate(() => document.body.setAttribute("data-of-the-older", ""));
  await publishMonth(bench.running.ledger, "2012-10", {});
  await until(() => asked() > 0, true);
  expect(await page.locator("body[data-of-the-older]").count()).toBe(1);
  await page.locator("body:not([data-of-the-older]) .wall").waitFor();
  expect(await sceneOn(page)).toBe("whole");
  expect(await page.locator(".wall").getAttribute("data-held")).toBe("false");
});
