import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { zhCN } from "../../client/words/zh-CN.ts";
import { violations } from "./axe.ts";
import { until, wholeMap, workbench } from "./workbench.ts";

const bench = workbench();
const words = zhCN.brief;
let page: Page;
beforeAll(async () => {
  page = await bench.openForAll("", { acceptDownloads: true, reducedMotion: "reduce" });
  await wholeMap(page);
  await page.getByRole("button", { name: zhCN.shell.export, exact: true }).click();
  await page.getByRole("button", { name: zhCN.shell.openBrief }).click();
  await page.getByText(words.a4, { exact: true }).click();
  await page.getByText("150 dpi", { exact: true }).click();
  await page.getByText("1754 × 1240").waitFor();
  await page.locator('.page-preview[aria-busy="false"]').waitFor();
  await page.evaluate(() => {
    const line = document.querySelector('.composer-atlas [role="status"]');
    if (line === null) throw new Error("no status line");
    const told: string[] = [];
    // What MapLibre asks of its workers: LT to make a tile, RT to make it once more.
    const tiles: string[] = [];
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (
      this: Worker,
      ...what: [{ type?: string; data?: { source?: string } }]
    ) {
      const [{ type, data } = {}] = what;
      if (data?.source === "admin" && (type === "LT" || type === "RT")) tiles.push(type);
      Reflect.apply(postMessage, this, what);
    };
    Object.assign(window, { told, tiles });
    new MutationObserver(() => told.push(line.textContent)).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
});
beforeEach(() => page.evaluate(() => (window as unknown as Told).told.splice(0)));

const atlas = () => page.locator(".composer-atlas");
const press = (name: string) => atlas().getByRole("button", { name, exact: true }).click();
const start = () => press(words.atlasWrite.replace("{{pages}}", "15"));
type Told = { told: string[]; tiles: string[] };
/** A page may be done before anyone looks: what the line has said since the test began. */
const told = (what: string) => page.evaluate((text) => (window as unknown as Told).told.includes(text), what);
const said = () => atlas().getByRole("status").textContent();
const at = (number: number, name: string) =>
  words.atlasPage.replace("{{page}}", String(number)).replace("{{pages}}", "15").replace("{{name}}", name);

test("it says how many pages there will be, with and without banners and counties", async () => {
  const counties = atlas().getByLabel(words.atlasCounties);
  await counties.check();
  await atlas()
    .getByRole("button", { name: words.atlasWrite.replace("{{pages}}", "118") })
    .waitFor();
  await counties.uncheck();
});

test("a page that fails is told by its name, and going on makes it and the rest: each page once", async () => {
  await atlas().getByLabel(words.atlasFormat).selectOption("pptx");
  let asked = 0;
  await page.route("**/export/atlas/*/2", (route) => {
    asked += 1;
    return asked === 1 ? route.abort() : route.continue();
  });
  const file = page.waitForEvent("download", { timeout: 400_000 });
  await start();
  expect(await atlas().getByRole("progressbar").getAttribute("max")).toBe("15");
  await until(
    said,
    words.atlasFailed
      .replace("{{page}}", "2")
      .replace("{{name}}", "呼和浩特市")
      .replace("{{why}}", words.offline),
  );
  await press(words.atlasGoOn);
  await until(() => told(at(2, "呼和浩特市")), true);
  const download = await file;
  expect(download.suggestedFilename()).toMatch(/^一张图-图册-YZT-201207-[0-9A-F]{8}\.pptx$/);
  const slides = Object.keys(unzipSync(await readFile(await download.path()))).filter((name) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(name),
  );
  expect(slides).toHaveLength(15);
  await until(said, words.atlasWritten.replace("{{pages}}", "15"));
}, 500_000);

test("from page to page each tile is made once, with that page's style", async () => {
  await page.evaluate(() => (window as unknown as Told).tiles.splice(0));
  await start();
  await until(() => told(at(4, "乌海市")), true);
  await press(words.cancel);
  await until(said, "");
  const tiles = await page.evaluate(() => (window as unknown as Told).tiles);
  expect(tiles.filter((type) => type === "LT").length).toBeGreaterThan(5);
  expect(tiles).not.toContain("RT");
});

test("one that is cancelled is given up on the server, and nothing is handed out", async () => {
  const dropped = page.waitForRequest((request) => request.method() === "DELETE");
  await start();
  await until(() => told(at(2, "呼和浩特市")), true);
  await press(words.cancel);
  expect((await (await dropped).response())?.status()).toBe(204);
  await until(said, "");
});

test("Esc asks before an atlas under way is given up", async () => {
  await start();
  await until(() => told(at(1, "内蒙古自治区")), true);
  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.keyboard.press("Escape");
  await until(async () => asked, [words.atlasLeave]);
  expect(await atlas().count()).toBe(1);
  await press(words.cancel);
  await until(said, "");
});

test("a server that has forgotten it says so, and going on begins anew", async () => {
  await page.route("**/export/atlas/*/1", (route) => route.fulfill({ status: 404, body: "{}" }), {
    times: 1,
  });
  const begun = () => page.waitForResponse((response) => response.url().endsWith("/export/atlas.pptx"));
  await Promise.all([begun(), start()]);
  await until(
    said,
    words.atlasFailed
      .replace("{{page}}", "1")
      .replace("{{name}}", "内蒙古自治区")
      .replace("{{why}}", words.gone),
  );
  await Promise.all([begun(), press(words.atlasGoOn)]);
  await until(() => told(at(2, "呼和浩特市")), true);
  await press(words.cancel);
  await until(said, "");
});

test("axe finds nothing against WCAG 2.2 AA in it", async () => {
  expect(await violations(page, ".composer-atlas")).toEqual([]);
});
