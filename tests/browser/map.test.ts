import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_VIEW, parseView } from "#domain/view.ts";
import { cameraForView, type LonLat, project } from "#geo/camera.ts";
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
    await until(() => params(page).region?.slice(0, 4), "1529");
    expect(params(page).region).not.toBe("152900");
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

test("fonts that do not come cost the names their shape, not the reader the map", async () => {
  const poor = await bench.openEmpty();
  await poor.route("**/*.woff2", (route) => route.abort());
  await poor.goto(bench.site.url, { waitUntil: "commit" });
  await wholeMap(poor);
});
