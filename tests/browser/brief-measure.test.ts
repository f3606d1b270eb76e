import { readFile } from "node:fs/promises";
import distance from "@turf/distance";
import type { JSHandle, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { BLOCKS, type Brief } from "#domain/brief/brief.ts";
import { type Dpi, MM_PER_INCH, PAGES } from "#domain/brief/page.ts";
import type { Box, Sheet } from "#domain/brief/sheet.ts";
import { PALETTE } from "#domain/look/palette.ts";
import { DEFAULT_VIEW } from "#domain/view.ts";
import { fromMercator, type LonLat, project, scaleOf, toMercator } from "#geo/camera.ts";
import { readSeeds } from "#seeds/read.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { wholeMap, workbench } from "./workbench.ts";

const bench = workbench();
const words = zhCN.brief;
/** The pictures of A3 with the whole region, and what the server says of their layout. */
const drawn = new Map<Dpi, { picture: JSHandle<ImageBitmap>; sheet: Sheet }>();
let page: Page;

const sheetOf = async (paper: Brief["page"], dpi: Dpi): Promise<Sheet> => {
  const brief: Brief = {
    page: paper,
    dpi,
    extent: { kind: "whole" },
    title: null,
    subtitle: null,
    note: null,
    blocks: BLOCKS.filter((block) => block !== "items"),
    lang: "zh-CN",
    view: DEFAULT_VIEW,
  };
  return (await bench.ask("brief", "sheet", brief)).sheet;
};

beforeAll(async () => {
  page = await bench.openForAll("", { acceptDownloads: true, reducedMotion: "reduce" });
  await wholeMap(page);
  await page.getByRole("button", { name: zhCN.shell.export, exact: true }).click();
  await page.getByRole("button", { name: zhCN.shell.openBrief }).click();
  const composer = page.locator("dialog.composer");
  await composer.getByText(words.whole, { exact: true }).click();
  for (const dpi of [150, 300] as const) {
    const sheet = await sheetOf("a3", dpi);
    await composer.getByText(`${dpi} dpi`, { exact: true }).click();
    await composer.getByText(`${sheet.pixels.width} × ${sheet.pixels.height}`).waitFor();
    await composer.locator('.page-preview[aria-busy="false"]').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      composer.getByRole("button", { name: words.png }).click(),
    ]);
    const png = (await readFile(await file.path())).toString("base64");
    const picture = await page.evaluateHandle(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      return createImageBitmap(new Blob([bytes], { type: "image/png" }));
    }, png);
    drawn.set(dpi, { picture, sheet });
  }
});

const pictureOf = (dpi: Dpi) => {
  const found = drawn.get(dpi);
  if (found === undefined) throw new Error(`no picture of ${dpi} dpi`);
  return found;
};

/** How much of each pixel of a part of a picture is the ink's and not the paper's, 0 to 1, row by row. */
async function inkIn(dpi: Dpi, part: Box, ink: string): Promise<number[][]> {
  const rgba = await pictureOf(dpi).picture.evaluate((bitmap, { x, y, width, height }) => {
    const context = new OffscreenCanvas(width, height).getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(bitmap, -x, -y);
    return [...context.getImageData(0, 0, width, height).data];
  }, part);
  const dark = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
  return Array.from({ length: part.height }, (_, row) =>
    Array.from({ length: part.width }, (_, column) => {
      const at = (row * part.width + column) * 4;
      const far = dark.map((value, channel) => ((rgba[at + channel] ?? 255) - value) / (255 - value));
      return Math.min(1, Math.max(0, 1 - Math.max(...far)));
    }),
  );
}

/** Where the middle of a port's mark is in the picture, px: the dark square at the place expected, by its ink. */
async function markAt(dpi: Dpi, at: LonLat): Promise<[x: number, y: number]> {
  const { map } = pictureOf(dpi).sheet;
  const [left, top] = [map.box.x, map.box.y].map((mm) => Math.round((mm / MM_PER_INCH) * dpi));
  const [x = 0, y = 0] = project(at, map.camera, map.css).map((px) => px * map.pixelRatio);
  const half = Math.round(24 * map.pixelRatio);
  const part = { x: Math.round((left ?? 0) + x) - half, y: Math.round((top ?? 0) + y) - half };
  const ink = await inkIn(dpi, { ...part, width: 2 * half, height: 2 * half }, PALETTE.light.port);
  // The mark is what hangs together with the dark pixel nearest to the middle: its halo parts it from its name.
  const isDark = (column: number, row: number) => (ink[row]?.[column] ?? 0) > 0.5;
  const dark = ink.flatMap((cells, row) =>
    cells.flatMap((_, column) => (isDark(column, row) ? [[column, row]] : [])),
  );
  const far = ([column = 0, row = 0]: number[]) => Math.hypot(column - half, row - half);
  const seen = new Set<string>();
  const open = dark.toSorted((a, b) => far(a) - far(b)).slice(0, 1);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [column = 0, row = 0] = next;
    if (!isDark(column, row) || seen.has(`${column},${row}`)) continue;
    seen.add(`${column},${row}`);
    open.push([column - 1, row], [column + 1, row], [column, row - 1], [column, row + 1]);
  }
  expect(seen.size).toBeGreaterThan(60);
  const cells = [...seen].map((key) => key.split(",").map(Number));
  const weights = cells.map(([column = 0, row = 0]) => ink[row]?.[column] ?? 0);
  const sum = weights.reduce((all, one) => all + one, 0);
  const middle = (axis: 0 | 1) =>
    cells.reduce((all, cell, index) => all + (cell[axis] ?? 0) * (weights[index] ?? 0), 0) / sum + 0.5;
  return [part.x + middle(0), part.y + middle(1)];
}

