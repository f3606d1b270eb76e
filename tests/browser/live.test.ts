import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { BrowserContext, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { zhCN } from "../../client/words/zh-CN.ts";
import { launch } from "./chromium.ts";
import { freePort, type Served, serve } from "./serve.ts";
import { listed, until, wholeMap } from "./workbench.ts";

const SECOND = 1000;
/** Of the seed: the month that its source was published in. */
const OFFLINE = zhCN.offline.word.replace("{{month}}", "2012-07");
const offline = (page: Page) => page.getByRole("status").getByText(OFFLINE, { exact: true });

/** A reader's browser, without WebGL: what is live is not the map's. Gone when the test ends. */
async function aReader(): Promise<BrowserContext> {
  const browser = await launch(["--disable-gpu", "--disable-3d-apis"]);
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(90 * SECOND);
  return context;
}

/** When each stream was asked for by any of the reader's pages, ms. */
function streamsOf(reader: BrowserContext): number[] {
  const asked: number[] = [];
  reader.on("request", (request) => {
    if (request.resourceType() === "eventsource") asked.push(performance.now());
  });
  return asked;
}

async function open(reader: BrowserContext, { url }: Served): Promise<Page> {
  const page = await reader.newPage();
  await page.goto(url, { waitUntil: "commit" });
  await wholeMap(page);
  return page;
}

test("a page left open through an update of the server says so, asks without haste, and takes up the new revision unreloaded", async () => {
  const folder = await mkdtemp(join(tmpdir(), "one-map-live-"));
  const env = { DATA_DIR: folder, PORT: String(await freePort()) };
  let site: Served = await serve(env);
  onTestFinished(async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const reader = await aReader();
  const asked = streamsOf(reader);
  const page = await open(reader, site);
  await until(() => asked.length, 1);
  const revision = () => page.locator("html").getAttribute("data-revision");
  const before = Number(await revision());
  const items = await listed(page);
  await page.evaluate(() => document.body.setAttribute("data-never-reloaded", ""));

  const goneAt = performance.now();
  await site.stop();
  await offline(page).waitFor();
  const gone = performance.now() - goneAt;
  expect(gone).toBeGreaterThan(10 * SECOND);
  expect(gone).toBeLessThan(15 * SECOND);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.length - 1).toBeLessThanOrEqual(gone / SECOND);
  expect(await listed(page)).toEqual(items);
  await becomeOlderBuild(folder);
  site = await serve(env);

  await until(revision, String(before + 1));
  await offline(page).waitFor({ state: "detached" });
  await until(() => listed(page), items);
  expect(await page.locator("body[data-never-reloaded]").count()).toBe(1);
});

test("two tabs hold one stream, and both know when the server hangs; one goes, and the other has it", async () => {
  const site = await serve();
  onTestFinished(async () => {
    site.process.kill("SIGCONT");
    await site.stop();
  });
  const reader = await aReader();
  const asked = streamsOf(reader);
  const first = await open(reader, site);
  await until(() => asked.length, 1);
  const second = await open(reader, site);
  await Promise.all([first, second].map(followed));
  expect(asked.length).toBe(1);

  // The connection stands, and nothing comes of it.
  site.process.kill("SIGSTOP");
  const hungAt = performance.now();
  await Promise.all([first, second].map((page) => offline(page).waitFor()));
  expect(performance.now() - hungAt).toBeLessThan(15 * SECOND);
  site.process.kill("SIGCONT");
  await Promise.all([first, second].map((page) => offline(page).waitFor({ state: "detached" })));

  const before = asked.length;
  await first.close();
  await until(() => asked.length, before + 1);
  expect(await offline(second).count()).toBe(0);
});

/** Until the page has the code that keeps it live, and has done what that does first. */
const followed = (page: Page) =>
  page.waitForFunction(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return held.length === 1 && pending.length === 1;
  });

/** As if other code than today's had written the ledger: the next start counts as a change. */
async function becomeOlderBuild(folder: string): Promise<void> {
  const file = (await readdir(folder)).find((name) => /\.(db|sqlite)$/.test(name));
  if (file === undefined) throw new Error(`no database in ${folder}`);
  const database = new DatabaseSync(join(folder, file));
  database.exec("UPDATE revision SET build = 'older'");
  database.close();
}
