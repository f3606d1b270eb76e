import { expect, test } from "vitest";
import { violations } from "./axe.ts";
import { faintOnPicture } from "./axe-unsure.ts";
import { atRest, sceneOn, WALL, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

// On the map itself: what panels write over it, axe cannot tell from what it is painted on.
const bench = wallBench();

test.each([
  { ...WALL, search: "&theme=dark" },
  { ...WALL, search: "&theme=light" },
  { ...WALL, search: "&lang=en" },
  { width: 5760, height: 1080, search: "" },
])("on $width×$height with $search every text is read from what lies beneath it", async (screen) => {
  const { search, ...viewport } = screen;
  const scenes = ["whole", "papers", "unstated", "region-150700", "port-150781", "corridor-gas"];
  const page = await bench.open(`?tour=${scenes}&scene=whole${search}`, {
    viewport,
    reducedMotion: "reduce",
  });
  let judged = 0;
  const found: unknown[] = [];
  for (const scene of scenes) {
    await until(() => sceneOn(page), scene);
    await page.locator(".wall-due li").first().waitFor();
    await page.locator("#first-picture").waitFor({ state: "hidden" });
    await atRest(page);
    // What a hand has called up may lie on the panels.
    await until(() => page.locator(".wall").getAttribute("data-hand"), "false");
    const unsure = await faintOnPicture(page);
    judged += unsure.judged;
    found.push(...unsure.faint.map((fault) => `${scene}: ${fault}`), ...(await violations(page)));
    await page.keyboard.press("PageDown");
  }
  expect(found).toEqual([]);
  // Were axe sure of all of it, nothing would have been judged here.
  expect(judged).toBeGreaterThan(0);
});
