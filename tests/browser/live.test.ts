import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { launch } from "./chromium.ts";
import { freePort, type Served, serve } from "./serve.ts";
import { listed, until, wholeMap } from "./workbench.ts";

test("a page left open through an update of the server takes up the new revision without a reload", async () => {
  const folder = await mkdtemp(join(tmpdir(), "one-map-live-"));
  const env = { DATA_DIR: folder, PORT: String(await freePort()) };
  let site: Served = await serve(env);
  const browser = await launch();
  onTestFinished(async () => {
    await browser.close();
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(site.url, { waitUntil: "commit" });
  await wholeMap(page);
  const revision = () => page.locator("html").getAttribute("data-revision");
  const before = Number(await revision());
  const items = await listed(page);
  await page.evaluate(() => document.body.setAttribute("data-never-reloaded", ""));

  await site.stop();
  expect(await listed(page)).toEqual(items);
  await becomeOlderBuild(folder);
  site = await serve(env);

  await until(revision, String(before + 1));
  await until(() => listed(page), items);
  expect(await page.locator("body[data-never-reloaded]").count()).toBe(1);
});

/** As if other code than today's had written the ledger: the next start counts as a change. */
async function becomeOlderBuild(folder: string): Promise<void> {
  const file = (await readdir(folder)).find((name) => /\.(db|sqlite)$/.test(name));
  if (file === undefined) throw new Error(`no database in ${folder}`);
  const database = new DatabaseSync(join(folder, file));
  database.exec("UPDATE revision SET build = 'older'");
  database.close();
}
