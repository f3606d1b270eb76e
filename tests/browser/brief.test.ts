import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type Dpi, PAGES, type PageId } from "#domain/brief/page.ts";
import { en } from "../../client/words/en.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { violations } from "./axe.ts";
import { expectOfficeFile } from "./office-file.ts";
import { go, until, wholeMap, workbench } from "./workbench.ts";

const bench = workbench();
const words = zhCN.brief;
let page: Page;
beforeAll(async () => {
  page = await bench.openForAll("", { acceptDownloads: true, reducedMotion: "reduce" });
  await wholeMap(page);
});

const composer = (of: Page) => of.locator("dialog.composer");

async function compose(of: Page): Promise<void> {
  await of.getByRole("button", { name: zhCN.shell.export, exact: true }).click();
  await of.getByRole("button", { name: zhCN.shell.openBrief }).click();
  await ready(of);
}

const ready = (of: Page) => composer(of).locator('.page-preview[aria-busy="false"]').waitFor();

/** Exact sizes of STANDARDS.md where it has them, of the paper otherwise. */
const PIXELS: Record<PageId, Record<Dpi, [number, number]>> = {
  a4: { 150: [1754, 1240], 300: [3508, 2480] },
  "a4-portrait": { 150: [1240, 1754], 300: [2480, 3508] },
  a3: { 150: [2480, 1754], 300: [4961, 3508] },
  "a3-portrait": { 150: [1754, 2480], 300: [3508, 4961] },
  slide: { 150: [2000, 1125], 300: [4000, 2250] },
  screen: { 150: [3840, 2160], 300: [3840, 2160] },
  figure: { 150: [921, 780], 300: [1843, 1559] },
};

async function choose(legend: string, label: string): Promise<void> {
  await composer(page)
    .locator("fieldset", { has: page.locator("legend", { hasText: legend }) })
    .getByText(label, { exact: true })
    .click();
}

async function write(format: string, of = page): Promise<Buffer> {
  const [file] = await Promise.all([
    of.waitForEvent("download"),
    composer(of).getByRole("button", { name: format }).click(),
  ]);
  return readFile(await file.path());
}

/** Size and density that a PNG says of itself. */
function headOf(png: Buffer) {
  const density = png.indexOf("pHYs");
  return {
    size: [png.readUInt32BE(16), png.readUInt32BE(20)],
    perMetre: [png.readUInt32BE(density + 4), png.readUInt32BE(density + 8)],
    unit: png[density + 12],
  };
}

/** Colours of a PNG drawn `width` px wide, RGB triples row by row. */
const pixels = (png: Buffer, width: number): Promise<{ height: number; rgb: number[] }> =>
  page.evaluate(
    async ([base64, across]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }), {
        resizeWidth: across,
        resizeQuality: "high",
      });
      const { height } = bitmap;
      const context = new OffscreenCanvas(across, height).getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, across, height);
      return { height, rgb: [...data].filter((_, index) => index % 4 !== 3) };
    },
    [png.toString("base64"), width] as const,
  );

describe("a picture", () => {
  beforeAll(async () => {
    await go(page, "");
    await compose(page);
  });

  const headAt = (paper: PageId, dpi: Dpi) => {
    const perMetre = Math.round((paper === "screen" ? 192 : dpi) / 0.0254);
    return { size: PIXELS[paper][dpi], perMetre: [perMetre, perMetre], unit: 1 };
  };

  // A3, the largest, is written below.
  for (const paper of PAGES.filter((one) => one !== "a3")) {
    test(`of ${paper} has the exact pixels of its paper, and says its density`, async () => {
      await choose(words.page, words[paper]);
      for (const dpi of [150, 300] as const) {
        const fixed = paper === "screen";
        if (!fixed) await choose(words.dpi, `${dpi} dpi`);
        const [width, height] = PIXELS[paper][dpi];
        await composer(page).getByText(`${width} × ${height}`).waitFor();
        await ready(page);
        expect(headOf(await write(words.png))).toEqual(headAt(paper, dpi));
        if (fixed) break;
      }
    });
  }

  test("of a3 has its exact pixels, is the same at 150 and at 300 dpi, has the same names, and is drawn in all of it", async () => {
    await choose(words.page, words.a3);
    const drawn: number[][] = [];
    const dropped: (string | undefined)[] = [];
    for (const dpi of [150, 300] as const) {
      await choose(words.dpi, `${dpi} dpi`);
      await composer(page).getByText(PIXELS.a3[dpi].join(" × ")).waitFor();
      await ready(page);
      const png = await write(words.png);
      expect(headOf(png)).toEqual(headAt("a3", dpi));
      drawn.push((await pixels(png, 620)).rgb);
      await composer(page).locator(".composer-files [role=status]").getByText("YZT-").waitFor();
      const [told] = await composer(page)
        .locator(".brief-checks li")
        .filter({ hasText: "图上放不下这些地名" })
        .allInnerTexts();
      dropped.push(told);
      // Names that the file lacks and the preview has, or the other way round, would be told as the file's own.
      expect(await composer(page).locator(".composer-files li").allInnerTexts()).toEqual([]);
    }
    expect(dropped[1]).toEqual(dropped[0]);
    // The canvas as the browser gives it, not as its map is told: what it gives less of, it gives in silence.
    const buffer = await page.evaluate(() => {
      const gl = document.querySelector<HTMLCanvasElement>(".brief-map canvas")?.getContext("webgl2");
      const given = (side: string) =>
        Object.getOwnPropertyDescriptor(WebGL2RenderingContext.prototype, side)?.get?.call(gl);
      return [given("drawingBufferWidth"), given("drawingBufferHeight")];
    });
    expect(buffer).toEqual([1792, 1792]);
    const [small = [], large = []] = drawn;
    const off = small.map((value, index) => Math.abs(value - (large[index] ?? 0)));
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(2);
    const colours = new Set<string>();
    for (let at = 0; at < small.length; at += 3) colours.add(small.slice(at, at + 3).join());
    expect(colours.size).toBeGreaterThan(3000);
  });
});

