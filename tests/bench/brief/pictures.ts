import { launch } from "../../browser/chromium.ts";
import { serve } from "../../browser/serve.ts";
import { median, row, verdict } from "../statistics.ts";
import { servePictures } from "./site.ts";

const ROUNDS = 5;
const WAYS = {
  ours: "One Map: draft, then once at its size, PNG",
  oneStep: "the same map in one step, PNG",
  plugin: "@watergis/maplibre-gl-export, A3 300 dpi",
} as const;
type Way = keyof typeof WAYS;
type Made = { ms: number; width: number; height: number; bytes: number; frames?: number };

/** The map of A3 at 300 dpi, by three ways in turn, each on a page of its own beside a live map. */
export async function benchPictures(): Promise<void> {
  const [ours, browser] = [await serve(), await launch()];
  const site = await servePictures(ours.url);
  const times: Record<Way, number[]> = { ours: [], oneStep: [], plugin: [] };
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const way of Object.keys(WAYS) as Way[]) {
        const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
        page.setDefaultTimeout(180_000);
        page.on("pageerror", (error) => console.error(error));
        await page.goto(site.url);
        const made = await page.evaluate(async (name) => {
          const { pictures } = window as unknown as { pictures: Record<string, () => Promise<Made>> };
          await pictures.prepare?.();
          return await pictures[name]?.();
        }, way);
        await page.close();
        if (made === undefined) throw new Error(`no ${way}`);
        if (round === 0) {
          const { width, height, bytes, frames } = made;
          const drawn = frames === undefined ? "" : `, ${frames} frames`;
          console.log(`${WAYS[way]}: ${width} × ${height} px, ${(bytes / 1e6).toFixed(1)} MB${drawn}`);
        } else times[way].push(made.ms);
      }
    }
    for (const way of Object.keys(WAYS) as Way[]) console.log(row(WAYS[way], times[way]));
    const ratio = (way: Way) => median(times.ours) / median(times[way]);
    console.log(verdict("picture / the same in one step", ratio("oneStep"), 0.6, "×"));
    console.log(verdict("picture / @watergis/maplibre-gl-export", ratio("plugin"), 0.5, "×"));
  } finally {
    await browser.close();
    site.stop();
    await ours.stop();
  }
}
