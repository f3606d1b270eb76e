import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role, Who } from "#domain/permission.ts";
import { EMPTY_PROPOSAL } from "#domain/report/proposal.ts";
import { WORK_NOUNS } from "#domain/work/nouns.ts";
import { newId } from "#server/db/filing/filed.ts";
import type { Ledger } from "#server/ledger.ts";
import { PLACES } from "../../client/desk/places.ts";
import { apiOf } from "../factories.ts";
import { publishReports } from "../lit-month.ts";
import { aReport } from "../server/filing/filing-office.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";

const HOHHOT = "league-150100";
const OFFICE_UNIT = "office-leading-group";
/** The cloud data centre at 盛乐, whose only unit is 呼和浩特. */
const ITEM = "S-1.3-03";
const [BEFORE, MONTH] = ["2012-08", "2012-09"];

const SITTERS: { name: string; roles: Role[]; unit: string | null }[] = [
  { name: "浏览者", roles: ["viewer"], unit: null },
  { name: "填报员二", roles: ["reporter"], unit: "league-150600" },
  { name: "填报员", roles: ["reporter"], unit: HOHHOT },
  { name: "办公室", roles: ["office"], unit: OFFICE_UNIT },
  { name: "系统员", roles: ["system"], unit: null },
  { name: "安全员", roles: ["security"], unit: null },
  { name: "审计员", roles: ["audit"], unit: null },
];

/** Something of everything: published and frozen months, a light set by hand, a report and a proposal to be decided. */
async function fill(ledger: Ledger): Promise<void> {
  const who = (roles: Role[], unit: string): Who => ({ id: "u", name: "填报员", roles, unit });
  const [unit, office] = [
    apiOf(ledger, who(["reporter"], HOHHOT)),
    apiOf(ledger, who(["office"], OFFICE_UNIT)),
  ];
  const said = { plannedPercent: 60, actualPercent: 45 };
  await publishReports(ledger, BEFORE, [{ item: ITEM, unit: HOHHOT, said: { ...said, actualPercent: 60 } }]);
  await publishReports(ledger, MONTH, [{ item: ITEM, unit: HOHHOT, said }]);
  await office.month.freeze({ month: BEFORE });
  await office.light.override({ item: ITEM, month: MONTH, state: "red", reason: "现场核查" });
  const [name, duty, telephone] = ["其其格", "报送联络员", "0471-4810000"];
  await unit.contact.save({ id: newId(), edition: 0, unit: HOHHOT, name, duty, telephone });
  const { period, items } = await unit.period.mine({});
  const [first, second] = items.filter(({ report }) => report === null);
  if (first === undefined || second === undefined) throw new Error("two items wait for their reports");
  const where = { unit: HOHHOT, month: period.month };
  const content = aReport({ stage: first.stageBefore, backReason: "核实", done: "完成主体" });
  const saved = await unit.report.save({ ...where, item: first.item.id, edition: 0, content });
  await unit.report.submit({ id: saved.id, edition: saved.edition });
  const proposed = await unit.proposal.save({
    ...where,
    id: null,
    edition: 0,
    item: second.item.id,
    content: { ...EMPTY_PROPOSAL, why: "更名", title: "新名称" },
  });
  await unit.proposal.submit({ id: proposed.id, edition: proposed.edition });
}

