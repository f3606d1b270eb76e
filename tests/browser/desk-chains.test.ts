import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UNNAMED_MINISTRIES } from "#domain/work/opinion.ts";
import { dayOf } from "#domain/zone.ts";
import { readSeeds } from "#seeds/read.ts";
import { work as zh } from "../../client/words/zh-CN/work.ts";
import { PNG } from "../server/filing/sample-files.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import type { Served } from "./serve.ts";
import {
  asked,
  begin,
  button,
  choose,
  confirm,
  dialog,
  field,
  stateShown,
  take,
  takeOn,
} from "./work-page.ts";

let site: Served;
let browser: Browser;
let office: Page;
let errors: string[];
beforeAll(async () => {
  [site, browser] = await Promise.all([
    aDesk([
      { name: "办公室", roles: ["office"], unit: "office-leading-group" },
      { name: "水利", roles: ["reporter"], unit: "dept-water" },
    ]),
    launch(),
  ]);
  office = await signedIn(browser, site, "办公室");
  errors = errorsOf(office);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const YESTERDAY = dayOf(new Date(Date.now() - 86_400_000));

test("a ministry is listed, its opinion drawn up and issued, and what it grants becomes a task and leads back", async () => {
  await office.goto(`${site.url}/desk/opinions`);
  const unnamed = readSeeds().units.find(({ id }) => id === UNNAMED_MINISTRIES)?.name ?? "";
  await office.getByText(zh.unnamed.replace("{{whom}}", unnamed)).waitFor();
  await expect.poll(() => office.locator(".filing-row").count()).toBe(3);
  await begin(office, "opinion");
  await field(office, zh.field.title).fill("水利部支持意见");
  await button(office, zh.step.list).click();
  await office.getByText(zh.fault.ministry).waitFor();
  await field(office, zh.field.ministry).selectOption({ label: "水利部" });
  await button(office, zh.part.grants.add).click();
  await field(office, zh.field.grant).fill("支持文得根水库移民安置");
  await choose(office, zh.field.lead, "水利");
  await button(office, zh.step.list).click();
  await stateShown(office, zh.state.opinion.none);
  await take(office, "draw", "文本已商定");
  await stateShown(office, zh.state.opinion.drafting);
  // It says which of the two it is: without its document it is not issued.
  await asked(office, "adjust");
  await field(dialog(office), zh.field.document).fill("水利部关于支持内蒙古水利发展的意见");
  await field(dialog(office), zh.field.issuedOn).fill(YESTERDAY);
  await field(dialog(office), zh.ask.adjust).fill("文件已印发");
  expect(await violations(office)).toEqual([]);
  await dialog(office).getByRole("button", { name: zh.step.adjust }).click();
  await dialog(office).waitFor({ state: "hidden" });
  await take(office, "issue");
  await stateShown(office, zh.state.opinion.issued);
  await take(office, "divide");
  await office.locator(".work-parts").getByText(zh.state.task.assigned).waitFor();
  expect(await violations(office)).toEqual([]);
  await office.locator(".work-parts").getByRole("button").click();
  await stateShown(office, zh.state.task.assigned);
  expect(new URL(office.url()).pathname).toBe("/desk/tasks");
  await office.getByRole("button", { name: "水利部支持意见" }).click();
  await stateShown(office, zh.state.opinion.issued);
  expect(errors).toEqual([]);
});

test("what an inspection finds is put right by its unit, struck off by the office, and then it ends", async () => {
  await office.goto(`${site.url}/desk/inspections`);
  await begin(office, "inspection");
  await field(office, zh.field.title).fill("水利重点工程督查");
  await choose(office, zh.field.inspecting, "领导小组办公室");
  await choose(office, zh.field.units, "水利");
  await office.keyboard.press("Escape");
  await field(office, zh.field.from).fill(YESTERDAY);
  await button(office, zh.step.begin).click();
  await stateShown(office, zh.state.inspection.underway);
  await button(office, zh.part.findings.add).click();
  await field(office, zh.field.finding).fill("移民安置点未按期开工");
  await choose(office, zh.field.region, "150100");
  await field(office, zh.field.lon).fill("121.9");
  await field(office, zh.field.lat).fill("46.1");
  await choose(office, zh.field.lead, "水利");
  await office.locator("#findings").getByLabel(zh.field.due).fill(YESTERDAY);
  await button(office, zh.step.notify).click();
  await office.getByText(zh.fault.finding).first().waitFor();
  await field(office, zh.field.evidence).fill("现场照片三张");
  const photo = { name: "现场照片.png", mimeType: "image/png", buffer: PNG };
  await field(office, zh.field.files).setInputFiles(photo);
  await office.getByRole("link", { name: photo.name }).waitFor();
  // The page has no boundaries: the server says that the place does not lie in 呼和浩特.
  await button(office, zh.step.notify).click();
  await expect.poll(() => field(office, zh.field.lon).getAttribute("aria-invalid")).toBe("true");
  expect(await violations(office)).toEqual([]);
  await choose(office, zh.field.region, "152200");
  await button(office, zh.step.notify).click();
  await stateShown(office, zh.state.inspection.notified);
  await office.locator(".work-parts").getByText(zh.rectification.open).waitFor();
  const inspection = office.url();
  await office.locator(".work-parts").getByRole("button").click();
  await stateShown(office, zh.state.task.assigned);

  const water = await signedIn(browser, site, "水利");
  await water.goto(office.url());
  await asked(water, "report");
  await field(water, zh.doneOn).fill(YESTERDAY);
  await field(water, zh.ask.report).fill("已开工");
  await confirm(water);
  await stateShown(water, zh.state.task.reported);
  await water.goto(inspection);
  await water.locator(".work-parts").getByText(zh.rectification.reported).waitFor();
  const [saved] = await Promise.all([
    water.waitForEvent("download"),
    water.getByRole("link", { name: photo.name }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(photo.name);
  expect(readFileSync(await saved.path()).equals(PNG)).toBe(true);
  await water.context().close();

  await office.reload();
  await take(office, "close");
  await stateShown(office, zh.state.task.closed);
  await office.getByRole("button", { name: "水利重点工程督查" }).click();
  await office.locator(".work-parts").getByText(zh.rectification.closed).waitFor();
  expect(await violations(office)).toEqual([]);
  await take(office, "end", "全部整改");
  await stateShown(office, zh.state.inspection.closed);
  // The one error is the refusal of the place, which the browser notes by itself.
  expect(errors.splice(0)).toEqual([expect.stringContaining("400")]);
});

test("an approval is handed in, stopped and started again, runs out on the board, and is granted", async () => {
  const ago = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));
  await office.goto(`${site.url}/desk/approvals`);
  await begin(office, "approval");
  await field(office, zh.field.title).fill("文得根水库可研报批");
  await choose(office, zh.field.project, "S-1.3-06.1");
  await field(office, zh.field.authority).fill("国家发展改革委");
  await field(office, zh.field.limitDays).fill("20");
  await button(office, zh.step.list).click();
  await office.getByText(zh.fault.applicant).waitFor();
  await choose(office, zh.field.applicant, "水利");
  await button(office, zh.step.list).click();
  await stateShown(office, zh.state.approval.planned);

  const water = await signedIn(browser, site, "水利");
  await water.goto(office.url());
  await takeOn(water, "handIn", ago(40));
  await stateShown(water, zh.state.approval.accepted);
  await takeOn(water, "stop", ago(30), "补环评");
  await stateShown(water, zh.state.approval.stopped);
  await takeOn(water, "resume", ago(20));
  await stateShown(water, zh.state.approval.accepted);
  // 40 days, 10 of which it stood still.
  await water.locator("article").getByText(zh.clock.running.replace("{{days}}", "30")).waitFor();
  expect(await violations(water)).toEqual([]);

  await office.goto(`${site.url}/desk/approvals?view=board`);
  const pressing = office.getByRole("region", { name: zh.board.pressing });
  await pressing.getByText(zh.clock.over.replace("{{days}}", "10")).waitFor();
  const column = office.getByRole("region", { name: new RegExp(`^${zh.board.column.approval} 1$`) });
  const card = column.getByRole("listitem").filter({ hasText: "文得根水库" }).first();
  expect(await card.getByRole("link").getAttribute("href")).toBe("/?item=S-1.3-06.1");
  await card.getByText(zh.board.unknown).waitFor();
  expect(await violations(office)).toEqual([]);

  await office.goto(`${site.url}/desk/approvals?item=S-1.3-06.1`);
  await office.locator(".filing-row", { hasText: "文得根水库" }).waitFor();
  await office.goto(`${site.url}/desk/approvals?item=S-1.3-03`);
  await office.getByText(zh.none.approval).waitFor();
  await takeOn(water, "grant", YESTERDAY, "发改农经〔2026〕1号");
  await stateShown(water, zh.state.approval.granted);
  await water.context().close();
  await office.goto(`${site.url}/desk/approvals?view=board`);
  await office.getByRole("region", { name: new RegExp(`^${zh.board.column.approval} 0$`) }).waitFor();
  expect(await pressing.count()).toBe(0);
  expect(errors).toEqual([]);
});

test("a plan is adopted, adjusted with its reason, and its two versions stand side by side", async () => {
  await office.goto(`${site.url}/desk/plans`);
  await begin(office, "plan");
  await field(office, zh.field.title).fill("水利厅实施方案");
  await choose(office, zh.field.planner, "水利");
  await button(office, zh.part.entries.add).click();
  // A task that there is already brings what it asks for along.
  await choose(office, zh.field.task, "T-0001");
  await expect.poll(() => field(office, zh.field.entry).inputValue()).not.toBe("");
  await button(office, zh.part.entries.add).click();
  await field(office, zh.field.entry).nth(1).fill("完成林地手续");
  await button(office, zh.step.adopt).click();
  await office.getByText(zh.fault.entry).first().waitFor();
  await choose(office, zh.field.lead, "水利", 1);
  expect(await violations(office)).toEqual([]);
  await button(office, zh.step.adopt).click();
  await stateShown(office, zh.state.plan.adopted);
  await expect.poll(() => office.locator(".work-parts").getByText(zh.state.task.assigned).count()).toBe(2);

  await asked(office, "adjust");
  await dialog(office).locator(".row-end").first().click();
  await field(dialog(office), zh.field.due).fill(YESTERDAY);
  await button(office, zh.part.entries.add).click();
  await field(dialog(office), zh.field.entry).nth(1).fill("新增的目标");
  await choose(office, zh.field.lead, "水利", 1);
  await field(dialog(office), zh.ask.adjust).fill("动态调整");
  await dialog(office).getByRole("button", { name: zh.step.adjust }).click();
  await dialog(office).waitFor({ state: "hidden" });
  const counted = (added: number, removed: number, changed: number, same: number) =>
    office
      .getByText(
        Object.entries({ added, removed, changed, same }).reduce(
          (words, [name, count]) => words.replace(`{{${name}}}`, String(count)),
          zh.compare.counts as string,
        ),
      )
      .waitFor();
  await counted(1, 1, 1, 0);
  const table = office.getByRole("table", { name: zh.compare.title });
  expect(await table.locator("tbody th").allInnerTexts()).toEqual([
    `－ ${zh.compare.removed}`,
    `△ ${zh.compare.changed}`,
    `＋ ${zh.compare.added}`,
  ]);
  await table.getByText(zh.compare.other.replace("{{field}}", zh.field.due)).first().waitFor();
  expect(await violations(office)).toEqual([]);
  // Which two stands in the address.
  await office.locator(".work-compare select").first().selectOption("2");
  await counted(0, 0, 0, 2);
  await expect.poll(() => new URL(office.url()).searchParams.get("from")).toBe("2");
  await office.reload();
  await counted(0, 0, 0, 2);
  expect(errors).toEqual([]);
});

test("a unit draws its own plan up, adopts it, and has its task", async () => {
  const water = await signedIn(browser, site, "水利");
  const wrong = errorsOf(water);
  await water.goto(`${site.url}/desk/plans`);
  await begin(water, "plan");
  await field(water, zh.field.title).fill("水利厅内部方案");
  // Whose plan it is and for whom is no question.
  expect(await water.getByLabel(zh.field.planner, { exact: true }).count()).toBe(0);
  await button(water, zh.part.entries.add).click();
  await field(water, zh.field.entry).fill("完成水资源论证");
  expect(await violations(water)).toEqual([]);
  await button(water, zh.step.adopt).click();
  await stateShown(water, zh.state.plan.adopted);
  await water.locator(".work-parts").getByText(zh.state.task.assigned).waitFor();
  await water.locator(".work-parts").getByRole("button").click();
  await stateShown(water, zh.state.task.assigned);
  await button(water, zh.step.progress).waitFor();
  expect(wrong).toEqual([]);
  await water.context().close();
});
