import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { readManifest } from "#geo/read.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { GAS, go, ITEM_LIST, option, params, regionRow, until, wholeMap, workbench } from "./workbench.ts";

const bench = workbench();
const detail = (page: Page) => page.getByRole("region", { name: zhCN.list.detail });

const tab = (name: string) =>
  page.getByRole("navigation", { name: zhCN.shell.tabs }).getByRole("button", { name });

let page: Page;
beforeAll(async () => {
  // What is measured stands still: the camera need not fly there.
  page = await bench.openForAll("", { reducedMotion: "reduce" });
});

test.each([
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
])("$width×$height: no sideways scroll, no floating card over another", async (viewport) => {
  await page.setViewportSize(viewport);
  await go(page, "?lang=zh-CN");
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

test.each([1366, 1440, 1920])(
  "%i px: the strip names whose data these are, and is not cut",
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const lang of ["zh-CN", "en"]) {
      await go(page, `?lang=${lang}&region=152500`);
      await until(() => page.evaluate(() => document.documentElement.lang), lang);
      const line = page.locator(".credits-button span");
      for (const name of ["DataV", "OpenStreetMap", "NASA"]) expect(await line.textContent()).toContain(name);
      expect(await cut(page, ".strip span")).toEqual([]);
    }
  },
);

test.each([1366, 390])("%i px: the credits open in full, by keyboard too", async (width) => {
  await page.setViewportSize({ width, height: 768 });
  await go(page, "?lang=zh-CN");
  if (width === 390) await tab(zhCN.shell.tabMap).click();
  await page.getByRole("button", { name: zhCN.shell.credits }).focus();
  await page.keyboard.press("Enter");
  const credits = page.locator(".credits-list li");
  await credits.first().waitFor();
  const all = readManifest().dataSets.flatMap(({ credit }) => credit.split(" · "));
  expect(await credits.allTextContents()).toEqual([...new Set(all)]);
  expect(await covered(page, ".credits-list li")).toEqual([]);
  await page.keyboard.press("Escape");
  await credits.first().waitFor({ state: "detached" });
});

test.each(["zh-CN", "en"])(
  "390 px, %s: header and breadcrumb are read whole, counts and day too",
  async (lang) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await go(page, `?lang=${lang}`);
    await until(() => page.evaluate(() => document.documentElement.lang), lang);
    expect(await colliding(page, "header")).toEqual([]);
    expect(await outside(page, "header")).toEqual([]);
    expect(await cut(page, ".crumbs li")).toEqual([]);
    for (const part of [".ledger-count dd", ".as-of"]) expect(await covered(page, part)).toEqual([]);
  },
);

test("drilled in, the legend folds away from the region; over the whole it stands open", async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const open = () => page.locator(".legend-head").getAttribute("aria-expanded");
  await go(page, "?lang=zh-CN");
  await until(open, "true");
  await go(page, "?lang=zh-CN&region=150600&level=county");
  await until(open, "false");
});

test.each(["S-1.3-06", "S-1.4-14"])("1366 px: the way from %s to its source is in sight", async (id) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await go(page, `?lang=zh-CN&item=${id}`);
  await detail(page).getByText(id, { exact: true }).waitFor();
  await detail(page).locator(".quote mark").first().waitFor();
  expect(await covered(page, ".detail .quote-foot:not(.quote-foot ~ .quote-foot) button")).toEqual([]);
});

test("1366 px, English: regions and stages are read whole", async () => {
  // A reader of its own, who has opened no league.
  const page = await bench.open("?lang=en", { viewport: { width: 1366, height: 768 } });
  await page.locator(".stage-name").first().waitFor();
  await page.locator(".tree").waitFor();
  await wholeMap(page);
  expect(await cut(page, ".tree-name, .stage-name")).toEqual([]);
});

test("390 px: from the list to an item, its sentence and back, all inside the window", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await go(page, "?lang=zh-CN");
  await tab(zhCN.shell.tabList).click();
  await option(page, GAS).scrollIntoViewIfNeeded();
  expect(await outside(page, ITEM_LIST)).toEqual([]);
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
  await until(() => params(page), { item: GAS, lang: "zh-CN" });
  await page.getByRole("button", { name: zhCN.detail.close }).click();
  await until(() => params(page), { lang: "zh-CN" });
  await option(page, GAS).waitFor();
});

/** The document and the panels that would scroll sideways. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "html, body, .frame, .frame > *, #item-list, .item-list, .detail-part, .tree",
      ),
    ]
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

/** Texts that their own box cuts. */
const cut = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 0)
        .map((element) => element.textContent ?? ""),
    selector,
  );

/** Pairs of texts under `root` of which one runs into the other. */
const colliding = (page: Page, root: string): Promise<string[]> =>
  page.evaluate((under) => {
    const texts = document.createTreeWalker(
      document.querySelector(under) ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const lines: { text: string; box: DOMRect }[] = [];
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) lines.push({ text: range.toString(), box });
    }
    return lines.flatMap((a, at) =>
      lines.slice(at + 1).flatMap((b) => {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Lines of type reach a little into each other.
        return wide > 1 && high > 8 ? [`${a.text} over ${b.text}`] : [];
      }),
    );
  }, root);

/** Elements whose middle something else lies over, or the window's edge cuts. */
const covered = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2) !== element;
        })
        .map((element) => element.textContent ?? ""),
    selector,
  );

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
