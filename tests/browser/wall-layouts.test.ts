import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { readRegions } from "#geo/read.ts";
import { publishMonth } from "../second-month.ts";
import { common, labels, squeezed } from "./bare-map.ts";
import { sceneOn, WALL, wallBench } from "./wall.ts";
import { faultsOf } from "./wall-faults.ts";
import { until } from "./workbench.ts";

// Panels, and the picture that comes with the page: they are the same with a map in its place, and here much sooner.
const bench = wallBench(["--disable-gpu", "--disable-3d-apis"]);

/** One of each kind, and of the kinds with lists the fullest and the emptiest. */
const SCENES = ["whole", "papers", "unstated", "region-150700", "region-150300", "corridor-gas"];
const FROM_AFAR = new Set(["whole", "papers", "unstated"]);
const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 5760, height: 1080 },
  { width: 7680, height: 2160 },
];
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Until the scene says all that it has to say. */
async function saidOf(page: Page, scene: string): Promise<void> {
  await until(() => sceneOn(page), scene);
  await page.locator(".wall-ranking li").first().waitFor();
  await page.locator(".wall-due li").first().waitFor();
  await page.locator(".wall-source:not(:empty)").waitFor();
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
    const page = await bench.open(`?tour=${SCENES}&scene=whole${search}`, { viewport: { width, height } });
    const faults: string[] = [];
    for (const scene of SCENES) {
      const names = FROM_AFAR.has(scene) ? await namesOn(scene, search, { width, height }) : [];
      await saidOf(page, scene);
      faults.push(...(await faultsOf(page, names)).map((fault) => `${scene}: ${fault}`));
      await page.keyboard.press("PageDown");
    }
    expect(faults).toEqual([]);
  },
);

/** Names of the picture that comes with the page; of a scene that shows the whole region, all 12 leagues' among them. */
async function namesOn(scene: string, search: string, { width, height }: (typeof SCREENS)[number]) {
  const page = await bench.open(`?scene=${scene}${search}`, {
    viewport: { width, height },
    javaScriptEnabled: false,
  });
  await page.locator("#first-picture text:visible").first().waitFor();
  const names = await labels(page);
  for (const { name, nameEn } of readRegions().filter(({ level }) => level === "league")) {
    const short = squeezed(search.includes("lang=en") ? nameEn : name);
    expect(names.filter(({ text }) => text.startsWith(short))).toHaveLength(1);
  }
  const overlapping = names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .filter((other) => common(one.box, other.box) > 0)
      .map((other) => `${one.text} on ${other.text}`),
  );
  expect(overlapping).toEqual([]);
  return names;
}

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

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .options({
      runOnly: { type: "tag", values: LEVELS },
      // Off by default in axe, though 2.2 AA asks for it.
      rules: { "target-size": { enabled: true } },
    })
    .setLegacyMode(true)
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
}

// Publishes: the last of this file.
test("so it is when a month has changes to tell, with the months' slider in the strip", async () => {
  const moved = { "S-1.4-15": "completed", "S-1.2-02": "listed", "S-1.2-07": "issued" } as const;
  await publishMonth(bench.running.ledger, "2012-08", moved);
  const faults: string[] = [];
  for (const viewport of SCREENS) {
    const page = await bench.open("?scene=whole", { viewport });
    await saidOf(page, "whole");
    await page.locator(".wall-changes li").first().waitFor();
    await page.getByRole("slider").waitFor();
    faults.push(...(await faultsOf(page)).map((fault) => `${viewport.width}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
