import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "#domain/look/words.ts";
import type { Measure } from "#domain/measure.ts";
import { parseView } from "#domain/view.ts";
import { cameraForView, project } from "#geo/camera.ts";
import { afterValue, valueText } from "#geo/picture/words.ts";
import { readPorts } from "#geo/read.ts";
import { bareShot, common, labels, squeezed } from "./bare-map.ts";
import { bestShifts, type Patch } from "./compare-pictures.ts";
import { wholeMap, workbench } from "./workbench.ts";

const bench = workbench();
const OFF = ["water", "uhv", "gas", "waterway", "road", "rail", "hubs", "projects", "labels"];

test.each<{ search: string; measure: Measure; lang: Language }>([
  { search: "", measure: "items", lang: "zh-CN" },
  { search: "?measure=started&types=project&lang=en&theme=dark", measure: "started", lang: "en" },
])(
  "without scripts the page shows the 12 leagues with the values of $search",
  async ({ search, measure, lang }) => {
    const page = await bench.open(search, { javaScriptEnabled: false });
    await page.locator("#first-picture text:visible").first().waitFor();
    const names = await labels(page);
    const { filter } = parseView(search);
    const [regions, progress] = await Promise.all([
      bench.ask("region", "list"),
      bench.ask("progress", "byRegion", { level: "reporting", measure, filter }),
    ]);
    const leagues = regions.filter(({ level }) => level === "league");
    expect(leagues).toHaveLength(12);
    const wanted = leagues.map(({ code, name, nameEn }) => {
      const row = progress.find((one) => one.code === code);
      const after = afterValue(row, measure, lang);
      return squeezed(`${lang === "en" ? nameEn : name}${valueText(row?.value ?? null, measure)}${after}`);
    });
    const shown = names.map(({ text }) => text);
    // On one line there is no room for the unit of a count.
    expect(wanted.filter((words) => !shown.some((text) => text === words || `${text}项` === words))).toEqual(
      [],
    );
    const { width, height } = { width: 1366, height: 768 };
    const cut = names.filter(
      ({ box }) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height,
    );
    expect(cut).toEqual([]);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
  },
);

test("the first paint asks for no ground; it comes with the panels, and where one part fails the other stands", async () => {
  const still = await bench.open("", { javaScriptEnabled: false });
  await still.locator("#first-picture text:visible").first().waitFor();
  const asked = (page: Page) =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".webp")).length,
    );
  expect(await asked(still)).toBe(0);
  const page = await bench.openEmpty();
  await page.route("**/geo/relief-*", (route) => route.abort());
  await page.goto(bench.site.url, { waitUntil: "commit" });
  await page.locator('#first-picture image[href*="/geo/ground-"]').waitFor({ state: "attached" });
  expect(await page.locator('#first-picture image[href*="/geo/relief-"]').count()).toBe(0);
  expect(await page.locator("#first-picture image").count()).toBe(2);
});

