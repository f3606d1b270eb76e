import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { atRest, wallBench } from "./wall.ts";
import { bare } from "./wall-shots.ts";
import { until } from "./workbench.ts";

const bench = wallBench();

/** Two walls of 16 million pixels, drawn without a graphics card. */
const LONGEST_MS = 300_000;
/** Names keep so far from a seam, in 1/1080 of the screen's height. */
const OFF_U = 2;
/** A channel that differs by less, of 255, is no letter: the same ground is shaded twice. */
const LEAST_INK = 24;

/** The wall's map alone, whole and at rest; `written`: with the letters of its names, each of which stands all the same. */
async function mapOf(search: string, viewport: { width: number; height: number }, written: boolean) {
  const page = await bench.openAt("/readyz", { viewport, reducedMotion: "reduce" });
  if (!written) {
    await page.addInitScript(() => {
      CanvasRenderingContext2D.prototype.fillText = () => {};
      OffscreenCanvasRenderingContext2D.prototype.fillText = () => {};
    });
  }
  await page.goto(`${bench.running.url}/wall?scene=whole${search}`, { waitUntil: "commit" });
  await atRest(page);
  await page.locator("#first-picture").waitFor({ state: "hidden" });
  return { page, picture: await still(page) };
}

/** How many pixels of two pictures of one size differ, in all and in each of the stretches. */
const inkOf = (
  page: Page,
  pictures: readonly [Buffer, Buffer],
  stretches: readonly { x: number; y: number; w: number; h: number }[],
): Promise<number[]> =>
  page.evaluate(
    async ({ encoded, stretches, least }) => {
      const [a, b] = await Promise.all(
        encoded.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          if (!context) throw new Error("no 2D canvas");
          context.drawImage(bitmap, 0, 0);
          return context;
        }),
      );
      if (!a || !b) throw new Error("no pictures");
      const all = { x: 0, y: 0, w: a.canvas.width, h: a.canvas.height };
      return [all, ...stretches].map(({ x, y, w, h }) => {
        const [one, other] = [a.getImageData(x, y, w, h).data, b.getImageData(x, y, w, h).data];
        let inked = 0;
        for (let at = 0; at < one.length; at += 4) {
          const by = (part: number) => Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0));
          if (Math.max(by(0), by(1), by(2)) > least) inked += 1;
        }
        return inked;
      });
    },
    {
      encoded: pictures.map((png) => png.toString("base64")),
      stretches: [...stretches],
      least: LEAST_INK,
    },
  );

/** The bare map once it has been drawn the same twice. */
async function still(page: Page): Promise<Buffer> {
  let before: Buffer;
  let now: Buffer = Buffer.alloc(0);
  await until(async () => {
    await atRest(page);
    before = now;
    now = await bare(page, "map");
    return now.equals(before);
  }, true);
  return now;
}

test.each([
  { width: 5760, height: 1080, columns: 3, rows: 1, search: "" },
  { width: 5760, height: 1080, columns: 3, rows: 1, search: "&lang=en" },
  { width: 7680, height: 2160, columns: 4, rows: 2, search: "" },
  { width: 7680, height: 2160, columns: 4, rows: 2, search: "&lang=en" },
])(
  "on $width×$height with $search no letter that the map draws of a name lies on a seam",
  async ({ width, height, columns, rows, search }) => {
    const off = Math.ceil((OFF_U * height) / 1080);
    const down = Array.from({ length: columns - 1 }, (_, at) => ({
      x: ((at + 1) * width) / columns - off,
      y: 0,
      w: 2 * off,
      h: height,
    }));
    const across = Array.from({ length: rows - 1 }, (_, at) => ({
      x: 0,
      y: ((at + 1) * height) / rows - off,
      w: width,
      h: 2 * off,
    }));
    const unwritten = await mapOf(search, { width, height }, false);
    await unwritten.page.context().close();
    const { page, picture } = await mapOf(search, { width, height }, true);
    const [all, ...ink] = await inkOf(page, [picture, unwritten.picture], [...down, ...across]);
    // A dozen names are more than a thousand pixels.
    expect(all).toBeGreaterThan(1000);
    expect(ink).toEqual([...down, ...across].map(() => 0));
  },
  LONGEST_MS,
);
