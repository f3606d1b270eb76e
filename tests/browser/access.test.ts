import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { zhCN } from "../../client/words/zh-CN.ts";
import { violations } from "./axe.ts";
import {
  GAS,
  go,
  ITEM_LIST,
  listed,
  matching,
  params,
  regionRow,
  until,
  wholeMap,
  workbench,
} from "./workbench.ts";

const bench = workbench();

// One page for all: `go` brings it to each test's own view. The first test needs it as it was opened.
let page: Page;
beforeAll(async () => {
  // What is judged stands still: the camera need not fly there.
  page = await bench.openForAll("", { reducedMotion: "reduce" });
  await wholeMap(page);
});

/** Tab starts at the page's top. The old headless mode of npm's Chromium starts it where the page changed last. */
const fromTheTop = (page: Page) =>
  page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });

describe("by keyboard alone", () => {
  test("the first two stops skip to the map and to the list", async () => {
    await fromTheTop(page);
    await page.keyboard.press("Tab");
    await until(() => isShown(page), true);
    await page.keyboard.press("Enter");
    await until(() => page.evaluate(() => document.activeElement?.id), "map-cell");

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.locator("a.skip").nth(1).focus();
    await page.keyboard.press("Enter");
    await until(() => page.evaluate(() => document.activeElement?.id), "item-list");
    expect(params(page)).toEqual({});
  });

  test("every stop of Tab shows that it has the focus", async () => {
    await go(page, "");
    const stops: { name: string; shown: boolean }[] = [];
    // From wherever the focus is: past the page's end, and then once round to it again.
    for (let [press, ends] = [0, 0]; press < 120 && ends < 2; press += 1) {
      await page.keyboard.press("Tab");
      const stop = await focused(page);
      if (stop === null) ends += 1;
      else if (ends === 1) stops.push(stop);
    }
    expect(stops.filter(({ shown }) => !shown)).toEqual([]);
    const roles = stops.map(({ name }) => name);
    for (const role of ["treeitem", "application", "listbox", "combobox"]) {
      expect(roles).toContain(role);
    }
    expect(roles.filter((role) => role === "treeitem")).toHaveLength(1);
  });

  test("tree, list, detail and document are walked, and Esc leads back step by step", async () => {
    await go(page, "");
    await tabTo(page, '[role="treeitem"]');
    const at = () => page.evaluate(() => document.activeElement?.getAttribute("data-code") ?? null);
    await page.keyboard.press("Home");
    await until(at, "150000");
    for (let step = 0; step < 14 && (await at()) !== "150600"; step += 1) {
      await page.keyboard.press("ArrowDown");
    }
    expect(await at()).toBe("150600");
    await page.keyboard.press("ArrowRight");
    await until(() => regionRow(page, "150600").getAttribute("aria-expanded"), "true");
    await page.keyboard.press("ArrowRight");
    const county = await at();
    expect(county).toMatch(/^1506\d\d$/);
    await page.keyboard.press("Enter");
    await until(() => params(page).region, county ?? undefined);
    await page.keyboard.press("ArrowLeft");
    await until(at, "150600");
    await page.keyboard.press("Enter");
    await until(() => params(page).region, "150600");

    const inside = await matching(bench, { regions: ["150600"] });
    await until(async () => (await listed(page)).sort(), inside);
    await tabTo(page, ITEM_LIST);
    const pointed = () => page.locator(ITEM_LIST).getAttribute("aria-activedescendant");
    await page.keyboard.press("Home");
    for (let row = 1; row < inside.length && !(await pointed())?.endsWith(`-${GAS}`); row += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await until(() => params(page).item, GAS);

    const opener = page.getByRole("button", { name: zhCN.detail.open }).first();
    await opener.waitFor();
    await tabTo(page, ".quote-foot button");
    await page.keyboard.press("Enter");
    await page.locator("dialog[open] mark").first().waitFor();
    await page.keyboard.press("Escape");
    await until(() => params(page).doc, undefined);
    await until(() => opener.evaluate((button) => document.activeElement === button), true);
    expect(params(page)).toEqual({ region: "150600", level: "county", item: GAS });
    await page.keyboard.press("Escape");
    await until(() => params(page).item, undefined);
    await page.keyboard.press("Escape");
    await until(() => params(page), {});
  });

  test("the filters take the focus as they open, and Esc closes them and nothing else", async () => {
    await go(page, "?region=150700");
    await until(() => regionRow(page, "150700").getAttribute("aria-selected"), "true");
    await tabTo(page, ".filter-button");
    await page.keyboard.press("Enter");
    const inPanel = () => page.evaluate(() => document.activeElement?.closest(".filter-panel") != null);
    await until(inPanel, true);
    await page.keyboard.press("Escape");
    await page.locator(".filter-panel").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.matches(".filter-button"))).toBe(true);
    expect(params(page)).toEqual({ region: "150700" });
  });
});

test("in a reader's own colours what a colour alone says keeps it", async () => {
  await go(page, "");
  const painted = () =>
    page.evaluate(() =>
      [".legend-classes span", ".tree-bar span", ".switch-track"].map((selector) =>
        [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).backgroundColor),
      ),
    );
  const before = await painted();
  expect(new Set(before[0]).size).toBe(5);
  await page.emulateMedia({ forcedColors: "active" });
  await until(() => page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
  const after = await painted();
  await page.emulateMedia({ forcedColors: "none" });
  expect(after).toEqual(before);
});

