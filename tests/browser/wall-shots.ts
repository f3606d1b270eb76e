import type { Page } from "playwright-core";
import { bestShifts, type Patch, type Shift } from "./compare-pictures.ts";

/** The map alone, or the picture that came with the page alone; in the page's own pixels, however the screen is zoomed. */
export async function bare(page: Page, what: "map" | "picture"): Promise<Buffer> {
  await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll<HTMLElement>(".wall > *")) {
      const isMap = element.classList.contains("map-stage");
      element.style.visibility = isMap && wanted === "map" ? "visible" : "hidden";
    }
    const picture = document.getElementById("first-picture");
    if (picture) picture.hidden = wanted === "map";
  }, what);
  return page.screenshot({ scale: "css" });
}

/** All of the wall again, with the map in the picture's place. */
export const dressed = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>(".wall > *")) element.style.visibility = "";
    const picture = document.getElementById("first-picture");
    if (picture) picture.hidden = true;
  });

/** How far the map stands from the picture that came with the page, at both ends of the region. */
export async function shiftsAtEnds(page: Page): Promise<Shift[]> {
  const map = await bare(page, "map");
  const picture = await bare(page, "picture");
  if (map.equals(picture)) throw new Error("the map is its picture");
  const [west, east] = await Promise.all([boxOf(page, "152900"), boxOf(page, "150700")]);
  const patches = [
    { x: west.x - 8, y: west.y, width: 90, height: west.height },
    { x: west.x, y: west.y + west.height - 80, width: west.width, height: 88 },
    { x: east.x + east.width - 90, y: east.y, width: 98, height: east.height },
    { x: east.x, y: east.y - 8, width: east.width, height: 80 },
  ];
  return bestShifts(page, [map, picture], patches, 4);
}

async function boxOf(page: Page, code: string): Promise<Patch> {
  const found = await page.locator(`#first-picture path[data-code="${code}"]`).first().boundingBox();
  if (!found) throw new Error(`${code} has no box`);
  return found;
}
