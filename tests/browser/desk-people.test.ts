import { TOTP } from "otpauth";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit as auditEn } from "../../client/words/en/audit.ts";
import { desk as deskEn } from "../../client/words/en/desk.ts";
import { desk } from "../../client/words/zh-CN/desk.ts";
import { people as zh } from "../../client/words/zh-CN/people.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { press, type } from "./keys.ts";
import { type Served, serve } from "./serve.ts";
import { until } from "./workbench.ts";

const PASSWORD = "golden-steppe-72";

let site: Served;
let browser: Awaited<ReturnType<typeof launch>>;
let setup = "";
beforeAll(async () => {
  [site, browser] = await Promise.all([
    serve({ ACCESS: "login" }, (said) => (setup ||= linkIn(said))),
    launch(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const linkIn = (said: string): string => /https?:\S+\/setup#[\w-]{43}/.exec(said)?.[0] ?? "";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const title = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();
const aPage = async (context?: BrowserContext): Promise<Page> => {
  const page = await (context ?? (await browser.newContext())).newPage();
  page.setDefaultTimeout(10_000);
  return page;
};

async function choosePassword(page: Page): Promise<void> {
  await type(field(page, zh.newPassword), PASSWORD);
  await type(field(page, zh.newPasswordAgain), PASSWORD);
  await page.keyboard.press("Enter");
}

/** Enrols a second factor at the door, and keeps its recovery codes, which lead in later. */
async function enrol(page: Page): Promise<string[]> {
  await press(page.getByText(zh.enrolByHand));
  const secret = (await page.locator(".enrol-key code").innerText()).replaceAll(" ", "");
  await type(field(page, zh.enrolThen), new TOTP({ secret }).generate());
  await page.keyboard.press("Enter");
  await title(page, zh.recoveryTitle);
  const codes = await page.locator(".recovery-codes code").allInnerTexts();
  await press(button(page, zh.kept));
  return codes;
}

/** Makes an account; its link, seen once. */
async function make(page: Page, name: string): Promise<string> {
  await press(button(page, zh.accounts.create));
  await type(field(page, zh.name), name);
  await page.keyboard.press("Enter");
  const link = await field(page, zh.link.label).inputValue();
  await press(button(page, zh.link.done));
  return link;
}

async function grant(page: Page, name: string, role: string): Promise<void> {
  await press(button(page, zh.accounts.open.replace("{{name}}", name)));
  await press(page.getByRole("checkbox", { name: role }), "Space");
  await press(button(page, zh.accounts.save));
  await page.getByText(zh.accounts.saved.replace("{{name}}", name)).waitFor();
  await page.keyboard.press("Escape");
}

test("from the setup link to administrators apart, a lapsed session that loses nothing, and a sign-out that leaves nothing", async () => {
  const first = await aPage();
  await first.goto(`${site.url}/desk/accounts`);
  await title(first, zh.signIn);
  expect(new URL(first.url()).searchParams.get("to")).toBe("/desk/accounts");
  expect(await violations(first)).toEqual([]);

  expect(setup).toMatch(/setup#/);
  await first.goto(setup);
  await type(field(first, zh.name), "首任");
  expect(await violations(first)).toEqual([]);
  await choosePassword(first);
  await title(first, zh.enrol);
  expect(await violations(first)).toEqual([]);
  const codes = await enrol(first);
  expect(codes).toHaveLength(10);
  await title(first, desk.place.accounts);

  const securityLink = await make(first, "安全员");
  await grant(first, "安全员", desk.role.security);
  // The first lost what another was given: he makes accounts, and grants no more.
  await until(() => button(first, zh.accounts.create).isVisible(), true);
  const security = await aPage(await browser.newContext());
  await security.goto(securityLink);
  await choosePassword(security);
  await enrol(security);
  await title(security, desk.place.accounts);
  expect(await button(security, zh.accounts.create).count()).toBe(0);

  await first.goto(`${site.url}/desk/accounts`);
  const reporterLink = await make(first, "填报员");
  expect(await violations(first)).toEqual([]);

  // The session ends while a name is typed: the page stays, and what was typed is done after.
  await press(button(first, zh.accounts.create));
  await type(field(first, zh.name), "没有丢的名字");
  await first.context().clearCookies({ name: "session" });
  await first.keyboard.press("Enter");
  const again = first.getByRole("dialog", { name: zh.session.again });
  await again.waitFor();
  await type(again.getByRole("textbox", { name: zh.password, exact: true }), PASSWORD);
  await first.keyboard.press("Enter");
  await press(again.getByRole("button", { name: zh.useRecovery }));
  await type(again.getByRole("textbox", { name: zh.recoveryCode }), codes[0] ?? "");
  await first.keyboard.press("Enter");
  await press(button(first, zh.link.done));
  await button(first, zh.accounts.open.replace("{{name}}", "没有丢的名字")).waitFor();

  for (const place of ["units", "screens", "me"] as const) {
    await first.goto(`${site.url}/desk/${place}`);
    await first.locator("main h1").waitFor();
    expect({ place, found: await violations(first) }).toEqual({ place, found: [] });
  }
  await press(first.getByRole("button", { name: desk.toEnglish }));
  await press(first.getByRole("link", { name: deskEn.place.audit }));
  await first.getByRole("cell", { name: auditEn.actions["setup.finish"] }).waitFor();
  expect(await violations(first)).toEqual([]);

  // The link is good once; signing out ends the other tab too, and takes the drafts.
  const reporter = await aPage();
  await reporter.goto(reporterLink);
  await choosePassword(reporter);
  await title(reporter, "填报员");
  const other = await aPage(reporter.context());
  await other.goto(`${site.url}/desk/me`);
  await title(other, "填报员");
  await other.evaluate(async () => {
    const state = (await (await fetch("/trpc/session.state")).json()) as {
      result: { data: { account: { id: string } } };
    };
    localStorage.setItem(`one-map:draft:${state.result.data.account.id}:report`, '"typed"');
  });
  await press(button(reporter, desk.signOut));
  await title(reporter, zh.signIn);
  await title(other, zh.signIn);
  expect(await other.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await reporter.goto(reporterLink);
  await reporter.reload();
  await choosePassword(reporter);
  await reporter.getByText(zh.problem.link).waitFor();
}, 90_000);
