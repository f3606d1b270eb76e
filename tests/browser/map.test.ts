import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_VIEW, parseView } from "#domain/view.ts";
import { cameraForView, type LonLat, project } from "#geo/camera.ts";
import { shownPoints } from "#geo/drawn/points.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import {
  GAS,
  go,
  listed,
  matching,
  option,
  params,
  regionRow,
  until,
  wholeMap,
  workbench,
} from "./workbench.ts";

// One page for the file: the map is made once, and each test goes to the view it needs.
const bench = workbench();
let page: Page;
beforeAll(async () => {
  page = await bench.openForAll("", { reducedMotion: "reduce" });
  await wholeMap(page);
});

const map = () => page.getByRole("application");

/** Where a place stands in the map's box, px, at the camera that the address has. */
async function spot(at: LonLat): Promise<{ x: number; y: number }> {
  const box = await map().boundingBox();
  if (!box) throw new Error("the map has no box");
  const view = { ...DEFAULT_VIEW, ...parseView(new URL(page.url()).search) };
  const regions = await bench.ask("region", "list");
  const [x, y] = project(at, cameraForView(view, regions, box), box);
  return { x: Math.round(x), y: Math.round(y) };
}

async function shows(search: string): Promise<void> {
  await go(page, search);
  await wholeMap(page);
}

async function anchorOf(code: string): Promise<LonLat> {
  const region = (await bench.ask("region", "list")).find((one) => one.code === code);
  if (!region) throw new Error(`no region ${code}`);
  return region.anchor;
}

/** Of the gas pipeline's drawn line, its middle vertex. */
async function lineOf(item: string): Promise<LonLat> {
  const { corridors } = await bench.ask("map", "features", { filter: {} });
  const line = corridors.find(({ items }) => items.includes(item));
  const at = line?.path[Math.floor(line.path.length / 2)];
  if (!at) throw new Error(`${item} has no line`);
  return at;
}

describe("the drawn map", () => {
  test("a click on a league drills into it, and its counties answer next", async () => {
    await shows("");
    // West of the league's name and of every mark.
    await map().click({ position: await spot([101.2, 40.6]) });
    await until(() => params(page), { region: "152900", level: "county" });
    await until(async () => (await listed(page)).sort(), await matching(bench, { regions: ["152900"] }));
    await wholeMap(page);
    await map().click({ position: await spot([101.6, 40.2]) });
    await until(() => /^1529(?!00)/.test(params(page).region ?? ""), true);
  });

  test("a region left again in the same moment leaves the map at rest", async () => {
    await shows("");
    await page.evaluate(() => {
      for (const code of ["150600", "150000"])
        document.querySelector<HTMLElement>(`[role=treeitem][data-code="${code}"]`)?.click();
    });
    await wholeMap(page);
  });

  test("the pointer on a league marks its row in the tree, and says its value", async () => {
    await shows("");
    await map().hover({ position: await spot([101.2, 40.6]) });
    await until(() => regionRow(page, "152900").evaluate((row) => row.classList.contains("hovered")), true);
    await page.locator(".map-tooltip").getByText("阿拉善盟").waitFor();
  });

  test("a click on a line opens its item, and the row in the list is the one chosen", async () => {
    await shows("?region=150600&level=county");
    await map().click({ position: await spot(await lineOf(GAS)) });
    await until(() => params(page).item, GAS);
    await until(() => option(page, GAS).getAttribute("aria-selected"), "true");
  });

  test("a layer switched off goes from the address, the legend and the pointer", async () => {
    await shows("?region=150600&level=county");
    const line = await spot(await lineOf(GAS));
    await page.getByRole("button", { name: zhCN.shell.layers }).click();
    await page.getByRole("checkbox", { name: "天然气管道" }).uncheck();
    await page.keyboard.press("Escape");
    await until(() => params(page).layers, "-gas");
    await wholeMap(page);
    await map().click({ position: line });
    await until(() => params(page).region?.slice(0, 4), "1506");
    expect(params(page).item).toBeUndefined();
  });

  test("a planned city stands where the address puts the camera", async () => {
    await shows("?at=7.5/49.4/117.6");
    await map().click({ position: await spot(await anchorOf("150781")) });
    await until(() => params(page).region, "150781");
  });
});

