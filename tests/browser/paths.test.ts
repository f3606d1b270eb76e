import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LAYER_WORDS } from "#domain/look/words.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { bareShot } from "./bare-map.ts";
import { bestShifts } from "./compare-pictures.ts";
import { GAS, listed, matching, option, params, regionRow, until, wholeMap, workbench } from "./workbench.ts";

const LINXI = "150424";
const CHIFENG = "150400";
const PILOT = "S-1.2-07";
const ORDOS = "150600";

const bench = workbench();
const detail = (page: Page) => page.getByRole("region", { name: zhCN.list.detail });

test("林西县's pilot is found through the region tree, and back leads out again", async () => {
  const page = await bench.open();
  await regionRow(page, CHIFENG).locator(".tree-caret").click();
  await regionRow(page, LINXI).click();

  await until(() => params(page).region, LINXI);
  await until(() => listed(page), [PILOT]);
  expect(await matching(bench, { regions: [LINXI] })).toEqual([PILOT]);
  await expect.poll(() => regionRow(page, LINXI).getAttribute("aria-selected")).toBe("true");
  await wholeMap(page);

  await option(page, PILOT).click();
  await until(() => params(page).item, PILOT);
  await detail(page).getByText(PILOT, { exact: true }).waitFor();

  await page.goBack();
  await until(() => params(page).item, undefined);
  expect(params(page).region).toBe(LINXI);
  await page.goBack();
  await until(() => params(page), {});
  const whole = await matching(bench, {});
  await until(async () => (await listed(page)).sort(), whole);
  await page.goForward();
  await until(() => listed(page), [PILOT]);
});

test("gas pipelines are found by text, their sentence read, and its other items reached from it", async () => {
  const page = await bench.open();
  const search = page.getByRole("combobox", { name: zhCN.side.search });
  await search.fill("天然气");
  await search.press("Enter");
  await until(() => params(page), { q: "天然气" });
  const found = await matching(bench, { text: "天然气" });
  expect(found).toContain(GAS);
  await until(async () => (await listed(page)).sort(), found);

  await option(page, GAS).click();
  const item = await bench.ask("project", "get", { id: GAS });
  const [source] = item.sources;
  if (!source) throw new Error(`${GAS} has no source`);
  await detail(page).getByText(item.title, { exact: true }).waitFor();
  await detail(page).getByRole("button", { name: zhCN.detail.open }).first().click();

  await until(() => params(page).doc, `${source.document}:${source.start}-${source.end}`);
  const reader = page.getByRole("dialog");
  await reader.locator("mark").first().waitFor();
  expect((await reader.locator("mark").allTextContents()).join("")).toBe(source.quote);
  await until(() => inView(page, "dialog mark"), true);

  const text = await bench.ask("source", "get", { id: source.document });
  const others = text.marks.filter(
    (mark) => mark.item !== GAS && mark.start < source.sentence.end && mark.end > source.sentence.start,
  );
  const [other] = others;
  if (!other) throw new Error(`the sentence of ${GAS} proves nothing else`);
  await reader.locator("[data-lit]").click();
  await reader.getByRole("button", { name: other.item }).click();
  await until(() => params(page), { q: "天然气", item: other.item });
  await reader.waitFor({ state: "hidden" });
  await detail(page).getByText(other.item, { exact: true }).waitFor();
});

test("a reader quicker than the map drills in while it loads, and the map comes up there", async () => {
  const page = await bench.openEmpty();
  let held: (() => void) | undefined;
  const drilled = new Promise<void>((resolve) => {
    held = resolve;
  });
  // The map waits for its fonts: so long as they are on their way, it has no style to write to.
  await page.route(/\.woff2/, async (route) => {
    await drilled;
    await route.continue();
  });
  await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
  await regionRow(page, ORDOS).click();
  await until(() => params(page).region, ORDOS);
  held?.();
  const map = page.getByRole("application");
  const broken = page.getByRole("alert");
  // Each row pointed at is told to the map, which is at every stage of its start by turns.
  const codes = ["150600", "150700", "150800", "150900"];
  for (let turn = 0; (await map.getAttribute("aria-busy")) !== "false"; turn += 1) {
    await regionRow(page, codes[turn % codes.length] ?? ORDOS).hover();
    expect(await broken.count()).toBe(0);
  }
  await wholeMap(page);
  const cell = await page.locator("#map-cell").boundingBox();
  if (!cell) throw new Error("the map has no box");
  await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height / 2);
  const regions = await bench.ask("region", "list");
  const inside = regions.filter(({ code, level }) => level === "county" && code.startsWith("1506"));
  const told = page.locator(".map-tooltip strong");
  await told.waitFor();
  expect(inside.map(({ name }) => name)).toContain(await told.textContent());
});

test("an item picked whose facts come late: the map says that it rests again", async () => {
  const page = await bench.openEmpty();
  let answer: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/project\.get/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(`${bench.site.url}/?region=150600`, { waitUntil: "commit" });
  await wholeMap(page);
  await option(page, GAS).click();
  await until(() => params(page).item, GAS);
  await wholeMap(page);
  answer?.();
  await page.locator(".detail .facts").waitFor();
  await wholeMap(page);
});

