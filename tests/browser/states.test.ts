import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { zhCN } from "../../client/words/zh-CN.ts";
import {
  listed,
  matching,
  option,
  options,
  params,
  regionRow,
  until,
  wholeMap,
  workbench,
} from "./workbench.ts";

const GAS = "S-1.4-15";
const bench = workbench();
const list = (page: Page) => page.getByRole("main").getByRole("region", { name: zhCN.list.label });
const detail = (page: Page) => page.getByRole("region", { name: zhCN.detail.panel });

describe("nothing found", () => {
  test("the empty list offers to drop the filter and to leave the region, and both do", async () => {
    const page = await bench.open("?region=150424&level=county&q=没有这样的事项");
    const ways = list(page).getByRole("status");
    await ways.waitFor();
    await ways.getByRole("button", { name: zhCN.list.clear }).click();
    await until(() => params(page), { region: "150424", level: "county" });
    await until(() => listed(page), await matching(bench, { regions: ["150424"] }));

    await page.goBack();
    await ways.getByRole("button", { name: zhCN.list.wholeMap }).click();
    await until(() => params(page), { q: "没有这样的事项" });
  });
});

describe("no answer", () => {
  test("a list that the server fails says so, and another try brings it", async () => {
    let broken = true;
    const page = await bench.openEmpty();
    await page.route("**/trpc/project.list*", (route) =>
      broken ? route.fulfill({ status: 500, json: FAULT }) : route.continue(),
    );
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    const alert = list(page).getByRole("alert");
    await alert.waitFor();
    await alert.getByText(zhCN.shell.failedServer).waitFor();
    broken = false;
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    await until(async () => (await listed(page)).sort(), await matching(bench, {}));
  });

  test("with the network gone the list stands, an item says so, and another try brings it", async () => {
    const page = await bench.open();
    await wholeMap(page);
    const before = await listed(page);
    await option(page, "S-1.2-07").click();
    await detail(page).locator(".quote mark").first().waitFor();
    await page.context().setOffline(true);
    await option(page, GAS).click();
    const alert = detail(page).getByRole("alert");
    await alert.getByText(zhCN.shell.failedOffline).waitFor();
    expect(await listed(page)).toEqual(before);
    await page.context().setOffline(false);
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    await detail(page).getByText(GAS, { exact: true }).waitFor();
  });
});

describe("a slow network", () => {
  test("skeletons hold the places of what comes: nothing moves by more than a pixel", async () => {
    const page = await bench.openEmpty();
    const held: Route[] = [];
    let open = false;
    await page.route("**/trpc/**", async (route) => {
      if (open) await route.continue();
      else held.push(route);
    });
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    await list(page).getByRole("status", { name: zhCN.shell.loading }).waitFor();
    await regionRow(page, "150600").waitFor();
    await until(() => page.evaluate(() => document.fonts.status), "loaded");
    const before = await boxes(page);
    open = true;
    await Promise.all(held.map((route) => route.continue()));
    await options(page).first().waitFor();
    await wholeMap(page);
    const after = await boxes(page);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, box] of Object.entries(after)) {
      const moved = box.map((side, at) => Math.abs(side - (before[name]?.[at] ?? Number.NaN)));
      expect({ name, moved: Math.max(...moved) <= 1 }).toEqual({ name, moved: true });
    }
  });
});

