import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bestShifts, type Patch } from "./compare-pictures.ts";
import { atRest, wallBench } from "./wall.ts";

const bench = wallBench();

/** The map alone, or the picture that came with the page alone. */
async function bare(page: Page, what: "map" | "picture"): Promise<Buffer> {
  await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll<HTMLElement>(".wall > *")) {
      const isMap = element.classList.contains("map-stage");
      element.style.visibility = isMap && wanted === "map" ? "visible" : "hidden";
    }
    const picture = document.getElementById("first-picture");
    if (picture) picture.hidden = wanted === "map";
  }, what);
  return page.screenshot();
}

async function boxOf(page: Page, code: string): Promise<Patch> {
  const found = await page.locator(`#first-picture path[data-code="${code}"]`).first().boundingBox();
  if (!found) throw new Error(`${code} has no box`);
  return found;
}

test.each([
  { width: 1920, height: 1080 },
  { width: 5760, height: 1080 },
])(
  "on $width×$height the map stands where the picture stood, within a pixel, at both ends of the region",
  async (viewport) => {
    const page = await bench.open("?scene=whole", { viewport, reducedMotion: "reduce" });
    await atRest(page);
    await page.locator("#first-picture").waitFor({ state: "hidden" });
    const map = await bare(page, "map");
    const picture = await bare(page, "picture");
    expect(map.equals(picture)).toBe(false);
    const [west, east] = await Promise.all([boxOf(page, "152900"), boxOf(page, "150700")]);
    const patches = [
      { x: west.x - 8, y: west.y, width: 90, height: west.height },
      { x: west.x, y: west.y + west.height - 80, width: west.width, height: 88 },
      { x: east.x + east.width - 90, y: east.y, width: 98, height: east.height },
      { x: east.x, y: east.y - 8, width: east.width, height: 80 },
    ];
    for (const { dx, dy } of await bestShifts(page, [map, picture], patches, 4)) {
      expect(Math.abs(dx)).toBeLessThanOrEqual(1);
      expect(Math.abs(dy)).toBeLessThanOrEqual(1);
    }
  },
);
