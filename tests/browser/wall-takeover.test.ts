import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { publishMonth } from "../second-month.ts";
import { atRest, isKept, serveNewerBuild, WALL, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

const bench = wallBench();

/** Share of the screen that the region's gold has at least in a frame, of what it has while the wall stands. */
const LEAST_SHARE = 0.6;

/** Every frame that the browser shows from now on, as PNG. */
async function framesOf(page: Page): Promise<{ frames: string[]; session: CDPSession }> {
  const session = await page.context().newCDPSession(page);
  const frames: string[] = [];
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    frames.push(data);
    void session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", {
    format: "png",
    maxWidth: WALL.width / 4,
    maxHeight: WALL.height / 4,
    everyNthFrame: 1,
  });
  return { frames, session };
}

/** Of each frame the share of pixels in the region's gold. `page` lends its browser's decoder. */
const goldOf = (page: Page, frames: readonly string[]): Promise<number[]> =>
  page.evaluate(
    (encoded) =>
      Promise.all(
        encoded.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          if (!context) throw new Error("no 2D canvas");
          context.drawImage(bitmap, 0, 0);
          const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
          let gold = 0;
          for (let at = 0; at < data.length; at += 4) {
            const [r = 0, , b = 0] = data.subarray(at, at + 3);
            if (r > 70 && r - b > 20) gold += 1;
          }
          return gold / (data.length / 4);
        }),
      ),
    [...frames],
  );

test("while a newer build takes over there is no frame without the map: nothing flashes", async () => {
  const page = await bench.open("?tour=whole:5,papers:5&pace=1", { reducedMotion: "reduce" });
  await atRest(page);
  await isKept(page);
  await page.locator("#first-picture").waitFor({ state: "hidden" });
  await until(() => bench.streams(), 1);
  const asked = await serveNewerBuild(page);
  const { frames, session } = await framesOf(page);
  await page.evaluate(() => document.body.setAttribute("data-of-the-older", ""));
  await publishMonth(bench.running.ledger, "2012-10", {});
  await until(() => asked() > 0, true);
  const before = frames.length;
  await page.locator("body:not([data-of-the-older]) .wall").waitFor();
  await atRest(page);
  await page.locator("#first-picture").waitFor({ state: "hidden" });
  await session.send("Page.stopScreencast");
  const gold = await goldOf(page, frames);
  expect(gold.length).toBeGreaterThan(before);
  const standing = Math.max(...gold);
  // The region is in the picture at all.
  expect(standing).toBeGreaterThan(0.03);
  expect(Math.min(...gold) / standing).toBeGreaterThan(LEAST_SHARE);
});
