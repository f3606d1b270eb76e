import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../../client/words/zh-CN/audit.ts";
import { filing } from "../../client/words/zh-CN/filing.ts";
import { proposals as zh } from "../../client/words/zh-CN/proposals.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";

let site: Served;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    aDesk([
      { name: "填报员", roles: ["reporter"], unit: "dept-water" },
      { name: "审计员", roles: ["audit"], unit: null },
    ]),
    launch(),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const button = (page: Page, name: string) => page.getByRole("button", { name });
const number = async (page: Page, name: string): Promise<number> =>
  Number(await page.getByRole("textbox", { name }).inputValue());
/** Shown once the map has a place from it; `before` is what it said before. */
const taken = async (page: Page, before = ""): Promise<string> => {
  const said = page.locator(".place-map-foot [role=status]");
  await page.waitForFunction(
    (old) => ![old, ""].includes(document.querySelector(".place-map-foot [role=status]")?.textContent ?? ""),
    before,
  );
  return said.innerText();
};

test("a new item's place is chosen on the map by a click or by keys, and its draft is deleted when it is given up", async () => {
  // Without motion the map is where a key sends it at once.
  const page = await signedIn(browser, site, "填报员", { reducedMotion: "reduce" });
  const errors = errorsOf(page);
  await page.goto(`${site.url}/desk/proposals`);
  await button(page, zh.beginNew).click();
  await page.getByRole("textbox", { name: zh.field.title }).fill("某水库");
  await page.getByRole("combobox", { name: zh.geometryKind }).selectOption("point");
  await button(page, zh.addPoint).click();
  await button(page, zh.map.pick).click();

  const map = page.getByRole("application", { name: zh.map.of.replace("{{n}}", "1") });
  await map.click({ position: { x: 300, y: 170 } });
  const first = await taken(page);
  const clicked = { lon: await number(page, zh.lon), lat: await number(page, zh.lat) };
  expect(first).toContain(String(clicked.lon));
  expect(clicked.lon).toBeGreaterThan(97);
  expect(clicked.lon).toBeLessThan(127);
  expect(clicked.lat).toBeGreaterThan(37);
  expect(clicked.lat).toBeLessThan(54);
  // From so far off a click is no nearer than some kilometres.
  expect(await number(page, zh.errorKm)).toBeGreaterThan(5);
  expect(await page.locator(".place-pin").isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);

  // By keys: the map moves beneath the cross in its middle, and Enter takes what is under it.
  await map.focus();
  await page.keyboard.press("Enter");
  const middle = await taken(page, first);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await taken(page, middle)).not.toBe(middle);
  await page.getByText(filing.keep.saved.replace("{{time}}", "")).waitFor();

  await button(page, zh.remove.act).click();
  await page.getByRole("dialog").getByRole("button", { name: zh.remove.confirm }).click();
  await page.getByText(zh.remove.done).waitFor();
  await page.getByText(zh.none).waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(errors).toEqual([]);

  const auditor = await signedIn(browser, site, "审计员");
  await auditor.goto(`${site.url}/desk/audit`);
  await auditor.locator("tbody").getByText(audit.actions["proposal.remove"]).first().waitFor();
}, 90_000);

/** The next call goes out and is answered, and the answer is lost with the network. */
async function loseAnswer(page: Page, path: string): Promise<void> {
  await page.route(
    `**/trpc/${path}`,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}

test("a save whose answer is lost is no conflict with oneself, and begins nothing twice", async () => {
  const page = await signedIn(browser, site, "填报员");
  await page.goto(`${site.url}/desk/reports`);
  await page.locator(".filing-row").first().click();
  await loseAnswer(page, "report.save");
  await page.getByRole("textbox", { name: filing.field.done }).fill("完成一半");
  await page.getByText(filing.keep.offline).waitFor();
  await page.getByText(filing.keep.saved.replace("{{time}}", "")).waitFor();
  expect(await page.locator(".conflict").count()).toBe(0);

  await page.goto(`${site.url}/desk/proposals`);
  await button(page, zh.beginNew).click();
  await loseAnswer(page, "proposal.save");
  await page.getByRole("textbox", { name: zh.field.title }).fill("只报一次");
  await page.getByText(filing.keep.offline).waitFor();
  await page.getByText(filing.keep.saved.replace("{{time}}", "")).waitFor();
  await page.goto(`${site.url}/desk/proposals`);
  await page.getByText("只报一次").first().waitFor();
  expect(await page.locator(".filing-list .filing-row").count()).toBe(1);
}, 90_000);
