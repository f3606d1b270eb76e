import { expect, test } from "vitest";
import { atRest, wallBench } from "./wall.ts";
import { shiftsAtEnds } from "./wall-shots.ts";

const bench = wallBench();

test.each([
  { width: 1920, height: 1080 },
  { width: 5760, height: 1080 },
])(
  "on $width×$height the map stands where the picture stood, within a pixel, at both ends of the region",
  async (viewport) => {
    const page = await bench.open("?scene=whole", { viewport, reducedMotion: "reduce" });
    await atRest(page);
    await page.locator("#first-picture").waitFor({ state: "hidden" });
    for (const { dx, dy } of await shiftsAtEnds(page)) {
      expect(Math.abs(dx)).toBeLessThanOrEqual(1);
      expect(Math.abs(dy)).toBeLessThanOrEqual(1);
    }
  },
);
