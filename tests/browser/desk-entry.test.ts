import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mine } from "#domain/report/exchange.ts";
import { CELL_ISSUE_WORDS } from "#domain/sheet/issue-words.ts";
import { filing as zh } from "../../client/words/zh-CN/filing.ts";
import { readXlsx, tableOfSheet } from "../server/export/read-xlsx.ts";
import { PDF, PNG } from "../server/filing/sample-files.ts";
import { fillIn } from "../server/workbook/fill-in.ts";
import { at } from "../server/workbook/make-xlsx.ts";
import { violations } from "./axe.ts";
import { launch } from "./chromium.ts";
import { aDesk, errorsOf, signedIn } from "./desk-house.ts";
import { press, tabTo, type } from "./keys.ts";
import type { Served } from "./serve.ts";
import { until } from "./workbench.ts";

const UNIT = "dept-water";
let site: Served;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    aDesk([
      { name: "乌兰", roles: ["reporter"], unit: UNIT },
      { name: "巴特尔", roles: ["reporter"], unit: UNIT },
      { name: "审核员", roles: ["reviewer"], unit: "office-leading-group" },
    ]),
    launch(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
/** A label may name the unit of what is typed too. */
const field = (page: Page, name: string) => page.getByRole("textbox", { name });
const saved = (page: Page) => page.getByText(zh.keep.saved.replace("{{time}}", "")).waitFor();
const rows = (words: string, count: number) => words.replace("{{count}}", String(count));
const counted = (counts: { changed: number; bad: number; same: number }) =>
  Object.entries(counts).reduce(
    (words, [name, count]) => words.replace(`{{${name}}}`, String(count)),
    zh.sheet.counts as string,
  );

/** The unit's month as the server has it. */
async function mine(page: Page): Promise<Mine> {
  const answer = await page.request.get(`${site.url}/trpc/period.mine?input=%7B%7D`);
  return ((await answer.json()) as { result: { data: Mine } }).result.data;
}
const standing = async (page: Page, item: string) =>
  (await mine(page)).items.find((entry) => entry.item.id === item)?.report ?? null;

/** What a press of Enter brings down. */
async function taken(page: Page, wanted: ReturnType<typeof link>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(wanted)]);
  return readFile(await file.path());
}
/** What a press opens to choose a file in is given one. */
async function give(
  page: Page,
  wanted: ReturnType<typeof link>,
  name: string,
  buffer: Uint8Array,
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(wanted)]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
}

