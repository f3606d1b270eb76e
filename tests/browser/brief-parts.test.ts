import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { problemWords } from "#domain/brief/preflight.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { until, wholeMap, workbench } from "./workbench.ts";

/**
 * The map of A3 at 150 dpi is 1825 × 1525 px: five parts a side, where without limits it is two across. No seam of the one
 * is a seam of the other.
 */
const LIMIT = 380;
const READER = { acceptDownloads: true, reducedMotion: "reduce" } as const;
const bench = workbench();
const words = zhCN.brief;
const composer = (of: Page) => of.locator("dialog.composer");
const png = (of: Page) => composer(of).getByRole("button", { name: words.png });

/** A graphics unit that says it draws no more at once: textures, buffers and the viewport. */
function lowLimits(limit: number): void {
  const { getParameter } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.getParameter = function (name) {
    const said = getParameter.call(this, name);
    const { MAX_TEXTURE_SIZE, MAX_RENDERBUFFER_SIZE, MAX_VIEWPORT_DIMS } = this;
    if (name === MAX_VIEWPORT_DIMS) return new Int32Array([limit, limit]);
    return name === MAX_TEXTURE_SIZE || name === MAX_RENDERBUFFER_SIZE ? limit : said;
  };
}

/** A browser that gives a smaller buffer than the canvas asks for, as one short of memory does. */
function smallBuffers(limit: number): void {
  for (const side of ["drawingBufferWidth", "drawingBufferHeight"]) {
    const read = Object.getOwnPropertyDescriptor(WebGL2RenderingContext.prototype, side)?.get;
    Object.defineProperty(WebGL2RenderingContext.prototype, side, {
      configurable: true,
      get(this: WebGL2RenderingContext) {
        return Math.min(limit, read?.call(this));
      },
    });
  }
}

/** How often the hidden map has drawn something between one part that is read and the next: `window.drawn`. */
function noteDrawn(): void {
  const drawn: number[] = [];
  let calls = 0;
  Object.assign(window, { drawn });
  const tell = (name: "drawElements" | "readPixels", what: () => void) => {
    const original = WebGL2RenderingContext.prototype[name];
    Reflect.set(
      WebGL2RenderingContext.prototype,
      name,
      function (this: WebGL2RenderingContext, ...args: unknown[]) {
        if (this.canvas instanceof HTMLCanvasElement && this.canvas.closest(".brief-map") !== null) what();
        return Reflect.apply(original, this, args);
      },
    );
  };
  tell("drawElements", () => {
    calls += 1;
  });
  tell("readPixels", () => {
    drawn.push(calls);
    calls = 0;
  });
}

/** The composer on A3 at 150 dpi. */
async function compose(page: Page): Promise<Page> {
  await wholeMap(page);
  await page.getByRole("button", { name: zhCN.shell.export, exact: true }).click();
  await page.getByRole("button", { name: zhCN.shell.openBrief }).click();
  await composer(page).getByText("150 dpi", { exact: true }).click();
  await composer(page).getByText("2480 × 1754").waitFor();
  await composer(page).locator('.page-preview[aria-busy="false"]').waitFor();
  return page;
}

async function composeIn(smaller: (limit: number) => void): Promise<Page> {
  const page = await bench.openEmpty(READER);
  await page.addInitScript(smaller, LIMIT);
  await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
  return compose(page);
}

async function write(page: Page): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), png(page).click()]);
  return readFile(await file.path());
}

/** How many pixels differ, and by how much at most; refuses pictures of two sizes. */
const difference = (page: Page, pictures: readonly [Buffer, Buffer]) =>
  page.evaluate(
    async (encoded) => {
      const [a, b] = await Promise.all(
        encoded.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) throw new Error("two sizes");
      const pixels = { size: [a.width, a.height], differing: 0, most: 0 };
      for (let at = 0; at < a.data.length; at += 4) {
        let most = 0;
        for (let channel = 0; channel < 3; channel += 1) {
          most = Math.max(most, Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)));
        }
        if (most > 0) pixels.differing += 1;
        pixels.most = Math.max(pixels.most, most);
      }
      return pixels;
    },
    pictures.map((picture) => picture.toString("base64")),
  );

describe("a picture larger than the browser draws at once", () => {
  let unlimited: Buffer;
  beforeAll(async () => {
    const page = await compose(await bench.openForAll("", READER));
    unlimited = await write(page);
    await page.context().close();
  });

  /** The crop rounds: the edges of a few thin triangles differed in 68 pixels, by 8 at most. A seam would be hundreds. */
  const near = (pixels: Awaited<ReturnType<typeof difference>>) => {
    expect(pixels.size).toEqual([2480, 1754]);
    expect(pixels.differing).toBeLessThan(500);
    expect(pixels.most).toBeLessThan(16);
  };

  test("is drawn in parts without a seam, and the page says so beforehand", async () => {
    const page = await composeIn(lowLimits);
    const { what } = problemWords({ kind: "gpuLimit", limit: LIMIT }, "zh-CN");
    await until(() => composer(page).locator(".brief-checks li").filter({ hasText: what }).count(), 1);
    near(await difference(page, [unlimited, await write(page)]));
  });

  test("is drawn once a part: while its tiles and names arrive nothing is", async () => {
    const page = await bench.openEmpty(READER);
    await page.addInitScript(lowLimits, LIMIT);
    await page.addInitScript(noteDrawn);
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    await compose(page);
    const drawn = () => page.evaluate(() => (window as unknown as { drawn: number[] }).drawn);
    const preview = (await drawn()).length;
    await write(page);
    const parts = (await drawn()).slice(preview);
    expect(parts.length).toBe(25);
    expect(parts[0]).toBeGreaterThan(20);
    expect(new Set(parts).size).toBe(1);
  });

  test("is drawn in parts too by a browser that gives less than it says", async () => {
    const page = await composeIn(smallBuffers);
    near(await difference(page, [unlimited, await write(page)]));
  });

  test("is no file when the context is lost between two parts, and the next press writes it", async () => {
    const page = await composeIn(lowLimits);
    const files: Download[] = [];
    page.on("download", (file) => files.push(file));
    await loseAfterFirstPart(page);
    await png(page).click();
    const { what, wayOut } = problemWords({ kind: "contextLost" }, "zh-CN");
    const told = words.refused.replace("{{why}}", what + wayOut);
    await until(() => composer(page).locator('[role="status"][data-refused="true"]').textContent(), told);
    expect(files).toEqual([]);
    const live = page.locator(".one-map-gl canvas");
    expect(
      await live.evaluate((canvas: HTMLCanvasElement) => canvas.getContext("webgl2")?.isContextLost()),
    ).toBe(false);
    near(await difference(page, [unlimited, await write(page)]));
  });
});

/** Takes the graphics unit away from the hidden map as soon as its first part is read; once. */
const loseAfterFirstPart = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { getBufferSubData } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.getBufferSubData = function (
      this: WebGL2RenderingContext,
      ...args: unknown[]
    ) {
      Reflect.apply(getBufferSubData, this, args);
      if (!(this.canvas instanceof HTMLCanvasElement) || this.canvas.closest(".brief-map") === null) return;
      WebGL2RenderingContext.prototype.getBufferSubData = getBufferSubData;
      // After what was read has been taken: of that part there is a picture.
      setTimeout(() => this.getExtension("WEBGL_lose_context")?.loseContext());
    };
  });
