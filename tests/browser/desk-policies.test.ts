import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { work as zh } from "../../client/words/zh-CN/work.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";
import { begin, button, choose, confirm, dialog, field, stateShown, take } from "./work-page.ts";
import { until } from "./workbench.ts";

let site: Served;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    aDesk([
      { name: "办公室", roles: ["office"], unit: "office-leading-group" },
      { name: "水利", roles: ["reporter"], unit: "dept-water" },
      { name: "林业", roles: ["reporter"], unit: "dept-forestry" },
    ]),
    launch(),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const POLICY = "S-1.2-04";
const rowOf = (page: Page): Locator =>
  page.locator(".policy-table tbody tr").filter({ has: page.locator(`a[href="/?item=${POLICY}"]`) });
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
/** A class at the top of the table, with how many policies it holds. */
const classOf = (page: Page, name: keyof typeof zh.reading): Locator =>
  page.locator(".policy-counts .control").filter({ hasText: new RegExp(`^\\s*${zh.reading[name]} \\d+$`) });
const countOf = async (page: Page, name: keyof typeof zh.reading): Promise<number> =>
  Number(await classOf(page, name).locator(".figure").innerText());

test("a policy is classed in the table, stands out as a placeholder until it has measures, and its lead reports", async () => {
  const office = await signedIn(browser, site, "办公室");
  const errors = errorsOf(office);
  await office.goto(`${site.url}/desk/measures`);
  await rowOf(office).waitFor();
  const all = await office.locator(".policy-table tbody tr").count();
  expect(await countOf(office, "none")).toBe(all);
  expect(await countOf(office, "vague")).toBe(0);
  expect(await violations(office)).toEqual([]);

  await rowOf(office).getByRole("button").click();
  await field(office, zh.field.why).fill("没有写明资金和标准");
  // The policy is filled in, what is typed is kept, and which one it is stands in the address.
  await until(() => param(office, "of"), POLICY);
  await until(() => param(office, "new"), null);
  await office.reload();
  await rowOf(office).getByText(zh.state.measure.draft).waitFor();
  expect(await field(office, zh.field.why).inputValue()).toBe("没有写明资金和标准");
  expect(await field(office, zh.field.title).inputValue()).not.toBe("");
  await field(office, zh.field.reading).selectOption("placeholder");
  await choose(office, zh.field.lead, "水利厅");
  await button(office, zh.step.list).click();
  await stateShown(office, zh.state.measure.open);

  await rowOf(office).getByText(zh.reading.vague).waitFor();
  await until(() => countOf(office, "vague"), 1);
  expect(await violations(office)).toEqual([]);
  await classOf(office, "vague").click();
  await until(() => param(office, "class"), "vague");
  await until(() => office.locator(".policy-table tbody tr").count(), 1);
  // What is on screen is what leaves.
  const file = office.getByRole("link", { name: zh.matrix.xlsx });
  await until(() => file.getAttribute("href"), "/export/measures.xlsx?class=vague");
  await office.reload();
  await rowOf(office).waitFor();
  expect(await office.locator(".policy-table tbody tr").count()).toBe(1);
  await classOf(office, "vague").click();

  // Its lead says how far it is; who has no part in it sees none of it, and is not told that there is none.
  const water = await signedIn(browser, site, "水利");
  await water.goto(`${site.url}/desk/measures`);
  await rowOf(water).getByRole("button").click();
  await button(water, zh.step.progress).click();
  await dialog(water).getByRole("spinbutton").fill("30");
  await confirm(water);
  await rowOf(water).getByText("30%").waitFor();
  const forestry = await signedIn(browser, site, "林业");
  await forestry.goto(`${site.url}/desk/measures`);
  await rowOf(forestry).getByText(zh.policies.unseen).waitFor();
  expect(await rowOf(forestry).getByRole("button").count()).toBe(0);

  await office.reload();
  await button(office, zh.step.adjust).click();
  const adjusting = dialog(office);
  await adjusting.getByRole("button", { name: zh.part.measures.add }).click();
  await field(adjusting, zh.field.measure).fill("编制扶持办法");
  await field(adjusting, zh.ask.adjust).fill("补充措施");
  await adjusting.getByRole("button", { name: zh.step.adjust }).click();
  await adjusting.waitFor({ state: "hidden" });
  await take(office, "detail");
  await stateShown(office, zh.state.measure.detailed);
  await until(() => countOf(office, "vague"), 0);
  expect(await countOf(office, "placeholder")).toBe(1);
  await rowOf(office).getByText("编制扶持办法").waitFor();
  await take(office, "divide");
  await office.locator("article").getByRole("button", { name: zh.itsTask }).waitFor();
  expect(errors).toEqual([]);

  // Another record of it is refused in words, at the field, before anything more is typed.
  await begin(office, "measure");
  await choose(office, zh.field.policy, POLICY);
  await office.getByText(zh.fault.policyTaken).waitFor();
  expect(await rowOf(office).count()).toBe(1);
  // The refusal, which the browser notes by itself.
  expect(errors[0]).toContain("400");
}, 120_000);
