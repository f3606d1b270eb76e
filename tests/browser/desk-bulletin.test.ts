import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { work as zh } from "../../client/words/zh-CN/work.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";
import { begin, button, field, stateShown } from "./work-page.ts";

let site: Served;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    aDesk([
      { name: "办公室", roles: ["office"], unit: "office-leading-group" },
      { name: "水利", roles: ["reporter"], unit: "dept-water" },
    ]),
    launch(),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test("a bulletin is drafted from the ledger, as text to be gone through and as a document, and sent out", async () => {
  const office = await signedIn(browser, site, "办公室");
  const errors = errorsOf(office);
  await office.goto(`${site.url}/desk/publications`);
  await begin(office, "publication");
  const [saved] = await Promise.all([
    office.waitForEvent("download"),
    office.getByRole("link", { name: zh.drafting.docx }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("简报-2012年7月-草稿.docx");
  await button(office, zh.drafting.draft).click();
  await expect.poll(() => field(office, zh.field.text).inputValue()).toContain("现将2012年7月");
  expect(await field(office, zh.field.text).inputValue()).toContain("——（待补）");
  expect(await field(office, zh.field.title).inputValue()).toContain("工作简报");
  // What is written is not written over.
  expect(await button(office, zh.drafting.draft).isDisabled()).toBe(true);
  expect(await violations(office)).toEqual([]);
  await field(office, zh.field.issue).fill("1");
  await button(office, zh.step.publish).click();
  await stateShown(office, zh.state.publication.published);

  const water = await signedIn(browser, site, "水利");
  await water.goto(office.url());
  await water.locator(".publication-text").getByText("现将2012年7月").waitFor();
  expect(errors).toEqual([]);
}, 60_000);
