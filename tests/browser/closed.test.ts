import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { actOf } from "#server/act.ts";
import { parseEnv } from "#server/env.ts";
import { OPEN_HOUSE, peopleOf } from "#server/people/people.ts";
import { createScreen, revokeScreen } from "#server/people/screens.ts";
import { type Running, start } from "#server/start.ts";
import { people as zh } from "../../client/words/zh-CN/people.ts";
import { aDataDir } from "../factories.ts";
import { anAccount } from "../server/people/visitor.ts";
import { launch } from "./chromium.ts";
import { signIn } from "./desk-house.ts";
import { freePort } from "./serve.ts";
import { atRest, isKept, PATIENCE_MS, PICTURE, WALL } from "./wall.ts";
import { until } from "./workbench.ts";

let running: Running;
let browser: Browser;
beforeAll(async () => {
  const env = { PORT: String(await freePort()), DATA_DIR: aDataDir(), LOG_LEVEL: "warn", ACCESS: "login" };
  // With the picture in the map's place: what a page is shown does not hang on how it is drawn.
  [running, browser] = await Promise.all([start(parseEnv(env)), launch([...PICTURE])]);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

const people = () => peopleOf(running.ledger.database.write, OPEN_HOUSE, { now: () => Date.now() });
const managing = () => {
  const { database, revisions } = running.ledger;
  const act = actOf(
    { write: database.write, revisions, auditHash: "sha256" },
    { id: null, name: "系统管理员", address: "here", requestId: "test" },
  );
  return { act, people: people() };
};

async function aPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: WALL, locale: "zh-CN" });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

/** What the browser still keeps of the server for when it is away. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(all)).flat().map(({ url }) => url);
  });

test("a screen that is revoked shows the ledger no longer, asks to be registered, and keeps nothing", async () => {
  const { id, link } = await createScreen(managing(), { name: "大厅" });
  const page = await aPage();
  await page.goto(running.url + link, { waitUntil: "commit" });
  await atRest(page);
  await isKept(page);
  await until(() => running.ledger.revisions.watchers, 1);
  expect(await kept(page)).not.toEqual([]);

  await revokeScreen(managing(), id);
  await page.getByRole("heading", { name: "此屏幕尚未登记" }).waitFor();
  expect(await page.locator(".wall").count()).toBe(0);
  expect(await kept(page)).toEqual([]);
  // Nor does the page that stands there now bring it back.
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("heading", { name: "此屏幕尚未登记" }).waitFor();
});

test("a workbench whose session is ended leads to the sign-in page by itself", async () => {
  const house = { ledger: running.ledger, people: people(), clock: { now: Date.now() } };
  await anAccount(house, "王伟", ["viewer"], null);
  const page = await aPage();
  await signIn(page, running.url, "王伟");
  await page.goto(`${running.url}/?region=150600`, { waitUntil: "commit" });
  await until(() => running.ledger.revisions.watchers, 1);

  await running.ledger.database.write.deleteFrom("session").execute();
  await page.getByRole("heading", { name: zh.signIn, level: 1 }).waitFor();
  expect(new URL(page.url()).searchParams.get("to")).toBe("/?region=150600");
});