/** Length of the scale bar in the picture, px: twice from the start of its first dark part to that of its second. */
async function barLength(dpi: Dpi): Promise<{ km: number; px: number }> {
  const bar = pictureOf(dpi).sheet.elements.find((element) => element.kind === "scaleBar");
  if (bar?.kind !== "scaleBar") throw new Error("no scale bar");
  expect(bar.parts).toBe(4);
  const px = (mm: number) => (mm / MM_PER_INCH) * dpi;
  const margin = 8;
  const row = Math.round(px(bar.box.y + bar.box.height / 2));
  const x = Math.round(px(bar.box.x)) - margin;
  const width = Math.round(px(bar.box.width)) + 2 * margin;
  const [ink = []] = await inkIn(dpi, { x, y: row, width, height: 1 }, bar.color);
  const starts = ink.flatMap((here, at) => {
    const before = ink[at - 1] ?? 0;
    return at > 0 && before < 0.5 && here >= 0.5 ? [at + (0.5 - before) / (here - before) - 0.5] : [];
  });
  // The edge of a light part starts there too, as thin as it is: a dark part is dark for long.
  const dark = starts.filter((at) =>
    ink.slice(Math.ceil(at) + 1, Math.ceil(at) + 10).every((one) => one > 0.9),
  );
  const [first = 0, second = 0] = dark;
  expect(dark.length).toBe(2);
  return { km: bar.km, px: 2 * (second - first) };
}

const places = readSeeds().places;
const placeOf = (id: string): LonLat => {
  const found = places.find((place) => place.id === id);
  if (!found) throw new Error(`no place ${id}`);
  return found.at;
};

const PORTS = ["pl-manzhouli-port", "pl-erenhot-port"].map(placeOf);

test("the scale bar, measured in the picture, is true within 1 % by the distance of two towns in it", async () => {
  const [one = [0, 0], other = [0, 0]] = PORTS;
  const [from, to] = [await markAt(150, one), await markAt(150, other)];
  const pixels = Math.hypot(to[0] - from[0], to[1] - from[1]);
  expect(pixels).toBeGreaterThan(500);
  // Web Mercator draws a kilometre at latitude φ larger by 1 / cos φ. Along a straight line of the picture, the mean
  // of cos φ is Δφ / Δψ, with φ the latitude and ψ = -2π · y the latitude as Mercator draws it. What a pixel is
  // between the towns, over that mean, is what it is at the equator; times cos φ of the page's centre, there. That
  // line is no great circle: it is longer by 0.1 % at this distance, far within the 1 %.
  const latitudes = ((one[1] - other[1]) * Math.PI) / 180;
  const stretched = (toMercator(other)[1] - toMercator(one)[1]) * 2 * Math.PI;
  const { lat } = pictureOf(150).sheet.map.camera;
  const kmPerPixel = distance([...one], [...other], { units: "kilometers" }) / pixels;
  const atCentre = (kmPerPixel / (latitudes / stretched)) * Math.cos((lat * Math.PI) / 180);
  const bar = await barLength(150);
  expect(Math.abs(bar.km / bar.px / atCentre - 1)).toBeLessThan(0.01);
});

test("300 dpi has the same towns at the same places of the paper, within a pixel of 150 dpi", async () => {
  for (const port of PORTS) {
    const [small, large] = [await markAt(150, port), await markAt(300, port)];
    expect(Math.abs(large[0] / 2 - small[0])).toBeLessThan(1);
    expect(Math.abs(large[1] / 2 - small[1])).toBeLessThan(1);
  }
  const [small, large] = [await barLength(150), await barLength(300)];
  expect(large.km).toBe(small.km);
  expect(Math.abs(large.px / 2 - small.px)).toBeLessThan(1);
});

test.each(PAGES.map((paper) => [paper]))(
  "the map of %s has the same corners at 150 and at 300 dpi",
  async (paper) => {
    const [small, large] = [await sheetOf(paper, 150), await sheetOf(paper, 300)];
    /** Where a corner of the picture lies on the ground. */
    const cornerOf = ({ map: { pixels, pixelRatio, css, camera } }: Sheet, right: 0 | 1, low: 0 | 1) => {
      const [x, y] = toMercator([camera.lon, camera.lat]);
      const scale = scaleOf(camera.zoom);
      return fromMercator([
        x + ((right * pixels.width) / pixelRatio - css.width / 2) / scale,
        y + ((low * pixels.height) / pixelRatio - css.height / 2) / scale,
      ]);
    };
    const { css, camera, pixelRatio } = small.map;
    for (const [right, low] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const [here, there] = [small, large].map((sheet) => project(cornerOf(sheet, right, low), camera, css));
      for (const axis of [0, 1] as const) {
        expect(Math.abs((here?.[axis] ?? 0) - (there?.[axis] ?? 99)) * pixelRatio).toBeLessThan(1);
      }
    }
  },
);