describe("axe finds nothing against WCAG 2.2 AA in", () => {
  test("the overview", async () => {
    await go(page, "");
    await settled(page, "zh-CN");
    expect(await violations(page)).toEqual([]);
  });

  test("the dark overview", async () => {
    await go(page, "?theme=dark");
    await settled(page, "zh-CN");
    expect(await violations(page)).toEqual([]);
  });

  test("English", async () => {
    await go(page, "?lang=en");
    await settled(page, "en");
    expect(await violations(page)).toEqual([]);
  });

  test.each(["light", "dark"])("a region with an item chosen, %s", async (theme) => {
    await go(page, `?region=150600&level=county&item=${GAS}&theme=${theme}`);
    await page.locator(".detail .quote mark").first().waitFor();
    await settled(page, "zh-CN");
    expect(await violations(page)).toEqual([]);
  });

  test("the document, opened at a sentence, its items listed", async () => {
    await go(page, `?item=${GAS}&doc=im-2012-07-24:1867-1895`);
    await page.locator("dialog [data-lit]").first().click();
    await page.locator(".sentence-items button").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  test("the document in the dark", async () => {
    await go(page, `?item=${GAS}&doc=im-2012-07-24:1867-1895&theme=dark`);
    await page.locator("dialog [data-lit]").first().waitFor();
    await until(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  test("an empty list", async () => {
    await go(page, "?region=150424&level=county&q=没有这样的事项");
    await page.locator("#item-list").getByRole("status").waitFor();
    await wholeMap(page);
    expect(await violations(page)).toEqual([]);
  });

  test("the open menus of layers, measures and export", async () => {
    await go(page, "");
    await settled(page, "zh-CN");
    const found = [];
    for (const name of [zhCN.shell.layers, zhCN.shell.measure, zhCN.shell.export]) {
      await page.getByRole("button", { name }).first().click();
      await page.locator(".pop").waitFor();
      // Alone: it lies over what it covers, and takes its room.
      found.push(...(await violations(page, ".pop")));
      await page.keyboard.press("Escape");
      await page.locator(".pop").waitFor({ state: "detached" });
    }
    expect(found).toEqual([]);
  });

  test("the picture without WebGL, and what the server fails to answer beside it", async () => {
    const poor = await bench.openEmpty();
    await poor.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await poor.goto(bench.site.url, { waitUntil: "commit" });
    await poor.locator('[role="application"] path[data-code]').first().waitFor();
    await settled(poor, "zh-CN");
    expect(await violations(poor)).toEqual([]);

    await poor.route("**/trpc/**", (route) => route.fulfill({ status: 500, body: "no answer" }));
    await go(poor, `?stages=construction&item=${GAS}&asof=2012-07`);
    for (const part of ["#item-list", ".detail-part", ".statistics", ".ledger-counts", "#map-cell"]) {
      await poor.locator(part).getByRole("alert").first().waitFor();
    }
    expect(await violations(poor)).toEqual([]);
  });

  test("the open filters and their choices", async () => {
    await go(page, "?types=project,pilot&q=天然气");
    await page.getByRole("button", { name: zhCN.side.moreFilters }).click();
    const panel = page.getByRole("region", { name: zhCN.side.filters });
    await panel.getByRole("combobox").first().click();
    await panel.locator(".ant-select-item-option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: zhCN.shell.close }).click();
  });

  test.each(["map", "list", "detail", "filter"] as const)("a narrow window, %s", async (tab) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await go(page, tab === "detail" ? `?item=${GAS}` : "");
    const name = { map: "tabMap", list: "tabList", detail: "tabDetail", filter: "tabFilter" } as const;
    await page
      .getByRole("navigation", { name: zhCN.shell.tabs })
      .getByRole("button", { name: zhCN.shell[name[tab]] })
      .click();
    await settled(page, "zh-CN");
    expect(await violations(page)).toEqual([]);
  });
});

/** Language here, list and map in step with the address. */
async function settled(page: Page, lang: string): Promise<void> {
  await until(() => page.evaluate(() => document.documentElement.lang), lang);
  await page.locator(`${ITEM_LIST}[aria-busy="false"]`).waitFor({ state: "attached" });
  await wholeMap(page);
}

/** True where the focus is inside the window and drawn: by an outline of its own or of what it sits in. */
const isShown = async (page: Page): Promise<boolean> => (await focused(page))?.shown ?? false;

const focused = (page: Page): Promise<{ name: string; shown: boolean } | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const outlined = (one: Element | null) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    };
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && top >= 0;
    return {
      name: element.getAttribute("role") ?? `${element.tagName} ${element.className}`,
      shown: inside && (outlined(element) || outlined(element.parentElement)),
    };
  });

async function tabTo(page: Page, selector: string): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    const at = await page.evaluate((wanted) => {
      const element = document.activeElement;
      return { there: element?.matches(wanted) ?? false, name: `${element?.tagName} ${element?.className}` };
    }, selector);
    if (at.there) return;
    passed.push(at.name);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${selector}, only to:\n${passed.join("\n")}`);
}