test("arrow keys walk over the map's regions and say each, Enter drills, Esc leads back", async () => {
  await shows("");
  await map().focus();
  const spoken = page.locator('.one-map p[aria-live="polite"]');
  await spoken.waitFor({ state: "attached" });
  const regions = await bench.ask("region", "list");
  const leagues = regions.filter(({ level }) => level === "league");
  const west = leagues.toSorted((a, b) => a.anchor[0] - b.anchor[0])[0];
  if (!west) throw new Error("no leagues");
  const progress = await bench.ask("progress", "byRegion", { level: "reporting", measure: "items" });
  const { value } = progress.find(({ code }) => code === west.code) ?? {};

  await page.keyboard.press("ArrowRight");
  await until(async () => (await spoken.textContent())?.startsWith(west.name), true);
  expect(await spoken.textContent()).toContain(` ${value} `);
  await until(() => regionRow(page, west.code).evaluate((row) => row.classList.contains("hovered")), true);

  await page.keyboard.press("Enter");
  await until(() => params(page), { region: west.code, level: "county" });
  await page.keyboard.press("ArrowRight");
  const own = regions.filter(({ level, code }) => level === "county" && code.startsWith("1529"));
  const isOwn = (text: string | null) => own.some(({ name }) => text?.startsWith(name));
  await until(async () => isOwn(await spoken.textContent()), true);
  await page.keyboard.press("Escape");
  await until(() => params(page), {});
});

test("Shift with an arrow moves the map, and 0 fits it again", async () => {
  await shows("");
  await map().focus();
  await page.locator('.one-map p[aria-live="polite"]').waitFor({ state: "attached" });
  await page.keyboard.press("Shift+ArrowRight");
  await until(() => params(page).at !== undefined, true);
  await page.keyboard.press("0");
  await until(() => params(page).at, undefined);
});

describe("an item's row and its mark light up each other", () => {
  test("the row pointed at rings its mark, and the mark pointed at shows its row", async () => {
    const points = shownPoints(DEFAULT_VIEW, await bench.ask("map", "features", { filter: {} }));
    const near = (a: LonLat, b: LonLat) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.5;
    const alone = points.find(({ at }) => points.filter((one) => near(one.at, at)).length === 1);
    if (!alone) throw new Error("no mark stands alone");
    const [lon, lat] = alone.at;
    await shows(`?at=8/${lat.toFixed(3)}/${lon.toFixed(3)}`);
    await page.locator("h1").hover();
    const { x, y } = await spot(alone.at);
    const box = await map().boundingBox();
    if (!box) throw new Error("the map has no box");
    const mark = async () => {
      const clip = { x: box.x + x - 30, y: box.y + y - 30, width: 60, height: 60 };
      return (await page.screenshot({ clip })).toString("base64");
    };
    await wholeMap(page);
    const before = await mark();
    await option(page, alone.item).hover();
    await until(async () => (await mark()) === before, false);
    await page.locator("h1").hover();
    await until(async () => (await mark()) === before, true);

    const shown = () => option(page, alone.item).evaluate((row) => row.classList.contains("hovered"));
    expect(await shown()).toBe(false);
    await map().hover({ position: { x, y } });
    await until(shown, true);
    await page.locator("h1").hover();
    await until(shown, false);
  });
});

describe("boundaries that do not come", () => {
  const marks = (of: Page) => of.evaluate(() => performance.getEntriesByName("map-complete", "mark").length);

  test("leave the first picture, which is not told as the whole map, and another try brings it", async () => {
    const poor = await bench.openEmpty();
    await poor.route("**/*.tiles", (route) => route.abort());
    await poor.goto(bench.site.url, { waitUntil: "commit" });
    const alert = poor.locator("#map-cell").getByRole("alert");
    await alert.waitFor();
    await wholeMap(poor);
    expect(await marks(poor)).toBe(0);
    expect(await poor.locator("#first-picture").isVisible()).toBe(true);

    await poor.unrouteAll();
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    await poor.locator('.one-map[data-complete="true"]').waitFor();
    await poor.locator("#first-picture").waitFor({ state: "hidden" });
    expect(await marks(poor)).toBe(1);
    expect(await alert.count()).toBe(0);
  });

  test("nearer by are said to be missing, and another try brings them", async () => {
    await shows("");
    await page.route("**/*.mvt*", (route) => route.abort());
    await go(page, "?at=8.5/42.1/119.3");
    const alert = page.locator("#map-cell").getByRole("alert");
    await alert.waitFor();
    await page.unrouteAll();
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    await alert.waitFor({ state: "detached" });
    await wholeMap(page);
    expect(await alert.count()).toBe(0);
  });
});

test("fonts that do not come cost the names their shape, not the reader the map", async () => {
  const poor = await bench.openEmpty();
  await poor.route("**/*.woff2", (route) => route.abort());
  await poor.goto(bench.site.url, { waitUntil: "commit" });
  await wholeMap(poor);
});
