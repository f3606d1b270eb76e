import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bareShot, common, labels, squeezed } from "./bare-map.ts";
import { bestShifts } from "./compare-pictures.ts";
import { wholeMap, workbench } from "./workbench.ts";

const bench = workbench();

/** How far a name of the map may stand from where the picture had it. */
const NEAR_PX = 1;

test.each([
  { search: "", width: 390, height: 844 },
  { search: "?lang=en&theme=dark", width: 1366, height: 768 },
  { search: "", width: 1920, height: 1080 },
])(
  "$width×$height $search: the map's 12 leagues are named where the picture named them, none on another",
  async ({ search, ...viewport }) => {
    const page = await bench.open(search, { viewport });
    await wholeMap(page);
    await page.locator("#first-picture").waitFor({ state: "hidden" });
    const clip = await boxOf(page, "#map-cell");
    const map = await bareShot(page, clip, "map");
    const picture = await bareShot(page, clip, "picture");

    const regions = await bench.ask("region", "list");
    const leagues = regions.filter(({ level }) => level === "league");
    const names = await labels(page);
    const stands = leagues.map(({ name, nameEn = "" }) => {
      const full = squeezed(search.includes("en") ? nameEn : name);
      const forms = [full, full.replace(/(市|盟|League)$/, "")];
      const found = names.filter(({ text }) => forms.includes(text.replace(/\d.*$/, "")));
      expect(found, full).toHaveLength(1);
      return { name, box: found[0]?.box ?? expect.fail(`${name} is not named`) };
    });
    const overlapping = stands.flatMap((one, index) =>
      stands
        .slice(index + 1)
        .filter((other) => common(one.box, other.box) > 0)
        .map((other) => `${one.name} on ${other.name}`),
    );
    expect(overlapping).toEqual([]);

    const patches = stands.map(({ box: { left, top, right, bottom } }) => ({
      x: left - clip.x - 2,
      y: top - clip.y,
      width: right - left + 4,
      height: bottom - top,
    }));
    const shifts = await bestShifts(page, [map, picture], patches, 5);
    const moved = stands.filter((_, index) => {
      const { dx = 9, dy = 9 } = shifts[index] ?? {};
      return Math.abs(dx) > NEAR_PX || Math.abs(dy) > NEAR_PX;
    });
    expect(moved.map(({ name }) => name)).toEqual([]);
  },
);

async function boxOf(page: Page, selector: string) {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} has no box`);
  return found;
}
