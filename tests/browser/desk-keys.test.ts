/** What is done at the desk, from end to end by one who has no mouse. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ledger } from "#server/ledger.ts";
import { desk } from "../../client/words/zh-CN/desk.ts";
import { filing } from "../../client/words/zh-CN/filing.ts";
import { months as zh } from "../../client/words/zh-CN/months.ts";
import { people } from "../../client/words/zh-CN/people.ts";
import { publishReports } from "../lit-month.ts";
import { PASSWORD } from "../server/people/visitor.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import { pick, press, tabTo, type } from "./keys.ts";
import type { Served } from "./serve.ts";
import { until } from "./workbench.ts";

const HOHHOT = "league-150100";
const OFFICE_UNIT = "office-leading-group";
/** The cloud data centre at 盛乐, whose only unit is 呼和浩特. */
const ITEM = "S-1.3-03";
const TITLE = "盛乐现代服务业集聚区大型云计算数据中心";
const [BEFORE, MONTH] = ["2012-08", "2012-09"];

/** Two published months: 15 points behind in the second, which is yellow. */
async function fill(ledger: Ledger): Promise<void> {
  const said = { plannedPercent: 60, done: "完成基础" };
  const filed = { item: ITEM, unit: HOHHOT };
  await publishReports(ledger, BEFORE, [{ ...filed, said: { ...said, actualPercent: 60 } }]);
  await publishReports(ledger, MONTH, [{ ...filed, said: { ...said, actualPercent: 45 } }]);
}

