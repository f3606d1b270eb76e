import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { zhCN } from "../../client/words/zh-CN.ts";
import {
  GAS,
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

// Without WebGL: these states are the panels' own, and software drawing is slow.
const bench = workbench(["--disable-gpu", "--disable-3d-apis"]);
const list = (page: Page) => page.getByRole("main").getByRole("region", { name: zhCN.list.label });
const detail = (page: Page) => page.getByRole("region", { name: zhCN.list.detail });

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

describe("an address that names what is not there", () => {
  test("unknown values are dropped: the whole is shown, and no panel complains", async () => {
    const page = await bench.open("?region=159999&level=county&measure=nonsense&stages=nonsense&at=a/b&x=y");
    await until(() => params(page), { level: "county", stages: "" });
    await list(page).getByRole("status").getByRole("button", { name: zhCN.list.clear }).click();
    await until(() => params(page), { level: "county" });
    await until(async () => (await listed(page)).sort(), await matching(bench, {}));
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("a unit nobody knows is a filter like any other: named, and taken off", async () => {
    const page = await bench.open("?units=nobody");
    await list(page).getByRole("status").getByRole("button", { name: zhCN.list.clear }).click();
    await until(() => params(page), {});
  });

  test("an unknown item and an unknown document say so, and lead back", async () => {
    const page = await bench.open("?item=S-9.9-99&doc=nothing:0-9");
    const reader = page.getByRole("dialog", { name: zhCN.reader.title });
    await reader.getByRole("alert").getByText(zhCN.reader.notFound).waitFor();
    await reader.getByRole("alert").getByRole("button", { name: zhCN.reader.close }).click();
    await until(() => params(page), { item: "S-9.9-99" });
    await detail(page).getByRole("button", { name: zhCN.detail.back }).click();
    await until(() => params(page), {});
  });

  test("a month before any report has no items and no figures, and leads to the latest", async () => {
    const page = await bench.open("?asof=1999-01");
    const figures = page.getByRole("region", { name: zhCN.shell.statisticsLabel });
    await figures.getByText("1999-01").waitFor();
    await list(page).getByRole("status").getByRole("button", { name: zhCN.list.latest }).click();
    await until(() => params(page), {});
    await figures.getByRole("button", { name: zhCN.shell["ST-02"] }).waitFor();
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

  test("figures and filters that the server fails are no zeros, and another try brings them", async () => {
    let broken = true;
    const page = await bench.openEmpty();
    for (const question of ["progress.summary", "unit.list"]) {
      await page.route(`**/trpc/${question}*`, (route) =>
        broken ? route.fulfill({ status: 500, json: FAULT }) : route.continue(),
      );
    }
    // The answers for the address itself come with the page: those of the whole do not.
    await page.goto(`${bench.site.url}/?types=project&stages=construction`, { waitUntil: "commit" });
    const figures = page.getByRole("region", { name: zhCN.shell.statisticsLabel });
    const counts = page.getByRole("region", { name: zhCN.shell.ledgerLabel });
    await counts.getByRole("alert").waitFor();
    await page.getByRole("button", { name: zhCN.side.moreFilters }).click();
    const filters = page.getByRole("region", { name: zhCN.side.filters });
    await filters.getByRole("alert").waitFor();
    await filters.getByRole("combobox", { name: zhCN.side.types }).click();
    const offered = filters.locator(".ant-select-item-option-content");
    await offered.first().waitFor();
    expect((await offered.allTextContents()).filter((text) => /\d/.test(text))).toEqual([]);

    broken = false;
    await filters.getByRole("alert").getByRole("button", { name: zhCN.shell.retry }).click();
    await filters.getByRole("alert").waitFor({ state: "detached" });
    await filters.getByRole("combobox", { name: zhCN.side.types }).click();
    await until(async () => (await offered.allTextContents()).every((text) => /\d$/.test(text)), true);
    await page.keyboard.press("Escape");
    await figures.getByRole("alert").getByRole("button", { name: zhCN.shell.retry }).click();
    await figures.getByRole("button", { name: zhCN.shell["ST-02"] }).waitFor();
    await counts.getByRole("alert").waitFor({ state: "detached" });
  });
});

describe("code that does not come", () => {
  const cutOff = (page: Page, files: string) => page.route(`**/assets/${files}`, (route) => route.abort());

  test("an item says so and takes nothing with it: the list goes on, and another try opens it", async () => {
    const page = await bench.openEmpty();
    await cutOff(page, "detail*");
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    await wholeMap(page);
    const before = await listed(page);
    await option(page, GAS).click();
    await detail(page).getByRole("alert").waitFor();
    await option(page, "S-1.2-07").click();
    await until(() => params(page).item, "S-1.2-07");
    const alert = detail(page).getByRole("alert");
    await alert.waitFor();
    expect(await listed(page)).toEqual(before);

    await page.unrouteAll();
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    await detail(page).getByText("S-1.2-07", { exact: true }).waitFor();
    expect(
      await detail(page)
        .locator(".detail-kind")
        .evaluate((kind) => getComputedStyle(kind).display),
    ).toBe("flex");
  });

  test("a document says so in its own place, is closed as it would be, and another try opens it", async () => {
    const page = await bench.openEmpty();
    await cutOff(page, "reader*");
    await page.goto(`${bench.site.url}/?doc=im-2012-07-24:1867-1895`, { waitUntil: "commit" });
    const place = page.getByRole("dialog");
    await place.getByRole("alert").waitFor();
    await page.keyboard.press("Escape");
    await until(() => params(page), {});
    await place.waitFor({ state: "detached" });
    await page.goBack();
    await place.getByRole("alert").waitFor();

    await page.unrouteAll();
    await place.getByRole("button", { name: zhCN.shell.retry }).click();
    await place.locator("mark").first().waitFor();
  });

  test("the filters' says so in its own place: the list goes on, and another try opens them", async () => {
    const page = await bench.openEmpty();
    await cutOff(page, "filter-panel*");
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    await page.getByRole("button", { name: zhCN.side.moreFilters }).click();
    const alert = page.locator(".filter-panel").getByRole("alert");
    await alert.waitFor();
    await regionRow(page, "150600").click();
    await until(async () => (await listed(page)).sort(), await matching(bench, { regions: ["150600"] }));

    await page.unrouteAll();
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    const types = page
      .getByRole("region", { name: zhCN.side.filters })
      .getByRole("combobox", { name: zhCN.side.types });
    // A browser that keeps a module's failure has the page loaded anew: the filters are then one press away.
    const open = page.getByRole("button", { name: zhCN.side.moreFilters, expanded: false });
    await until(async () => {
      if (!(await types.isVisible()) && (await open.isVisible())) await open.click();
      return types.isVisible();
    }, true);
    expect(await alert.count()).toBe(0);
  });

  test("what keeps the page live says so, and another try brings it", async () => {
    const page = await bench.openEmpty();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "eventsource") asked.push(request.url());
    });
    await cutOff(page, "live-*");
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    await wholeMap(page);
    const alert = page.getByRole("banner").getByRole("alert");
    await alert.waitFor();
    expect(asked).toEqual([]);
    await page.unrouteAll();
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    await until(() => asked.length, 1);
    await alert.waitFor({ state: "detached" });
  });

  test("the map's: the first picture stands, list and filter go on, and another try brings it", async () => {
    const page = await bench.openEmpty();
    await cutOff(page, "map-view*");
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    const alert = page.locator("#map-cell").getByRole("alert");
    await alert.getByText(zhCN.shell.mapBroken).waitFor();
    expect(await page.locator("#first-picture").isVisible()).toBe(true);
    await regionRow(page, "150600").click();
    await until(async () => (await listed(page)).sort(), await matching(bench, { regions: ["150600"] }));

    await page.unrouteAll();
    await alert.getByRole("button", { name: zhCN.shell.retry }).click();
    await wholeMap(page);
    await until(() => params(page).region, "150600");
  });

  test("English: the page goes on in the language that it has, and the switch asks again", async () => {
    const page = await bench.openEmpty();
    await cutOff(page, "en-*");
    await page.goto(`${bench.site.url}/?lang=en`, { waitUntil: "commit" });
    const toEnglish = page.getByRole("button", { name: zhCN.shell.toEnglish });
    await toEnglish.waitFor();
    await until(() => page.evaluate(() => document.documentElement.lang), "zh-CN");
    expect(await regionRow(page, "150600").textContent()).toMatch(/鄂尔多斯/);
    await page.unrouteAll();
    await toEnglish.click();
    await until(() => page.evaluate(() => document.documentElement.lang), "en");
  });
});

describe("another language", () => {
  test("is not told before its words are here, and changes every word at once", async () => {
    const page = await bench.openEmpty();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/assets/en-*", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
    await wholeMap(page);
    await page.getByRole("button", { name: zhCN.shell.toEnglish }).click();
    await until(() => params(page), { lang: "en" });
    const said = () =>
      page.evaluate(() => {
        const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
        const words = [".list-total", '[data-code="150600"]', ".map-measure", ".tabs", ".stage-name"].map(
          text,
        );
        return [document.documentElement.lang, document.title, ...words];
      });
    const before = await said();
    expect(before.map((text) => /\p{Script=Han}|zh-CN/u.test(text))).toEqual(before.map(() => true));

    const atOnce = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          new MutationObserver(() => {
            const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
            const words = [".list-total", '[role=treeitem][data-code="150600"]', ".map-measure", ".tabs"];
            resolve([document.documentElement.lang, document.title, ...words.map(text), text(".stage-name")]);
          }).observe(document.documentElement, { attributeFilter: ["lang"] });
        }),
    );
    release();
    const after = await atOnce;
    expect(after[0]).toBe("en");
    expect(after.filter((text) => text === "" || /\p{Script=Han}/u.test(text))).toEqual([]);
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