describe.each([
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
])("when MapLibre has drawn in a window of $width×$height", (viewport) => {
  // Edges, fills and port zones alone: names may stand elsewhere on the map, geometry may not.
  const search = `?layers=${OFF.map((name) => `-${name}`).join(",")}`;
  let page: Page;
  beforeAll(async () => {
    page = await bench.openForAll(search, { viewport });
    await wholeMap(page);
  });

  afterAll(() => page.context().close());

  test("the page marks its first picture and its whole map, and names its revision", async () => {
    const ready = (await (await fetch(`${bench.site.url}/readyz`)).json()) as { revision: number };
    expect(await page.locator("html").getAttribute("data-revision")).toBe(String(ready.revision));
    const times = await page.evaluate(() =>
      ["first-picture", "map-complete"].map(
        (name) => performance.getEntriesByName(name, "mark")[0]?.startTime ?? null,
      ),
    );
    const [first, whole] = times;
    expect(times).not.toContain(null);
    expect(Number(first)).toBeLessThan(Number(whole));
  });

  test("the map stands where the picture stood, within a pixel", async () => {
    await page.locator("#first-picture").waitFor({ state: "hidden" });
    const clip = await box(page, "#map-cell");

    const map = await bareShot(page, clip, "map");
    const aside = await bareShot(page, { ...clip, x: clip.x + 2 }, "map");
    const picture = await bareShot(page, clip, "picture");

    const size = { width: clip.width, height: clip.height };
    const regions = await bench.ask("region", "list");
    const camera = cameraForView(parseView(search), regions, size);
    const ports = readPorts().features.filter(({ properties }) =>
      ["满洲里", "二连浩特", "策克口岸"].includes(properties.name),
    );
    const marks = ports.map(({ geometry }) => {
      const [lon = 0, lat = 0] = geometry.coordinates;
      return project([lon, lat], camera, size);
    });
    const drawn = await portMarks(page);
    expect(drawn).toHaveLength(3);
    for (const [x, y] of marks) {
      const near = Math.min(...drawn.map((mark) => Math.hypot(mark.x - clip.x - x, mark.y - clip.y - y)));
      expect(near).toBeLessThanOrEqual(1);
    }

    // The far ends of the region tell of scale as well as of place.
    const frame = await box(page, '#first-picture path[data-code="152900"]');
    const east = await box(page, '#first-picture path[data-code="150700"]');
    const strip = (x: number, y: number, width: number, height: number): Patch => ({
      x: x - clip.x,
      y: y - clip.y,
      width,
      height,
    });
    const patches = [
      ...marks.map(([x, y]) => ({ x: x - 20, y: y - 20, width: 40, height: 40 })),
      strip(frame.x - 6, frame.y, 60, frame.height),
      strip(frame.x, frame.y + frame.height - 60, frame.width, 66),
      strip(east.x + east.width - 60, east.y, 66, east.height),
      strip(east.x, east.y - 6, east.width, 60),
    ];
    expect(map.equals(picture)).toBe(false);
    // A map two pixels aside would be found out.
    const found = await bestShifts(page, [aside, picture], patches, 4);
    for (const { dx } of found) expect(Math.abs(dx - 2)).toBeLessThanOrEqual(1);
    const shifts = await bestShifts(page, [map, picture], patches, 4);
    for (const { dx, dy } of shifts) {
      expect(Math.abs(dx)).toBeLessThanOrEqual(1);
      expect(Math.abs(dy)).toBeLessThanOrEqual(1);
    }
  });
});

test.each(["?region=150700&theme=dark", "?at=6.3/43/112", "?at=2.6/44/100"])(
  "so it does where the address has another place: %s",
  async (asked) => {
    const page = await bench.open(`${asked}&layers=${OFF.map((name) => `-${name}`).join(",")}`);
    await wholeMap(page);
    await page.locator("#first-picture").waitFor({ state: "hidden" });
    const clip = await box(page, "#map-cell");
    const map = await bareShot(page, clip, "map");
    const picture = await bareShot(page, clip, "picture");
    // Each quarter by itself: a wrong scale would move them apart.
    const patches = [0, 1, 2, 3].map((quarter) => ({
      x: 20 + (quarter % 2) * (clip.width / 2 - 20),
      y: 20 + Math.floor(quarter / 2) * (clip.height / 2 - 20),
      width: clip.width / 2 - 20,
      height: clip.height / 2 - 20,
    }));
    for (const { dx, dy } of await bestShifts(page, [map, picture], patches, 3)) {
      expect(Math.abs(dx)).toBeLessThanOrEqual(1);
      expect(Math.abs(dy)).toBeLessThanOrEqual(1);
    }
  },
);

test.each([320, 390, 560, 700, 820])(
  "in a window %i px wide no name of the picture stands on another, and all 12 leagues have one",
  async (width) => {
    const page = await bench.open("", { javaScriptEnabled: false, viewport: { width, height: 844 } });
    await page.locator("#first-picture text:visible").first().waitFor();
    const names = await labels(page);
    const regions = await bench.ask("region", "list");
    for (const { name } of regions.filter(({ level }) => level === "league")) {
      const short = name.replace(/[市盟]$/, "");
      expect(names.filter(({ text }) => text.startsWith(short))).toHaveLength(1);
    }
    const overlapping = names.flatMap((one, index) =>
      names
        .slice(index + 1)
        .filter((other) => common(one.box, other.box) > 0)
        .map((other) => `${one.text} on ${other.text}`),
    );
    expect(overlapping).toEqual([]);
  },
);

/** Centres of the port zones that the first picture draws, px of the window. */
const portMarks = (page: Page) =>
  page.locator("#first-picture svg[viewBox] > rect").evaluateAll((rects) =>
    rects.map((rect) => {
      const { left, top, width, height } = rect.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );

async function box(page: Page, selector: string) {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} has no box`);
  return found;
}