let site: Served;
let browser: Browser;
beforeAll(async () => {
  const sitters = [
    { name: "填报员", roles: ["reporter" as const], unit: HOHHOT },
    { name: "填报员二", roles: ["reporter" as const], unit: "league-150600" },
    { name: "审核员", roles: ["reviewer" as const], unit: OFFICE_UNIT },
    { name: "办公室", roles: ["office" as const], unit: OFFICE_UNIT },
  ];
  [site, browser] = await Promise.all([aDesk(sitters, fill), launch()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const button = (page: Page, name: RegExp | string) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).first();
/** A label may name the unit of what is typed too. */
const field = (page: Page, name: string) => page.getByRole("textbox", { name }).first();
const list = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const is = (page: Page, words: string) => page.getByText(words).first().waitFor();
/** One is asked why in a dialog, says it, and goes on. */
async function because(page: Page, reason: string): Promise<void> {
  const asked = page.getByRole("dialog");
  await type(asked.getByRole("textbox"), reason);
  await press(asked.getByRole("button", { name: filing.confirm }));
  await asked.waitFor({ state: "hidden" });
}
async function answer<T>(page: Page, path: string, input: object): Promise<T> {
  const asked = encodeURIComponent(JSON.stringify(input));
  const said = await page.request.get(`${site.url}/trpc/${path}?input=${asked}`);
  return ((await said.json()) as { result: { data: T } }).result.data;
}

test("a report is filed from sign-in to handing in without a mouse", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
  const page = await context.newPage();
  const errors = errorsOf(page);
  const { keyboard } = page;
  await page.goto(`${site.url}/desk/reports`);
  await type(field(page, people.name), "填报员二");
  await type(field(page, people.password), PASSWORD);
  await keyboard.press("Enter");
  await page.locator(".filing-row").first().waitFor();
  // The first Tab of a page leads past the places, to what is done here.
  await page.reload();
  await page.locator(".filing-row").first().waitFor();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("desk-page");
  await press(button(page, new RegExp(filing.state.none)));
  await page.locator(".report-form h2:focus").waitFor();
  await type(field(page, filing.field.plannedPercent), "80");
  await type(field(page, filing.field.actualPercent), "75.5");
  await type(field(page, filing.field.done), "完成主体工程");
  await press(button(page, filing.step.submit));
  await button(page, filing.step.withdraw).waitFor();
  // And out again, by the same keys.
  await press(button(page, desk.signOut));
  await page.getByRole("heading", { name: people.signIn, level: 1 }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test("the office changes a rule once it has seen what turns, and sets a light by hand and gives it back, by keys", async () => {
  const page = await signedIn(browser, site, "办公室");
  const errors = errorsOf(page);
  const light = async () => (await answer<{ light: object }>(page, "project.get", { id: ITEM })).light;
  await page.goto(`${site.url}/desk/rules`);
  await press(page.getByText(zh.rules.edit));
  await press(page.getByRole("checkbox", { name: zh.rules.funds }), "Space");
  await type(field(page, zh.rules.redAbove), "8");
  await is(page, zh.rules.fault.order);
  await type(field(page, zh.rules.redAbove), "12");
  await pick(list(page, zh.rules.from), MONTH);
  await press(button(page, zh.rules.preview));
  await is(page, zh.rules.previewMonths_one.replace("{{count}}", "1").replace("{{total}}", "1"));
  await press(page.locator(".rules-preview summary, details.way details.way summary").first());
  await page.getByRole("cell", { name: TITLE }).waitFor();
  expect(await light()).toMatchObject({ state: "yellow", version: 1 });
  await type(field(page, zh.rules.reason), "从严");
  await press(button(page, zh.rules.save));
  await is(page, zh.rules.inForce.replace("{{version}}", "2").replace("{{month}}", "2012年9月"));
  expect(await light()).toMatchObject({ state: "red", version: 2 });

  await type(page.getByRole("combobox", { name: zh.rules.overrideItem }), ITEM);
  await page.locator("form p", { hasText: TITLE }).waitFor();
  await pick(list(page, zh.rules.overrideState), "green");
  await type(field(page, zh.rules.overrideReason), "现场核查，进度属实");
  await press(button(page, zh.rules.overrideSave));
  await is(page, zh.rules.overridden);
  const set = page.getByRole("row").filter({ hasText: "现场核查，进度属实" });
  await set.waitFor();
  expect(await light()).toMatchObject({ state: "green", override: { reason: "现场核查，进度属实" } });
  await press(set.getByRole("button"));
  await because(page, "已恢复按规则");
  await is(page, zh.rules.standingNone);
  expect(await light()).toMatchObject({ state: "red", override: null });
  expect(errors).toEqual([]);
  await page.context().close();
});

test("who files what, until when, and a published month that is frozen and corrected, by keys", async () => {
  const page = await signedIn(browser, site, "办公室");
  const errors = errorsOf(page);
  const units = async () =>
    (await answer<{ item: string; unit: string; lead: boolean }[]>(page, "assignment.list", {}))
      .filter(({ item }) => item === ITEM)
      .map(({ unit, lead }) => (lead ? `${unit} leads` : unit))
      .sort();
  await page.goto(`${site.url}/desk/assignments`);
  await type(page.getByRole("searchbox"), ITEM);
  await until(() => page.locator("tbody tr").count(), 1);
  await pick(list(page, zh.assign.add.replace("{{title}}", TITLE)), "dept-water");
  // By the way no other unit was added.
  expect(await units()).toEqual([`${HOHHOT} leads`]);
  await press(button(page, new RegExp(`^${zh.assign.addAct}\\s*内蒙古自治区水利厅`)));
  await press(button(page, new RegExp(`^${zh.assign.makeLead}\\s*内蒙古自治区水利厅`)));
  await until(units, ["dept-water leads", HOHHOT].sort());
  await press(button(page, zh.assign.remove.replace("{{unit}}", "内蒙古自治区水利厅")));
  await until(units, [`${HOHHOT} leads`]);

  await page.goto(`${site.url}/desk/months?month=${MONTH}`);
  await press(page.getByText(zh.status.moveDue));
  const day = page.getByLabel(zh.status.day, { exact: true });
  await tabTo(day);
  const was = await day.inputValue();
  await page.keyboard.press("ArrowUp");
  const moved = await day.inputValue();
  expect(moved).not.toBe(was);
  await type(field(page, zh.status.why), "国庆放假");
  await press(button(page, zh.status.save));
  await is(page, filing.dueNote.replace("{{why}}", "国庆放假"));
  expect(await answer(page, "period.get", { month: MONTH })).toMatchObject({ period: { dueOn: moved } });
  await press(page.getByText(zh.status.rule.replace("{{day}}", "5")));
  await type(page.getByLabel(zh.status.ruleDay), "8");
  await type(field(page, zh.status.ruleWhy), "多留三天");
  await press(button(page, zh.status.saveRule));
  await is(page, zh.status.rule.replace("{{day}}", "8"));

  await press(button(page, zh.freeze.act));
  await press(page.getByRole("dialog").getByRole("button", { name: filing.confirm }));
  await is(page, zh.freeze.version.replace("{{n}}", "1"));
  await press(button(page, zh.freeze.verifyVersion.replace("{{n}}", "1")));
  await is(page, zh.freeze.current);

  const unit = await signedIn(browser, site, "填报员");
  await unit.goto(`${site.url}/desk/reports?month=${MONTH}&item=${ITEM}`);
  await press(button(unit, filing.step.correct));
  await because(unit, "抄错一位");
  await type(field(unit, filing.field.actualPercent), "54");
  await press(button(unit, filing.step.submit));
  await button(unit, filing.step.withdraw).waitFor();
  const reviewer = await signedIn(browser, site, "审核员");
  await reviewer.goto(`${site.url}/desk/review`);
  await press(reviewer.getByRole("button", { name: TITLE }));
  await is(reviewer, "抄错一位");
  await press(button(reviewer, zh.review.accept));
  await reviewer.getByRole("button", { name: TITLE }).waitFor({ state: "detached" });

  await page.reload();
  await press(button(page, zh.publish.act));
  await press(button(page, zh.publish.confirm));
  await is(page, zh.publish.done_one.replace("{{count}}", "1"));
  // What is corrected in a frozen month is a version of its own.
  await is(page, zh.freeze.version.replace("{{n}}", "2"));
  await press(button(page, zh.freeze.verifyVersion.replace("{{n}}", "2")));
  await is(page, zh.freeze.current);
  await press(button(page, zh.freeze.verifyVersion.replace("{{n}}", "1")));
  await is(page, zh.freeze.followed);

  // Done with the month that it owed, the unit stays there; the next visit is to the month after.
  await unit.goto(`${site.url}/desk/reports`);
  const title = unit.getByRole("heading", { level: 1 });
  const owed = await title.innerText();
  await press(button(unit, filing.nil.act));
  await button(unit, filing.nil.undo).waitFor();
  expect(await title.innerText()).toBe(owed);
  await unit.reload();
  await until(async () => (await title.innerText()) === owed, false);
  expect(errors).toEqual([]);
  await Promise.all([page, unit, reviewer].map((one) => one.context().close()));
});