test("an address shared from one reader's screen shows another the same", async () => {
  const first = await bench.open("?region=150600");
  await first.getByRole("button", { name: zhCN.shell.measure }).click();
  await first.getByRole("menuitemradio").nth(1).click();
  await first.getByRole("group", { name: zhCN.side.stageFilter }).getByRole("button").nth(3).click();
  await first.getByRole("button", { name: zhCN.shell.layers }).click();
  await first.getByRole("checkbox", { name: LAYER_WORDS.uhv["zh-CN"] }).uncheck();
  await first.keyboard.press("Escape");
  await option(first, GAS).click();
  await wholeMap(first);
  await first.getByRole("button", { name: zhCN.map.zoomOut }).click();
  await until(() => "at" in params(first), true);
  const { at = "" } = params(first);
  await first.getByRole("button", { name: zhCN.shell.toDark }).click();
  await first.getByRole("button", { name: zhCN.shell.toEnglish }).click();
  const address = {
    region: "150600",
    measure: "projects",
    stages: "construction",
    item: GAS,
    layers: "-uhv",
    at,
    lang: "en",
    theme: "dark",
  };
  await until(() => params(first), address);
  await until(() => first.evaluate(() => document.documentElement.lang), "en");
  const filter = { regions: ["150600"], stages: ["construction" as const] };
  const { items } = await bench.ask("project", "list", { filter });
  await until(
    () => listed(first),
    items.map((one) => one.id),
  );
  await first.locator(".detail .facts").waitFor();
  await wholeMap(first);
  const sent = await screen(first);
  expect(sent.chosen).toEqual([GAS]);
  expect(sent.legend.join()).not.toContain(LAYER_WORDS.uhv.en);
  const clip = await mapBox(first);
  const drawn = await bareShot(first, clip, "map");

  const search = new URL(first.url()).search;
  await first.context().close();
  const second = await bench.open(search);
  await wholeMap(second);
  await until(() => screen(second), sent);
  expect(new URL(second.url()).search).toBe(search);
  // One camera and the same layers: the two maps are one picture, which no shift makes fit better.
  expect(await mapBox(second)).toEqual(clip);
  const { width, height } = clip;
  const middle = { x: width / 4, y: height / 4, width: width / 2, height: height / 2 };
  const maps = [drawn, await bareShot(second, clip, "map")] as const;
  expect(await bestShifts(second, maps, [middle], 2)).toEqual([{ dx: 0, dy: 0 }]);
});

test("WebGL lost: the picture stands in and says why, the list goes on; WebGL back: so is the map", async () => {
  const page = await bench.open();
  await wholeMap(page);
  const canvas = page.locator(".one-map-gl canvas");
  const context = await canvas.evaluateHandle((element) =>
    (element as HTMLCanvasElement).getContext("webgl2")?.getExtension("WEBGL_lose_context"),
  );
  await context.evaluate((extension) => extension?.loseContext());

  const notice = page.getByRole("status").filter({ hasText: zhCN.map["webgl-lost"] });
  await notice.waitFor();
  await page.locator('[role="application"] path[data-code="150600"]').waitFor();
  await wholeMap(page);
  await option(page, PILOT).click();
  await detail(page).getByText(PILOT, { exact: true }).waitFor();
  await until(() => params(page).item, PILOT);

  await context.evaluate((extension) => extension?.restoreContext());
  await notice.waitFor({ state: "hidden" });
  await page.locator('.one-map-gl[role="application"][aria-busy="false"]').waitFor();
  expect(await page.getByRole("application").count()).toBe(1);
  expect(await page.locator('[role="application"] path[data-code]').count()).toBe(0);
  expect(params(page).item).toBe(PILOT);
});

/** All that a view shows beside the map, in values: what two screens of one address must agree on. */
async function screen(page: Page) {
  const read = await page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const texts = (selector: string) => all(selector).map((element) => element.textContent.trim());
    return {
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset.theme,
      title: document.title,
      region: all('[role="treeitem"][aria-selected="true"]').map((row) => row.dataset.code),
      rows: texts('[role="treeitem"]'),
      pressed: texts('[aria-pressed="true"]'),
      crumbs: texts(".crumbs li"),
      measure: texts(".map-measure"),
      chips: texts(".filter-chip"),
      total: texts(".list-total"),
      chosen: all('[role="option"][aria-selected="true"]').map((row) =>
        row.id.slice(row.id.indexOf("-S-") + 1),
      ),
      detail: texts(".detail .detail-kind, .detail .detail-title, .detail .facts"),
      legend: texts(".legend"),
      scale: texts(".scale"),
    };
  });
  return { ...read, list: await listed(page) };
}

async function mapBox(page: Page) {
  const box = await page.locator("#map-cell").boundingBox();
  return box ?? expect.fail("the map has no box");
}

const inView = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
