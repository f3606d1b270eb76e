import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { showFrom } from "#domain/wall/show.ts";
import { remote as en } from "../../client/words/en/remote.ts";
import { remote as zh } from "../../client/words/zh-CN/remote.ts";
import { aTold } from "../server/remote/told.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { type Served, serve } from "./serve.ts";
import { openWallSide } from "./wall-side.ts";
import { until } from "./workbench.ts";

const TELEPHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const LAPTOP = { viewport: { width: 1366, height: 768 } } as const;

let site: Served;
let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(search = "", options: BrowserContextOptions = TELEPHONE, url = site.url): Promise<Page> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${url}/wall/remote${search}`);
  return page;
}

/** A wall that has told what it shows, and a telephone that came by its QR code. */
async function aPair(told = aTold(), search = "", options?: BrowserContextOptions) {
  const wall = await openWallSide(site.url);
  await wall.tell(told);
  const page = await open(`?code=${wall.code}${search}`, options);
  await page.getByRole("tablist").waitFor();
  return { wall, page };
}

const scene = (page: Page, name: string) => page.getByRole("tabpanel").getByRole("button", { name });
const tab = (page: Page, name: string) => page.getByRole("tab", { name });

describe("a telephone", () => {
  test("pairs by the address of the QR code, shows the round, and what it taps arrives at the wall", async () => {
    const { wall, page } = await aPair();
    expect(await page.title()).toBe(zh.pageTitle);
    await until(() => new URL(page.url()).search, "");
    await until(() => wall.kinds(), ["paired"]);
    await until(() => scene(page, "全区总览").getAttribute("aria-current"), "true");

    await scene(page, "包头市").tap();
    await page.getByRole("button", { name: zh.next, exact: true }).tap();
    await page.getByRole("button", { name: zh.previous, exact: true }).tap();
    await page.getByRole("button", { name: zh.hold, exact: true }).tap();
    await tab(page, zh.regions).tap();
    await page.getByRole("button", { name: "呼和浩特市" }).tap();
    await tab(page, zh.items).tap();
    await page.getByRole("button", { name: "文得根水库" }).tap();
    await tab(page, zh.layers).tap();
    await page.getByRole("switch", { name: "水系" }).tap();
    await until(
      () => wall.actions(),
      [
        { do: "go", scene: "region-150200" },
        { do: "step", by: 1 },
        { do: "step", by: -1 },
        { do: "hold" },
        { do: "point", region: "150100" },
        { do: "item", id: "S-1.3-06.1" },
        { do: "layer", layer: "water", on: true },
      ],
    );
  });

  test("shows what the wall says of itself, and takes down what a hand has put up there", async () => {
    const { wall, page } = await aPair(aTold({ months: ["2012-05", "2012-06", "2012-07"] }));
    await wall.tell(
      aTold({
        show: {
          ...showFrom("region-150200"),
          held: true,
          pointed: "150100",
          item: "S-1.4-15",
          month: "2012-05",
        },
        months: ["2012-05", "2012-06", "2012-07"],
      }),
    );
    await page.getByRole("heading", { name: "包头市" }).waitFor();
    await until(() => scene(page, "包头市").getAttribute("aria-current"), "true");
    await page.getByRole("button", { name: zh.stopPointing.replace("{{name}}", "呼和浩特市") }).tap();
    await page.getByRole("button", { name: zh.closeCard.replace("{{name}}", "东胜") }).tap();
    await page.getByRole("button", { name: zh.toLatest.replace("{{month}}", "2012-05") }).tap();
    await page.getByRole("button", { name: zh.tour, exact: true }).tap();
    await tab(page, zh.months).tap();
    await page.getByLabel(zh.month).selectOption("2012-06");
    await page.getByRole("button", { name: zh.replay }).tap();
    await until(
      () => wall.actions(),
      [
        { do: "point", region: null },
        { do: "item", id: null },
        { do: "month", month: null },
        { do: "tour" },
        { do: "month", month: "2012-06" },
        { do: "replay" },
      ],
    );
  });

  test("has no months to choose from where there is but one", async () => {
    const { page } = await aPair();
    expect(await tab(page, zh.months).count()).toBe(0);
  });

  test("loaded anew still drives, until the wall ends it", async () => {
    const { wall, page } = await aPair();
    await page.reload();
    await scene(page, "包头市").tap();
    await until(() => wall.actions(), [{ do: "go", scene: "region-150200" }]);
    await wall.end();
    await page.getByRole("heading", { name: zh.ended }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: zh.enter }).waitFor();
  });

  test("ends it for the wall too", async () => {
    const { wall, page } = await aPair();
    await page.getByRole("button", { name: zh.end }).tap();
    await page.getByRole("heading", { name: zh.ended }).waitFor();
    await until(() => wall.kinds(), ["paired", "ended"]);
  });

  test("says when the wall does not answer, and is not thrown out for it", async () => {
    const { wall, page } = await aPair();
    const away = page.getByRole("alert");
    await page.route("**/trpc/remote.act", (route) =>
      route.fulfill({ status: 409, json: { error: { data: { code: "CONFLICT" } } } }),
    );
    await scene(page, "包头市").tap();
    await away.getByText(zh.wallAway).waitFor();
    await page.unroute("**/trpc/remote.act");
    await page.route("**/trpc/remote.act", (route) => route.abort());
    await scene(page, "包头市").tap();
    await away.getByText(zh.notSent).waitFor();
    await page.unroute("**/trpc/remote.act");
    await scene(page, "包头市").tap();
    await away.waitFor({ state: "hidden" });
    expect(wall.actions()).toEqual([{ do: "go", scene: "region-150200" }]);
  });

  test("types the code where it has no camera, and is told when it is wrong", async () => {
    const wall = await openWallSide(site.url);
    await wall.tell(aTold());
    const page = await open();
    const field = page.getByLabel(zh.enter);
    const start = page.getByRole("button", { name: zh.join });
    expect(await start.isDisabled()).toBe(true);
    await field.fill(wall.code === "000000" ? "000001" : "000000");
    await start.tap();
    await page.getByRole("alert").getByText(zh.wrong).waitFor();
    // As a Chinese keyboard writes figures, with a space between.
    await field.fill("");
    await field.pressSequentially(
      [...wall.code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(""),
    );
    await start.tap();
    await scene(page, "包头市").waitFor();
  });

  test("speaks English where it is asked to", async () => {
    const { page } = await aPair(aTold(), "&lang=en");
    await page.getByRole("button", { name: en.hold, exact: true }).waitFor();
    expect(await page.title()).toBe(en.pageTitle);
    expect(await page.locator("ol[lang=zh-CN]").count()).toBe(1);
  });

  test("loads neither the workbench's code nor the map's", async () => {
    const context = await browser.newContext(TELEPHONE);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const scripts: Promise<string>[] = [];
    page.on("response", (one) => {
      if (one.request().resourceType() === "script") scripts.push(one.text());
    });
    await page.goto(`${site.url}/wall/remote`);
    await page.getByLabel(zh.enter).waitFor();
    const code = (await Promise.all(scripts)).join("");
    expect(code).toContain("remote.join");
    for (const foreign of ["maplibre", "ant-select", "ZodError", "topojson"])
      expect(code).not.toContain(foreign);
    expect(code.length).toBeLessThan(320_000);
  });
});

test("a server that goes away is waited for in calm, and a new one knows no pairing", async () => {
  let own = await serve();
  onTestFinished(() => own.stop());
  const wall = await openWallSide(own.url);
  await wall.tell(aTold());
  const page = await open(`?code=${wall.code}`, TELEPHONE, own.url);
  await scene(page, "包头市").waitFor();
  await page.evaluate(() => {
    const asked: number[] = [];
    const Stream = class extends EventSource {
      constructor(url: string) {
        if (url.includes("remote.state")) asked.push(performance.now());
        super(url);
      }
    };
    Object.assign(window, { asked, EventSource: Stream });
  });
  // By the page's own clock: what a busy machine tells of it comes late.
  const asked = () => page.evaluate(() => (window as unknown as { asked: number[] }).asked);
  await own.stop();
  await page.getByText(zh.reconnecting).waitFor();
  expect(await scene(page, "包头市").isVisible()).toBe(true);
  await until(async () => (await asked()).length >= 2, true);
  own = await serve({ PORT: String(own.port) });
  await page.getByRole("heading", { name: zh.ended }).waitFor();
  const times = await asked();
  const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.min(...waits)).toBeGreaterThan(950);
});

describe("axe finds nothing against WCAG 2.2 AA, and no target is too small for a finger, in", () => {
  const months = ["2012-05", "2012-06", "2012-07"];
  const small = (page: Page) =>
    page
      .locator("button:visible, select:visible, input:visible")
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 48).map((one) => one.outerHTML),
      );

  test.each([
    ["dark", TELEPHONE],
    ["light", TELEPHONE],
    ["dark", LAPTOP],
  ] as const)("every part of the remote, %s", async (theme, size) => {
    const show = { ...showFrom("whole"), held: true, pointed: "150100", item: "S-1.4-15" };
    const { page } = await aPair(aTold({ months, show }), `&theme=${theme}`, size);
    for (const name of [zh.scenes, zh.regions, zh.items, zh.layers, zh.months]) {
      await tab(page, name).click();
      expect(await violations(page), name).toEqual([]);
      expect(await small(page), name).toEqual([]);
    }
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWide).toBe(false);
  });

  test("the code's page, at first, after a wrong code and at the end", async () => {
    const page = await open("?code=999999");
    await page.getByRole("alert").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByLabel(zh.enter).waitFor();
    expect([await violations(page), await small(page)]).toEqual([[], []]);
    const { page: other } = await aPair();
    await other.getByRole("button", { name: zh.end }).tap();
    await other.getByRole("heading", { name: zh.ended }).waitFor();
    expect(await violations(other)).toEqual([]);
  });
});

test("the parts are walked by the arrow keys, and every stop shows that it has the focus", async () => {
  const { wall, page } = await aPair(aTold(), "", LAPTOP);
  await tab(page, zh.scenes).focus();
  await page.keyboard.press("ArrowRight");
  await until(() => tab(page, zh.regions).getAttribute("aria-selected"), "true");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  expect(outline).toBe(true);
  await page.keyboard.press("Enter");
  await until(() => wall.actions(), [{ do: "go", scene: "region-150200" }]);
});
