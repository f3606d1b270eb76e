import { launch } from "../../browser/chromium.ts";
import { serve } from "../../browser/serve.ts";
import { coldPage, NOT_OF_THE_PAGE, timeTo } from "../pages.ts";
import { median, row, verdict } from "../statistics.ts";

const ROUNDS = 9;
const MARKS = ["first-picture", "map-complete"] as const;

/** First complete wall against first complete workbench map, each page in turn, one window, nothing in the cache. */
export async function benchComplete(): Promise<void> {
  const [site, browser] = [await serve(), await launch([], NOT_OF_THE_PAGE)];
  const times = { workbench: [] as number[], wall: [] as number[], picture: [] as number[] };
  try {
    const page = await coldPage(browser);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [, workbench] = await timeTo(page, `${site.url}/`, MARKS);
      const [picture, wall] = await timeTo(page, `${site.url}/wall`, MARKS);
      // The first round warms the compilers and the disk.
      if (round === 0) continue;
      times.workbench.push(workbench ?? Number.NaN);
      times.wall.push(wall ?? Number.NaN);
      times.picture.push(picture ?? Number.NaN);
    }
    await page.context().close();
  } finally {
    await browser.close();
    await site.stop();
  }
  console.log(row("workbench, complete map", times.workbench));
  console.log(row("wall, first picture: on screen", times.picture));
  console.log(row("wall, complete", times.wall));
  const ratio = median(times.wall) / median(times.workbench);
  console.log(verdict("complete wall / complete workbench map", ratio, 1.3, "×"));
}
