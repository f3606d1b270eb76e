import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { readRegions } from "#geo/read.ts";
import { publishMonth } from "../second-month.ts";
import { violations } from "./axe.ts";
import { common, labels, squeezed } from "./bare-map.ts";
import { sceneOn, WALL, wallBench } from "./wall.ts";
import { faultsOf } from "./wall-faults.ts";
import { until } from "./workbench.ts";

// Panels, and the picture that comes with the page: they are the same with a map in its place, and here much sooner.
const bench = wallBench(["--disable-gpu", "--disable-3d-apis"]);

/** One of each kind, and of the kinds with lists the fullest and the emptiest. */
const SCENES = ["whole", "papers", "unstated", "region-150700", "region-150300", "corridor-gas"];
const FROM_AFAR = ["whole", "papers", "unstated"];
const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 5760, height: 1080 },
  { width: 7680, height: 2160 },
];
/** A hair less than of panels: the sizes of the picture's names follow the window by steps. */
const LEAST_NAME = 23;

/** Until the scene says all that it has to say. */
async function saidOf(page: Page, scene: string): Promise<void> {
  await until(() => sceneOn(page), scene);
  await page.locator(".wall-ranking li").first().waitFor();
  await page.locator(".wall-due li").first().waitFor();
  await page.locator(".wall-source:not(:empty)").first().waitFor();
  if (scene === "whole") await page.locator(".wall-headline").waitFor();
  else await page.locator(".wall-scene-count").waitFor();
  if (/region|unstated|corridor/.test(scene)) await page.locator(".wall-items li").first().waitFor();
  if (scene === "region-150300") await page.locator(".wall-items blockquote").waitFor();
}

test.each([
  ...SCREENS.map((screen) => ({ ...screen, search: "&lang=zh-CN" })),
  { ...WALL, search: "&seams=2x2" },
  { ...WALL, search: "&seams=3x1" },
  { ...WALL, search: "&lang=en" },
])(
  "on $width×$height with $search all that is to be read is large, whole, apart from all else and off the seams",
  async ({ width, height, search }) => {
    const names = await namesFromAfar(search, { width, height });
    const page = await bench.open(`?tour=${SCENES}&scene=whole${search}`, { viewport: { width, height } });
    const faults: string[] = [];
    for (const scene of SCENES) {
      await saidOf(page, scene);
      faults.push(...(await faultsOf(page, names.get(scene))).map((fault) => `${scene}: ${fault}`));
      await page.keyboard.press("PageDown");
    }
    expect(faults).toEqual([]);
  },
);

/** Names of the pictures that come with the page, by scene: of those that show the whole region. */
async function namesFromAfar(search: string, viewport: (typeof SCREENS)[number]) {
  const page = await bench.openAt("/readyz", { viewport, javaScriptEnabled: false });
  const names = new Map<string, Awaited<ReturnType<typeof labels>>>();
  for (const scene of FROM_AFAR) {
    await page.goto(`${bench.running.url}/wall?scene=${scene}${search}`, { waitUntil: "commit" });
    names.set(scene, await namesOn(page, search));
  }
  await page.context().close();
  return names;
}

/** All 12 leagues' among them, and none on another. */
async function namesOn(page: Page, search: string) {
  await page.locator("#first-picture text:visible").first().waitFor();
  const names = await labels(page);
  for (const { name, nameEn } of readRegions().filter(({ level }) => level === "league")) {
    // Between seams there may be room for what one says alone: 乌兰察布.
    const said = search.includes("seams") ? name.replace(/[市盟]$/, "") : name;
    const short = squeezed(search.includes("lang=en") ? nameEn : said);
    expect(names.filter(({ text }) => text.startsWith(short))).toHaveLength(1);
  }
  const overlapping = names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .filter((other) => common(one.box, other.box) > 0)
      .map((other) => `${one.text} on ${other.text}`),
  );
  expect(overlapping).toEqual([]);
  expect(await smallNames(page)).toEqual([]);
  return names;
}

/** Of the map's names, and the digits of its badges, those that are smaller than a panel's text may be, in 1/1080 of the screen's height. */
const smallNames = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const u = Math.min(innerHeight / 1080, innerWidth / 1920);
    const runs = document.querySelectorAll<SVGTextContentElement>(
      "#first-picture :is(tspan, text:not(:has(tspan)))",
    );
    return [...runs].flatMap((run) => {
      // Those for other widths of window have no box (geo/picture/bands.ts).
      if (run.getBoundingClientRect().width === 0) return [];
      // A mark has a grid of its own, which is drawn larger than it says.
      const mark = run.closest<SVGSVGElement>("svg[viewBox]");
      const grown = mark
        ? mark.getBoundingClientRect().width / mark.viewBox.baseVal.width
        : run.currentCSSZoom;
      const size = (Number.parseFloat(getComputedStyle(run).fontSize) * grown) / u;
      return size < least ? [`${run.textContent}: ${size.toFixed(1)} u`] : [];
    });
  }, LEAST_NAME);

test.each(["dark", "light"])("in the %s theme axe finds nothing against WCAG 2.2 AA", async (theme) => {
  const page = await bench.open(`?tour=whole,region-150300&scene=whole&theme=${theme}`);
  await saidOf(page, "whole");
  const found = await violations(page);
  const panels = { e: ".wall-settings", "?": ".wall-help", r: ".pairing .qr" };
  for (const [key, panel] of Object.entries(panels)) {
    await page.keyboard.press(key);
    await page.locator(panel).waitFor();
    found.push(...(await violations(page)));
    await page.keyboard.press("Escape");
    await page.locator(panel).waitFor({ state: "detached" });
  }
  await page.keyboard.press("PageDown");
  await saidOf(page, "region-150300");
  found.push(...(await violations(page)));
  await page.keyboard.press("1");
  await page.locator(".wall-card blockquote").waitFor();
  expect([...found, ...(await violations(page))]).toEqual([]);
});

// Publishes: the last of this file.
test("so it is when a month has lights, changes and reports to tell, with the months' slider in the strip", async () => {
  const behind = { plannedPercent: 90, actualPercent: 40.5, done: "配套资金尚未到位，施工放缓。".repeat(12) };
  await publishMonth(bench.running.ledger, "2012-08", {
    "S-1.4-15": "completed",
    "S-1.2-02": "listed",
    "S-1.2-07": "issued",
    "S-1.3-04": { stage: "construction", ...behind },
    "S-1.3-06.1": { stage: "construction", ...behind },
  });
  const faults: string[] = [];
  for (const { search, ...viewport } of [
    ...SCREENS.map((screen) => ({ ...screen, search: "" })),
    { ...WALL, search: "&seams=2x2" },
    { ...WALL, search: "&seams=3x1" },
    { ...WALL, search: "&lang=en" },
    { width: 5760, height: 1080, search: "&lang=en" },
  ]) {
    const page = await bench.open(`?tour=whole,region-150300&scene=whole${search}`, { viewport });
    for (const [scene, told] of [
      ["whole", "li"],
      ["region-150300", "li:nth-child(1):last-child"],
    ] as const) {
      await saidOf(page, scene);
      await page.locator(".wall-lights").waitFor();
      await page.locator(".wall-changes li").first().waitFor();
      await page.locator(`.wall-reports ${told}`).first().waitFor();
      await page.getByRole("slider").waitFor();
      const screen = `${viewport.width}${search} ${scene}`;
      faults.push(...(await faultsOf(page)).map((fault) => `${screen}: ${fault}`));
      await page.keyboard.press("PageDown");
    }
    // A wall that nobody looks at any more goes on drawing.
    await page.context().close();
  }
  expect(faults).toEqual([]);
});