test("a workbook is taken away, filled in and brought back by keys: differences first, the good rows alone, the others back with why, and never twice", async () => {
  const page = await signedIn(browser, site, "乌兰");
  const errors = errorsOf(page);
  await page.goto(`${site.url}/desk/reports`);
  await page.locator(".filing-row").first().waitFor();
  const all = (await mine(page)).items.length;
  expect(all).toBeGreaterThan(3);
  const send = (name: string, file: Uint8Array) => give(page, button(page, zh.sheet.upload), name, file);
  const sheet = await taken(page, button(page, zh.sheet.download));
  const [table] = (await readXlsx(sheet)).map(tableOfSheet);
  const [first = "", second = "", third = ""] = (table ?? []).map((row) => String(row.编号));

  const filled = fillIn(sheet, {
    [at("plannedPercent", 2)]: "８０",
    [at("done", 2)]: "完成坝基开挖",
    [at("plannedPercent", 3)]: "八成",
    [at("done", 3)]: "正在招标",
    [at("done", 4)]: "完成初设",
  });
  await send("九月.xlsx", filled);
  await page.getByText(counted({ changed: 2, bad: 1, same: all - 3 })).waitFor();
  const cell = (address: string) =>
    page.getByRole("table", { name: zh.sheet.table }).locator("tr", {
      has: page.getByRole("cell", { name: address, exact: true }),
    });
  expect(await cell(at("done", 2)).locator("td").allInnerTexts()).toEqual([
    at("done", 2),
    "本月进展",
    zh.unsaid,
    "完成坝基开挖",
    "",
  ]);
  expect(await cell(at("plannedPercent", 2)).locator(".said").innerText()).toBe("80");
  expect(await cell(at("plannedPercent", 3)).locator("td").allInnerTexts()).toEqual([
    at("plannedPercent", 3),
    "计划进度（%）",
    "",
    "八成",
    CELL_ISSUE_WORDS["not-a-number"]["zh-CN"],
  ]);
  expect(await violations(page)).toEqual([]);
  // Seen, and nothing of it saved.
  expect((await mine(page)).items.filter(({ report }) => report !== null)).toEqual([]);
  expect(await button(page, rows(zh.sheet.save_other, 2)).isDisabled()).toBe(true);

  await tabTo(page.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  const refused = await taken(page, link(page, zh.sheet.refusedXlsx));
  const [back] = (await readXlsx(refused)).map(tableOfSheet);
  expect(back).toEqual([
    expect.objectContaining({
      编号: second,
      "计划进度（%）": "八成",
      本月进展: "正在招标",
      退回原因: expect.stringContaining(CELL_ISSUE_WORDS["not-a-number"]["zh-CN"]),
    }),
  ]);

  // It is saved, and the answer is lost: pressed again it is the same yes.
  await page.route(
    "**/trpc/upload.save",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await press(button(page, rows(zh.sheet.save_other, 2)));
  await page.getByText(zh.refused.OFFLINE).waitFor();
  await press(button(page, rows(zh.sheet.save_other, 2)));
  await page.getByText(rows(zh.sheet.saved_other, 2)).waitFor();
  const after = async () => {
    const reports = await Promise.all([first, second, third].map((item) => standing(page, item)));
    return reports.map((report) => report && [report.state, report.edition, report.content.done]);
  };
  const once = [["draft", 1, "完成坝基开挖"], null, ["draft", 1, "完成初设"]];
  expect(await after()).toEqual(once);
  await until(() => page.locator(".filing-state.draft").count(), 2);

  // The whole file once more says nothing new of what is saved.
  await send("九月.xlsx", filled);
  await page.getByText(counted({ changed: 0, bad: 1, same: all - 1 })).waitFor();
  await press(button(page, zh.sheet.drop));
  expect(await after()).toEqual(once);
  // What came back is mended where it says so, and goes in by itself.
  await send("退回.xlsx", fillIn(refused, { [at("plannedPercent", 2)]: "80" }));
  await page.getByText(counted({ changed: 1, bad: 0, same: 0 })).waitFor();
  await press(button(page, rows(zh.sheet.save_other, 1)));
  await page.getByText(rows(zh.sheet.saved_one, 1)).waitFor();
  expect(await after()).toEqual([once[0], ["draft", 1, "正在招标"], once[2]]);
  expect(errors.filter((error) => !error.includes("ERR_FAILED"))).toEqual([]);
  await page.context().close();
});

test("two write in one report: the second is told who and what, nothing is overwritten, and every way out is walked", async () => {
  const [one, two] = await Promise.all([signedIn(browser, site, "乌兰"), signedIn(browser, site, "巴特尔")]);
  const item = (await mine(one)).items.at(-1)?.item.id ?? "";
  const content = async () => (await standing(one, item))?.content;
  for (const page of [one, two]) {
    await page.goto(`${site.url}/desk/reports?item=${item}`);
    await field(page, zh.field.done).waitFor();
  }
  const conflict = two.locator(".conflict");
  const side = (of: string, whose: RegExp) =>
    conflict.getByRole("group", { name: of }).getByRole("radio", { name: whose });

  await field(one, zh.field.done).fill("乌兰：完成一半");
  await field(one, zh.field.next).fill("乌兰：收尾");
  await saved(one);
  await field(two, zh.field.done).fill("巴特尔：完成三成");
  await conflict
    .getByText(zh.conflict.title.split("{{time}}")[0]?.replace("{{who}}", "乌兰") ?? "")
    .waitFor();
  await two.getByText(zh.keep.conflict).waitFor();
  await conflict.getByText(zh.conflict.both).waitFor();
  expect(await side(zh.field.done, /巴特尔：完成三成/).isChecked()).toBe(true);
  expect(await side(zh.field.next, /^乌兰 *乌兰：收尾/).isChecked()).toBe(true);
  expect(await content()).toMatchObject({ done: "乌兰：完成一半", next: "乌兰：收尾" });
  expect(await field(two, zh.field.done).inputValue()).toBe("巴特尔：完成三成");
  expect(await violations(two)).toEqual([]);
  // What is typed meanwhile stays a question, and goes nowhere.
  await type(field(two, zh.field.done), "巴特尔：完成四成");
  await press(button(two, zh.conflict.settle));
  await saved(two);
  expect(await conflict.count()).toBe(0);
  expect(await content()).toMatchObject({ done: "巴特尔：完成四成", next: "乌兰：收尾" });

  // The first is the second now, and takes the other's word.
  const met = one.locator(".conflict");
  await field(one, zh.field.done).fill("乌兰：完成六成");
  await met.waitFor();
  await tabTo(met.getByRole("radio", { name: /乌兰：完成六成/ }));
  await one.keyboard.press("ArrowDown");
  await press(button(one, zh.conflict.settle));
  await until(() => field(one, zh.field.done).inputValue(), "巴特尔：完成四成");
  await until(() => met.count(), 0);
  expect(await content()).toMatchObject({ done: "巴特尔：完成四成", next: "乌兰：收尾" });

  // Handed in by the one, it can only be looked at by the other.
  await saved(one);
  await one.getByRole("combobox", { name: zh.field.stage }).selectOption({ index: 1 });
  await press(button(one, zh.step.submit));
  await button(one, zh.step.withdraw).waitFor();
  await field(two, zh.field.done).fill("巴特尔：晚了一步");
  await conflict.getByText(zh.conflict.closed.replace("{{state}}", zh.state.submitted)).waitFor();
  await press(button(two, zh.conflict.showTheirs));
  await until(() => field(two, zh.field.done).inputValue(), "巴特尔：完成四成");
  await until(() => field(two, zh.field.done).isEditable(), false);
  expect(await content()).toMatchObject({ done: "巴特尔：完成四成" });
  expect(await two.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await Promise.all([one, two].map((page) => page.context().close()));
});

test("a file is added by keys, read by the reviewer as it was, refused for what it is, and taken off", async () => {
  const page = await signedIn(browser, site, "乌兰");
  const item = (await mine(page)).items.at(-2)?.item.id ?? "";
  await page.goto(`${site.url}/desk/reports?item=${item}`);
  const add = page.getByLabel(zh.file.add, { exact: true });
  const put = (name: string, file: Uint8Array) => give(page, add, name, file);
  const files = page.locator(".files li");

  await put("假的.pdf", Buffer.from("MZ not a paper"));
  await files.getByText(zh.file.refused.type).waitFor();
  expect(await violations(page)).toEqual([]);
  await press(button(page, zh.file.dismiss));
  await until(() => files.count(), 0);
  await put("程序.exe", Buffer.from("MZ"));
  await files.getByText(zh.file.refused.type).waitFor();
  await press(button(page, zh.file.dismiss));
  await put("批复 1.pdf", PDF);
  await put("照片.png", PNG);
  await link(page, "照片.png").waitFor();
  await press(files.filter({ hasText: "照片.png" }).getByRole("button"));
  await until(() => files.count(), 1);
  await link(page, "批复 1.pdf").waitFor();
  await saved(page);
  await type(field(page, zh.field.done), "取得批复");
  await page.getByRole("combobox", { name: zh.field.stage }).selectOption({ index: 1 });
  await press(button(page, zh.step.submit));
  await button(page, zh.step.withdraw).waitFor();
  expect(await add.count()).toBe(0);

  const reviewer = await signedIn(browser, site, "审核员");
  const report = (await standing(page, item))?.id ?? "";
  await reviewer.goto(`${site.url}/desk/review?report=${report}`);
  const read = reviewer.locator(".report-read");
  await link(reviewer, "批复 1.pdf").waitFor();
  expect(await read.getByText("照片.png").count()).toBe(0);
  expect(await taken(reviewer, link(reviewer, "批复 1.pdf"))).toEqual(PDF);
  const address = await link(reviewer, "批复 1.pdf").getAttribute("href");
  const { headers, status } = await reviewer.request
    .get(`${site.url}${address}`)
    .then((answer) => ({ headers: answer.headers(), status: answer.status() }));
  expect(status).toBe(200);
  expect(headers["content-disposition"]).toMatch(/^attachment/);
  await Promise.all([page, reviewer].map((one) => one.context().close()));
});
