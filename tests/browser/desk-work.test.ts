import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "#domain/zone.ts";
import { filing } from "../../client/words/zh-CN/filing.ts";
import { work as zh } from "../../client/words/zh-CN/work.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";
import { asked, button, choose, confirm, dialog, field, stateShown } from "./work-page.ts";

let site: Served;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    aDesk([
      { name: "办公室", roles: ["office"], unit: "office-leading-group" },
      { name: "水利", roles: ["reporter"], unit: "dept-water" },
      { name: "教育", roles: ["reporter"], unit: "dept-education" },
    ]),
    launch(),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const YESTERDAY = dayOf(new Date(Date.now() - 86_400_000));
const DECISION = "十日内提出移民安置方案";

test("a meeting's decision becomes a task, is late, is chased, is answered, reported and closed", async () => {
  const office = await signedIn(browser, site, "办公室");
  const errors = errorsOf(office);
  await office.goto(`${site.url}/desk/meetings`);
  await office.getByText(zh.none.meeting).waitFor();
  await button(office, zh.begin.meeting).click();
  await field(office, zh.field.title).fill("水利重点工程联席会议");
  await choose(office, zh.field.lead, "水利");
  await field(office, zh.field.heldOn).fill(YESTERDAY);
  await button(office, zh.step.hold).click();
  await stateShown(office, zh.state.meeting.held);
  await field(office, zh.field.minutes).fill("会议议定如下。");
  await button(office, zh.part.decisions.add).click();
  await field(office, zh.field.words).fill(DECISION);
  await field(office, zh.field.due).fill(YESTERDAY);
  // Without its unit it is nobody's task: the field says so, and nothing is issued.
  await button(office, zh.step.conclude).click();
  await office.getByText(zh.fault.decision).first().waitFor();
  await choose(office, zh.field.lead, "水利", 1);
  expect(await violations(office)).toEqual([]);
  await button(office, zh.step.conclude).click();
  await stateShown(office, zh.state.meeting.concluded);

  await office.getByRole("button", { name: DECISION }).click();
  await stateShown(office, zh.state.task.assigned);
  const address = new URL(office.url());
  expect(address.pathname).toBe("/desk/tasks");
  await office.locator("article").getByText(zh.slip.red).waitFor();
  await asked(office, "chase");
  await confirm(office);
  await office.getByText(zh.waitsAnswer).waitFor();

  const water = await signedIn(browser, site, "水利");
  await water.goto(address.href);
  await asked(water, "answer");
  await field(water, zh.ask.answer).fill("本月底前报送");
  await confirm(water);
  await asked(water, "report");
  await field(water, zh.doneOn).fill(YESTERDAY);
  expect(await dialog(water).getByRole("button", { name: filing.confirm }).isDisabled()).toBe(true);
  await field(water, zh.ask.report).fill("方案已报送，水计〔2026〕1号");
  expect(await violations(water)).toEqual([]);
  await confirm(water);
  await stateShown(water, zh.state.task.reported);

  await office.reload();
  await asked(office, "close");
  await confirm(office);
  await stateShown(office, zh.state.task.closed);
  expect(await office.locator(".work-way .work-step").allInnerTexts()).toEqual([
    zh.step.assign,
    zh.step.chase,
    zh.step.answer,
    zh.step.report,
    zh.step.close,
  ]);
  // And back to where it came from.
  await office.getByRole("button", { name: "水利重点工程联席会议" }).click();
  await stateShown(office, zh.state.meeting.concluded);
  await office.locator("article").getByText(zh.state.task.closed).waitFor();
  expect(errors).toEqual([]);

  const other = await signedIn(browser, site, "教育");
  await other.goto(address.href);
  await other.getByText(zh.gone).waitFor();
  expect(await other.getByText(DECISION).count()).toBe(0);
});

test("a task's draft survives a closed tab, and its filters and matrix stand in the address", async () => {
  const page = await signedIn(browser, site, "办公室");
  await page.goto(`${site.url}/desk/tasks`);
  await button(page, zh.begin.task).click();
  await button(page, zh.step.assign).click();
  await page.getByText(zh.fault.title).waitFor();
  await page.route("**/trpc/task.save*", (route) => route.abort());
  await field(page, zh.field.title).fill("起草了一半");
  await page.getByText(filing.keep.offline).waitFor();
  const { href } = new URL(page.url());
  await page.unroute("**/trpc/task.save*");
  await page.goto(`${site.url}/desk`);
  await page.goto(href);
  expect(await field(page, zh.field.title).inputValue()).toBe("起草了一半");
  await page.locator(".filing-row", { hasText: "起草了一半" }).waitFor();

  await page.goto(`${site.url}/desk/tasks`);
  await page.getByLabel(zh.filter.unit).selectOption("dept-water");
  await page.getByLabel(zh.filter.state).selectOption("assigned");
  await page.locator(".filing-row", { hasText: "水利厅" }).first().waitFor();
  await expect.poll(() => page.locator(".filing-row").count()).toBe(1);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    unit: "dept-water",
    state: "assigned",
  });
  await button(page, zh.view.matrix).click();
  await page.getByRole("table", { name: zh.matrix.caption }).waitFor();
  expect(await page.getByRole("columnheader").allInnerTexts()).toContain("水利厅");
  await page.goto(`${site.url}/desk/tasks?view=matrix`);
  await page.getByText(zh.matrix.gaps_other.replace("{{count}}", "2")).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("searchbox").fill("没有这样的任务");
  await page.getByText(zh.none.task).waitFor();
  await button(page, zh.clear).click();
  await page.getByRole("table").waitFor();
});

test("a step is shown where the record's first answer, of before it, comes after it", async () => {
  const page = await signedIn(browser, site, "办公室");
  await page.goto(`${site.url}/desk/meetings`);
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const held = new Promise<void>((resolve) => {
    void page.route(
      "**/trpc/meeting.get*",
      async (route) => {
        const response = await route.fetch();
        resolve();
        await gate;
        // Asked anew meanwhile, it waits for this one no longer.
        await route.fulfill({ response }).catch(() => {});
      },
      { times: 1 },
    );
  });
  await button(page, zh.begin.meeting).click();
  await field(page, zh.field.title).fill("答得晚的会议");
  await held;
  await choose(page, zh.field.lead, "水利");
  await field(page, zh.field.heldOn).fill(YESTERDAY);
  const taken = page.waitForResponse((answer) => answer.url().includes("meeting.manage"));
  await button(page, zh.step.hold).click();
  await taken;
  letGo();
  await stateShown(page, zh.state.meeting.held);
});
