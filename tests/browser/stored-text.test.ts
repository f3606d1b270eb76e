import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#domain/permission.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import type { Ledger } from "#server/ledger.ts";
import { fillWithHostile, hostile, PROPOSED_AT } from "../hostile-ledger.ts";
import { workWithHostile } from "../hostile-work.ts";
import { MONTH } from "../server/filing/filing-office.ts";
import { launch } from "./chromium.ts";
import { aDesk, signIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";

const SITTERS: { name: string; roles: Role[]; unit: string | null }[] = [
  { name: "填报员", roles: ["reporter"], unit: "dept-water" },
  { name: "审核员", roles: ["reviewer"], unit: "office-leading-group" },
  { name: "办公室", roles: ["office"], unit: "office-leading-group" },
  { name: "系统", roles: ["system"], unit: null },
  { name: "审计", roles: ["audit"], unit: null },
];

let site: Served;
let browser: Browser;
let work: Record<WorkNoun, string>;
let ids: Awaited<ReturnType<typeof fillWithHostile>>;
beforeAll(async () => {
  const fill = async (ledger: Ledger) => {
    ids = await fillWithHostile(ledger);
    work = await workWithHostile(ledger);
  };
  [site, browser] = await Promise.all([aDesk(SITTERS, fill), launch()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** What a page did with the text: whether it ran, opened an element, was stopped by the CSP, and where it is shown. */
async function looked(page: Page): Promise<{ ran: boolean; opened: number; shown: boolean }> {
  return page.evaluate(() => ({
    ran: "xss" in window,
    opened: document.querySelectorAll("img[src='x']").length,
    shown:
      document.body.innerText.includes("<img src=x onerror=window.xss=1>") ||
      [...document.querySelectorAll("input,textarea")].some((field) =>
        (field as HTMLInputElement).value.includes("<img src=x onerror=window.xss=1>"),
      ),
  }));
}

async function aReader(name?: string): Promise<{ context: BrowserContext; page: Page; blocked: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: "zh-CN" });
  const page = await context.newPage();
  const blocked: string[] = [];
  page.on("console", (line) => {
    if (/Content.Security.Policy/i.test(line.text())) blocked.push(line.text());
  });
  page.on("dialog", (dialog) => {
    blocked.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  if (name !== undefined) await signIn(page, site.url, name);
  return { context, page, blocked };
}

const harmless = { ran: false, opened: 0 };
const wait = { timeout: 60_000 };

test("on the workbench, its list, panel and the map's own tip, what was written is shown as it was written", async () => {
  const { context, page, blocked } = await aReader();
  await page.goto(`${site.url}/?asof=${MONTH}&item=${ids.proposed}`);
  await page.getByText(hostile("title")).first().waitFor(wait);
  expect(await looked(page)).toEqual({ ...harmless, shown: true });
  // The tip of the map: over the item's own point, at the centre of what the address looks at.
  const [lon, lat] = PROPOSED_AT;
  await page.goto(`${site.url}/?asof=${MONTH}&at=7/${lat}/${lon}`);
  const map = page.locator("[role=application][aria-busy=false]");
  await map.waitFor(wait);
  await map.hover();
  await page.locator(".map-tooltip").getByText(hostile("").slice(0, 80)).waitFor(wait);
  expect(await looked(page)).toEqual({ ...harmless, shown: true });
  await page.goto(`${site.url}/?asof=${MONTH}&item=${ids.led}`);
  await page.getByText("onerror=window.xss=1").filter({ visible: true }).first().waitFor(wait);
  expect(await looked(page)).toEqual({ ...harmless, shown: true });
  expect(blocked).toEqual([]);
  await context.close();
});

test("on the wall it runs nothing and opens nothing", async () => {
  const { context, page, blocked } = await aReader();
  for (const scene of ["whole", "region:150782"]) {
    await page.goto(`${site.url}/wall?asof=${MONTH}&scene=${scene}`, { waitUntil: "commit" });
    await page.locator("[role=application][aria-busy=false]").waitFor(wait);
    expect(await looked(page)).toMatchObject(harmless);
  }
  expect(blocked).toEqual([]);
  await context.close();
});

test.each([
  [
    "填报员",
    ["reports", "proposals", `reports?month=${MONTH}`, "reports?month=2012-10&item=ITEM", "summary"],
  ],
  ["审核员", ["review", "proposals", `review?month=${MONTH}`, "months", "summary"]],
  ["办公室", ["review", "months", "summary", "assignments", "rules", "contacts"]],
  ["系统", ["units", "screens", "accounts"]],
  ["审计", ["audit?action=report.save"]],
])("at the desk of %s it is text", async (name, places) => {
  const { context, page, blocked } = await aReader(name);
  const shown: string[] = [];
  for (const place of places) {
    await page.goto(`${site.url}/desk/${place.replace("ITEM", ids.led)}`);
    await page.locator("main, [role=main]").first().waitFor(wait);
    await page.waitForLoadState("networkidle");
    // What an entry of the trail says is behind its button.
    if (place.startsWith("audit")) {
      const entries = page.locator("table button[aria-expanded]");
      await entries.first().waitFor(wait);
      await entries.evaluateAll((buttons) => {
        for (const button of buttons) (button as HTMLElement).click();
      });
    }
    const { shown: here, ...done } = await looked(page);
    expect([place, done]).toEqual([place, harmless]);
    if (here) shown.push(place);
  }
  // Looked at where it is, and not only where it is not.
  expect(shown).not.toEqual([]);
  expect(blocked).toEqual([]);
  await context.close();
});

test("in every record of the office's work, its list and the board, it is text", async () => {
  const { context, page, blocked } = await aReader("办公室");
  const places = WORK_NOUNS.map((noun) => `${noun}s?${noun}=${work[noun]}`);
  for (const place of [...places, "approvals?view=board"]) {
    await page.goto(`${site.url}/desk/${place}`);
    await page.locator("article h2, .work-board li").first().waitFor(wait);
    await page.waitForLoadState("networkidle");
    const { shown, ...done } = await looked(page);
    expect([place, done]).toEqual([place, harmless]);
    if (!place.includes("view")) expect([place, shown]).toEqual([place, true]);
  }
  expect(blocked).toEqual([]);
  await context.close();
});