describe("the composer", () => {
  test("leaves the live map as it is: canvas, camera, address", async () => {
    const look = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".one-map-gl canvas");
        const attributes = canvas?.getContext("webgl2")?.getContextAttributes();
        return {
          size: [canvas?.width, canvas?.height],
          kept: attributes?.preserveDrawingBuffer,
          address: location.href,
        };
      });
    const before = await look();
    await write(words.png);
    expect(await look()).toEqual(before);
    expect(before.kept).toBe(false);
  });

  test("reads and packs no pixel on the page's own thread, which would wait for the graphics unit", async () => {
    await page.evaluate(() => {
      const done: string[] = [];
      Object.assign(window, { done });
      const tell = (of: object, name: string, counts = (_: unknown[]) => true) => {
        const original = Reflect.get(of, name);
        Reflect.set(of, name, function (this: unknown, ...args: unknown[]) {
          if (counts(args)) done.push(name);
          return Reflect.apply(original, this, args);
        });
      };
      tell(HTMLCanvasElement.prototype, "toBlob");
      tell(HTMLCanvasElement.prototype, "toDataURL");
      tell(OffscreenCanvas.prototype, "convertToBlob");
      tell(CanvasRenderingContext2D.prototype, "getImageData");
      tell(CanvasRenderingContext2D.prototype, "drawImage", ([from]) => from instanceof HTMLCanvasElement);
      // Into a buffer of the graphics unit's own it is a copy that nobody waits for.
      tell(WebGL2RenderingContext.prototype, "readPixels", (args) => typeof args.at(-1) !== "number");
    });
    await write(words.png);
    expect(await page.evaluate(() => (window as unknown as { done: string[] }).done)).toEqual([]);
  });

  test("says what is wrong with a page before it is written, and how to mend it", async () => {
    await composer(page)
      .getByLabel(words.heading, { exact: true })
      .fill(`㘎𬀩𠮷😀${"长".repeat(496)}`);
    const checks = composer(page).locator(".brief-checks li");
    await until(() => checks.filter({ hasText: "标题过长：共 500 字" }).count(), 1);
    await until(() => checks.filter({ hasText: "字体中没有这些字符" }).count(), 1);
    await until(() => checks.filter({ hasText: "未经审图" }).count(), 1);
    await composer(page).getByLabel(words.heading, { exact: true }).fill("");
    // Of a slide's small map some line in the crowded middle has no room for its name.
    const papers = composer(page).locator('input[name="brief-page"]');
    const before = await composer(page).locator('input[name="brief-page"]:checked').inputValue();
    await papers.and(page.locator('[value="slide"]')).check();
    await until(() => checks.filter({ hasText: "图上放不下这些地名：" }).count(), 1);
    await papers.and(page.locator(`[value="${before}"]`)).check();
    await until(() => checks.filter({ hasText: "标题过长" }).count(), 0);
  });

  test("writes nothing while the chosen page is on its way: never the page before", async () => {
    const png = composer(page).getByRole("button", { name: words.png });
    await until(() => png.isDisabled(), false);
    await composer(page).getByLabel(words.note, { exact: true }).fill("附注");
    expect(await png.isDisabled()).toBe(true);
    await until(() => png.isDisabled(), false);
    await composer(page).getByLabel(words.note, { exact: true }).fill("");
    await until(() => png.isDisabled(), false);
  });

  test("axe finds nothing against WCAG 2.2 AA in it", async () => {
    await ready(page);
    expect(await violations(page, "dialog.composer")).toEqual([]);
  });

  test("writes one file at a time, and a cancelled one is not handed out", async () => {
    await composer(page).getByRole("button", { name: words.pdf }).click();
    await until(() => composer(page).getByRole("button", { name: words.png }).isDisabled(), true);
    await composer(page).getByRole("button", { name: words.cancel }).click();
    await until(() => composer(page).getByRole("button", { name: words.png }).isDisabled(), false);
    expect(await composer(page).locator(".composer-files").getByRole("status").textContent()).toBe("");
  });

  test("a figure and the quarter's circular come as documents of Word, whatever page is chosen", async () => {
    for (const [format, said] of [
      ["docx", "内蒙古落实国务院《意见》进展图"],
      ["circular", "关于2012年第三季度"],
    ] as const) {
      expect(await composer(page).locator(`[data-format="${format}"]`).innerText()).toBe(words[format]);
      expectOfficeFile(await write(words[format]), "word/document.xml", said);
    }
  });

  test("legend and charts come as an SVG that a browser draws, its text still text", async () => {
    await choose(words.page, words.a3);
    await composer(page)
      .getByText(/^YZT-.* (2480 × 1754|4961 × 3508) /)
      .waitFor();
    await until(() => composer(page).getByRole("button", { name: words.svg }).isDisabled(), false);
    const svg = (await write(words.svg)).toString("utf8");
    const seen = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, "image/svg+xml");
      const root = document.body.appendChild(document.importNode(read.documentElement, true));
      const { width, height } = root.getBoundingClientRect();
      const texts = [...root.querySelectorAll("text")].map((text) => text.textContent);
      const parts = [...root.querySelectorAll("g[id]")].map((part) => part.id);
      root.remove();
      return { name: root.localName, drawn: width > 100 && height > 100, texts, parts };
    }, svg);
    expect(seen.name).toBe("svg");
    expect(seen.drawn).toBe(true);
    expect(seen.parts).toEqual(["title", "legend", "ranking", "stages", "address"]);
    expect(seen.texts).toEqual(expect.arrayContaining(["呼伦贝尔市", "台账合计", "特高压", "未说明"]));
  });

  test("says in words that the server is busy, that the file is too large, that the network is gone", async () => {
    const status = composer(page).locator(".composer-files").getByRole("status");
    const refused = async (how: { status: number } | "offline", why: string) => {
      await page.route("**/export/brief.pdf", (route) =>
        how === "offline" ? route.abort() : route.fulfill({ status: how.status, body: "{}" }),
      );
      await composer(page).getByRole("button", { name: words.pdf }).click();
      await until(() => status.textContent(), words.refused.replace("{{why}}", why));
      await page.unroute("**/export/brief.pdf");
    };
    await refused({ status: 429 }, words.busy);
    await refused({ status: 413 }, words.tooLarge);
    await refused({ status: 500 }, words.server);
    await refused("offline", words.offline);
  });

  test("a page that the server cannot lay out says so, and another try brings it", async () => {
    await page.route("**/trpc/brief.sheet**", (route) => route.abort());
    // None of the pages that were asked for before.
    await choose(words.extent, words.whole);
    await choose(words.dpi, "150 dpi");
    await choose(words.page, words["a4-portrait"]);
    await composer(page).getByRole("alert").waitFor();
    await page.unroute("**/trpc/brief.sheet**");
    await composer(page).getByRole("button", { name: words.retry }).click();
    await composer(page).getByText("1240 × 1754").waitFor();
  });

  test("Esc closes it, and the focus is back on the button", async () => {
    await page.keyboard.press("Escape");
    await until(() => composer(page).count(), 0);
    await until(() => page.evaluate(() => document.activeElement?.textContent), zhCN.shell.export);
    await until(() => page.locator(".brief-map").count(), 0);
  });
});

test("in English its words are English, and a region's page has the region's extent", async () => {
  const other = await bench.open("?lang=en&region=150600", { reducedMotion: "reduce" });
  await wholeMap(other);
  await other.getByRole("button", { name: en.shell.export, exact: true }).click();
  await other.getByRole("button", { name: en.shell.openBrief }).click();
  await ready(other);
  await composer(other).getByRole("heading", { name: en.shell.brief }).waitFor();
  expect(await composer(other).getByRole("radio", { name: en.brief.region }).isChecked()).toBe(true);
  expect(/[一-鿿]/.test((await composer(other).locator(".composer-side").textContent()) ?? "")).toBe(false);
});