let site: Served;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([aDesk(SITTERS, fill), launch()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const settled = async (page: Page): Promise<void> => {
  await page.locator("main h1").first().waitFor();
  await page.waitForLoadState("networkidle");
};

type Open = (page: Page) => Promise<void>;
/** What a page opens within itself, and over itself: by where it stands, for the words are of two languages. */
const OPENS: Record<string, { within?: Open; over?: Open }> = {
  "/desk/reports": {
    within: async (page) => {
      await page.locator(".filing-row").first().click();
      await page.locator(".report-form").waitFor();
    },
  },
  "/desk/review": { within: (page) => page.locator(".inbox-row .filing-row").first().click() },
  "/desk/proposals": {
    within: (page) => page.locator(".filing-row, .proposal-begin .primary").first().click(),
  },
  "/desk/months": {
    within: async (page) => {
      await page.locator(".month-acts select").selectOption(BEFORE);
      await page.locator(".frozen-version .link").click();
      await page.locator(".frozen-version .notice").waitFor();
    },
    over: (page) => page.locator(".months-act").click(),
  },
  "/desk/rules": {
    within: (page) => page.locator("details.way summary").first().click(),
    over: (page) => page.locator(".plain-table .link").first().click(),
  },
  // A few of its rows are like all others, and take a twentieth of the time.
  "/desk/assignments": { within: (page) => page.locator("input[type=search]").fill("水库") },
  "/desk/accounts": {
    over: (page) => page.locator(".table .link.name, .page-head-end .primary").first().click(),
  },
  "/desk/units": { over: (page) => page.locator(".page-head-end .primary").click() },
  "/desk/contacts": { over: (page) => page.locator(".table .link").first().click() },
  "/desk/screens": { over: (page) => page.locator(".page-head-end .primary").click() },
  "/desk/tasks": {
    within: (page) => page.locator(".filing-row").first().click(),
    over: (page) => page.locator(".work-steps .control").nth(1).click(),
  },
  "/desk/meetings": { within: (page) => page.locator(".month-acts .control").click() },
  "/desk/inspections": { within: (page) => page.locator(".month-acts .control").click() },
  "/desk/approvals": { within: (page) => page.locator(".work-views .control").last().click() },
  "/desk/publications": { within: (page) => page.locator(".month-acts .control").click() },
  "/desk/measures": { within: (page) => page.locator(".policy-table td .control").first().click() },
  "/desk/plans": { within: (page) => page.locator(".month-acts .control").click() },
  "/desk/opinions": {
    within: (page) => page.locator(".filing-row").first().click(),
    over: (page) => page.locator(".work-steps .control").first().click(),
  },
  "/desk/audit": { within: (page) => page.locator(".table .link").first().click() },
};
const DIALOG = "#floats [role=dialog]";
/** Buttons of language and theme, each to the other one. */
const LOOK = ".desk-bar-end .control.square";

const WORK_PLACES = WORK_NOUNS.map((noun) => `/desk/${noun}s`);

/** Places that one has seen stand there for all, but those where one writes and another decides. */
const seen = new Set<string>();
const isSeen = (place: string, name: string): boolean => {
  // The office alone may do all that is done there.
  if ([...WORK_PLACES, "/desk/contacts"].includes(place) && name !== "办公室") return true;
  const key = /proposals|accounts|home/.test(place) ? `${place} ${name}` : place;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
};

describe("every page of the desk, with what it opens, says no error, and axe finds nothing against WCAG 2.2 AA", () => {
  test.each(SITTERS.map(({ name }) => name))(
    "as %s",
    async (name) => {
      const page = await signedIn(browser, site, name);
      const errors = errorsOf(page);
      const found: { at: string; what: unknown }[] = [];
      await page.goto(`${site.url}/desk`);
      await page.locator(".desk-nav a").first().waitFor();
      const places = await page
        .locator(".desk-nav a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      for (const [n, place] of places.filter((one) => !isSeen(one, name)).entries()) {
        const { within, over } = OPENS[place] ?? {};
        // Light Chinese and dark English, at the next place dark Chinese and light English.
        if (n > 0) await page.locator(LOOK).last().click();
        await page.goto(`${site.url}${place}`);
        await settled(page);
        await within?.(page);
        await page.waitForLoadState("networkidle");
        for (const turn of ["as it comes", "in the other language and theme"]) {
          if (turn !== "as it comes") for (const one of await page.locator(LOOK).all()) await one.click();
          const judge = async (part?: string) => {
            for (const what of await violations(page, part)) found.push({ at: `${place} ${turn}`, what });
          };
          await judge();
          if (over === undefined) continue;
          await over(page);
          await page.locator(DIALOG).waitFor();
          await page.waitForLoadState("networkidle");
          await judge(DIALOG);
          await page.keyboard.press("Escape");
          await page.locator(DIALOG).waitFor({ state: "hidden" });
        }
      }
      await page.context().close();
      expect({ found, errors }).toEqual({ found: [], errors: [] });
    },
    180_000,
  );

  test("and none was left out", () => {
    const walked = new Set([...seen].map((key) => key.split(" ")[0]));
    expect([...walked].sort()).toEqual(PLACES.map(({ key }) => `/desk/${key}`).sort());
  });
});
