import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendAudit } from "#server/db/audit.ts";
import { addAccount } from "#server/db/people/accounts.ts";
import type { Ledger } from "#server/ledger.ts";
import { audit } from "../../client/words/zh-CN/audit.ts";
import { desk } from "../../client/words/zh-CN/desk.ts";
import { people } from "../../client/words/zh-CN/people.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, signedIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";
import { until } from "./workbench.ts";

const ACCOUNTS = 2000;
const nameOf = (n: number): string => `填报${String(n).padStart(4, "0")}`;

/** Two thousand accounts, and a trail of some pages. */
async function fill({ database }: Ledger): Promise<void> {
  const created_at = new Date().toISOString();
  const actor = { id: null, name: "x", address: "x", requestId: "x" };
  await database.write.transaction().execute(async (tx) => {
    for (let n = 0; n < ACCOUNTS; n += 1) {
      await addAccount(tx, { id: randomUUID(), name: nameOf(n), folded: nameOf(n), created_at });
    }
    for (let n = 0; n < 160; n += 1)
      await appendAudit(tx, actor, { action: "x", noun: "x", target: `t${n}` }, "sha256");
  });
}

let site: Served;
let browser: Browser;
beforeAll(async () => {
  const administrators = (["system", "audit"] as const).map((role) => ({
    name: role,
    roles: [role],
    unit: null,
  }));
  [site, browser] = await Promise.all([aDesk(administrators, fill), launch()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const rows = (page: Page) => page.locator("tbody tr");
const told = (first: number, last: number, all: number): string =>
  desk.pages.rows
    .replace("{{first}}", String(first))
    .replace("{{last}}", String(last))
    .replace("{{all}}", String(all));

test("of two thousand accounts a hundred are shown at once, and any is found by its name", async () => {
  const page = await signedIn(browser, site, "system");
  await page.goto(`${site.url}/desk/accounts`);
  // The two administrators are accounts too.
  await page.getByText(told(1, 100, ACCOUNTS + 2)).waitFor();
  // However few rows are left, and whatever opens over them: the page is as wide.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe("scroll");
  expect(await rows(page).count()).toBe(100);
  await button(page, desk.pages.after).click();
  await page.getByText(told(101, 200, ACCOUNTS + 2)).waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("searchbox", { name: people.accounts.find }).fill(nameOf(1777));
  await until(() => rows(page).count(), 1);
  expect(await button(page, desk.pages.after).count()).toBe(0);
});

test("the trail's page is in the address: what is sent to another shows him the same entries", async () => {
  const page = await signedIn(browser, site, "audit");
  await page.goto(`${site.url}/desk/audit`);
  const entries = async () => (await rows(page).allInnerTexts()).map((text) => text.split(/\s/)[0]);
  await rows(page).first().waitFor();
  const newest = await entries();
  await button(page, audit.older).click();
  await page.waitForURL(/before=\d+/);
  await until(async () => (await entries())[0] === newest[0], false);
  const older = await entries();
  expect(Number(older[0])).toBe(Number(newest.at(-1)) - 1);
  await button(page, audit.older).click();
  await until(async () => (await entries())[0] === older[0], false);
  await button(page, audit.newer).click();
  await page.waitForURL(/after=\d+/);
  await until(entries, older);
  await page.reload();
  await until(entries, older);
  await button(page, audit.newer).click();
  await until(async () => (await entries())[0], newest[0]);
  expect(await button(page, audit.newer).isDisabled()).toBe(true);
});