describe("window sizes", () => {
  test.each([
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ])("$width×$height: no sideways scroll, no floating card over another", async (viewport) => {
    const page = await bench.open("", { viewport });
    await wholeMap(page);
    expect(await sideways(page)).toEqual([]);
    expect(await overlaps(page)).toEqual([]);

    await page.getByRole("button", { name: zhCN.shell.measure }).waitFor();
    await regionRow(page, "150600").click();
    await option(page, GAS).click();
    await detail(page).locator(".quote mark").first().waitFor();
    await wholeMap(page);
    expect(await sideways(page)).toEqual([]);
    expect(await overlaps(page)).toEqual([]);

    await page.getByRole("button", { name: zhCN.shell.toEnglish }).click();
    await until(() => page.evaluate(() => document.documentElement.lang), "en");
    await wholeMap(page);
    expect(await sideways(page)).toEqual([]);
    expect(await overlaps(page)).toEqual([]);
  });

  test("390 px: from the list to an item, its sentence and back, all inside the window", async () => {
    const page = await bench.open("", { viewport: { width: 390, height: 844 }, hasTouch: true });
    const tab = (name: string) =>
      page.getByRole("navigation", { name: zhCN.shell.tabs }).getByRole("button", { name });
    await tab(zhCN.shell.tabList).click();
    await option(page, GAS).scrollIntoViewIfNeeded();
    expect(await outside(page, "#item-list")).toEqual([]);
    await option(page, GAS).click();
    await detail(page).locator(".quote mark").first().waitFor();
    await until(() => tab(zhCN.shell.tabDetail).getAttribute("aria-current"), "page");
    expect(await outside(page, ".detail")).toEqual([]);
    expect(await sideways(page)).toEqual([]);

    const open = page.getByRole("button", { name: zhCN.detail.open }).first();
    await open.scrollIntoViewIfNeeded();
    await open.click();
    await page.locator("dialog mark").first().waitFor();
    expect(await outside(page, "dialog .reader-page")).toEqual([]);
    await page.getByRole("button", { name: zhCN.reader.close }).click();
    await until(() => params(page), { item: GAS });
    await page.getByRole("button", { name: zhCN.detail.close }).click();
    await until(() => params(page), {});
    await option(page, GAS).waitFor();
  });
});

/** What the server says when it does not know what went wrong. */
const FAULT = {
  error: { message: "fault", code: -32603, data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 } },
};

/** Left, top, width and height of the frame's parts and of what stands above and beside the list. */
async function boxes(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(() => {
    const parts = {
      header: "header",
      statistics: ".statistics",
      counts: ".ledger-counts",
      controls: ".header-controls",
      side: "aside",
      tree: '[role="tree"]',
      stages: ".stage-row",
      map: "#map-cell",
      bar: ".map-bar",
      legend: ".legend",
      list: "main",
      head: ".list-head",
      row: ".item-row",
    };
    return Object.fromEntries(
      Object.entries(parts).map(([name, selector]) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return [name, box ? [box.left, box.top, box.width, box.height] : []];
      }),
    );
  });
}

/** The document and the panels that would scroll sideways. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("html, body, .frame, .frame > *, #item-list, .detail-part, .tree")]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX !== "visible")
      .map(
        (element) =>
          `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );

/** Pairs of cards on the map that share more than a hairline, and cards that leave the map. */
const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cell = document.querySelector("#map-cell")?.getBoundingClientRect();
    if (!cell) throw new Error("no map cell");
    const cards = [...document.querySelectorAll("#map-cell .card, #map-cell .map-controls, #map-cell .strip")]
      .filter((card) => card.getClientRects().length > 0)
      .map((card) => ({ name: String(card.className), box: card.getBoundingClientRect() }));
    const shared = cards.flatMap((a, at) =>
      cards.slice(at + 1).flatMap((b) => {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        return wide > 1 && high > 1 ? [`${a.name} over ${b.name}`] : [];
      }),
    );
    const beyond = cards
      .filter(
        ({ box }) =>
          box.left < cell.left - 1 ||
          box.right > cell.right + 1 ||
          box.top < cell.top - 1 ||
          box.bottom > cell.bottom + 1,
      )
      .map(({ name }) => `${name} beyond the map`);
    return [...shared, ...beyond];
  });

/** Texts and controls under `selector` that the window cuts at its left or right edge. */
const outside = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    (root) =>
      [...document.querySelectorAll(`${root} *`)]
        .filter((element) => element.childElementCount === 0 && element.getClientRects().length > 0)
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -1 || right > innerWidth + 1;
        })
        .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 20)}`),
    selector,
  );
