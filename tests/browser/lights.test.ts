import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { CHANGE_KINDS } from "#domain/light/changes.ts";
import { CHANGE_WORDS } from "#domain/light/words.ts";
import { LIGHT_SHAPE } from "#domain/look/marks.ts";
import { PALETTE } from "#domain/look/palette.ts";
import { CHOICE_WORDS, LIGHTS_UI } from "../../client/lights/light-words.ts";
import { shell } from "../../client/words/zh-CN/shell.ts";
import { publishMonth } from "../second-month.ts";
import { violations } from "./axe.ts";
import { wallBench } from "./wall.ts";
import { listed, option, params, until, wholeMap } from "./workbench.ts";

// The picture in the map's place: it draws the same marks, and here much sooner.
const bench = wallBench(["--disable-gpu", "--disable-3d-apis"]);

/** The cloud data centre at 盛乐, the bases of 乌海, and 文得根水库, which has a mark of its own on the map. */
const [CLOUD, WUHAI, DAM] = ["S-1.3-03", "S-1.3-04", "S-1.3-06.1"] as const;
const at = (actualPercent: number, done: string) =>
  ({ stage: "construction", plannedPercent: 60, actualPercent, done }) as const;

beforeAll(async () => {
  const { ledger } = bench.running;
  await publishMonth(ledger, "2012-08", { [CLOUD]: at(60, "按计划"), [WUHAI]: at(20, "停工") });
  await publishMonth(ledger, "2012-09", {
    [CLOUD]: at(45, "放缓"),
    [WUHAI]: at(60, "复工"),
    [DAM]: at(10, "停"),
  });
});

const open = async (search = ""): Promise<Page> => {
  const page = await bench.openAt(`/${search}`, { viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  await wholeMap(page);
  await slider(page).waitFor();
  return page;
};
const zh = "zh-CN" as const;
const slider = (page: Page) => page.getByRole("slider", { name: LIGHTS_UI.slider[zh] });
const lightIn = (page: Page, id: string) =>
  option(page, id).locator(".light-mark").getAttribute("data-light");
const changes = (page: Page) => page.locator(".time-changes [role=status]").innerText();
const choice = (page: Page, light: keyof typeof CHOICE_WORDS) =>
  page
    .getByRole("group", { name: LIGHTS_UI.filter[zh] })
    .getByRole("button", { name: CHOICE_WORDS[light][zh] });

test("the slider leads through the months: address, rows and what changed follow, against any month", async () => {
  const page = await open(`?item=${CLOUD}`);
  expect(await slider(page).getAttribute("aria-valuetext")).toBe("2012-09");
  await until(() => lightIn(page, CLOUD), "yellow");
  await until(() => changes(page), "转红 1 · 恢复 1 · 转差 1 · 进一步 1");

  await slider(page).press("ArrowLeft");
  await until(() => params(page).asof, "2012-08");
  await until(() => lightIn(page, CLOUD), "green");
  await until(() => lightIn(page, WUHAI), "red");

  await slider(page).press("Home");
  await until(() => params(page).asof, "2012-07");
  await option(page, CLOUD).waitFor();
  await until(() => option(page, CLOUD).locator(".light-mark").count(), 0);

  await slider(page).press("End");
  await until(() => params(page).asof, undefined);
  await page.getByLabel(LIGHTS_UI.against[zh]).selectOption("2012-07");
  const { counts } = await bench.api.light.changes({ from: "2012-07" });
  expect(counts.recovered).toBeUndefined();
  const kinds = CHANGE_KINDS.filter((kind) => counts[kind] !== undefined);
  await until(
    () => changes(page),
    kinds.map((kind) => `${CHANGE_WORDS[kind][zh]} ${counts[kind]}`).join(" · "),
  );
  await until(() => params(page).against, "2012-07");
  await page.reload();
  await until(() => page.getByLabel(LIGHTS_UI.against[zh]).inputValue(), "2012-07");
});

test("an item's light says rule, version, numbers and unit, and its months one by one", async () => {
  const page = await open(`?item=${CLOUD}`);
  const block = page.getByRole("region", { name: LIGHTS_UI.head[zh] }).filter({ hasText: "规则" });
  await block.getByText("低于序时 15.0 个百分点 · 呼和浩特市 · 规则 v1").waitFor();
  await block.getByText(LIGHTS_UI.history[zh]).click();
  await until(
    () => block.locator("ol li").evaluateAll((rows) => rows.map((row) => row.textContent?.slice(0, 7))),
    ["2012-09", "2012-08", "2012-07"],
  );
  await until(
    () =>
      block
        .locator("ol .light-mark")
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-light"))),
    ["yellow", "green", "none"],
  );
});

test("a choice of lights is in the address, and list and counts follow it", async () => {
  const page = await open();
  await choice(page, "yellow").click();
  await until(() => params(page).lights, "yellow");
  await until(() => listed(page), [CLOUD]);
  expect(await choice(page, "yellow").innerText()).toMatch(/1$/);
  await choice(page, "green").click();
  await until(async () => (await listed(page)).toSorted(), [CLOUD, WUHAI]);
  await choice(page, "yellow").click();
  await until(() => listed(page), [WUHAI]);
});

test("the share of red lights is a measure once there are lights, of those with a colour alone", async () => {
  const page = await open();
  await page.getByRole("button", { name: new RegExp(shell.measure) }).click();
  await page.getByText("红灯率", { exact: true }).click();
  await until(() => params(page).measure, "red");
  const rows = await bench.api.progress.byRegion({ level: "league", measure: "red" });
  const xingan = rows.find(({ code }) => code === "152200");
  expect(xingan).toMatchObject({ value: 1 });
  await until(
    () =>
      page
        .locator('[role="treeitem"][data-code="152200"]')
        .innerText()
        .then((text) => text.includes("100%")),
    true,
  );
  await until(
    () =>
      page
        .locator('[role="treeitem"][data-code="150200"]')
        .innerText()
        .then((text) => /无灯/.test(text)),
    true,
  );
});

test("marks carry their light, in the month that is shown alone", async () => {
  const page = await open("?region=152200");
  const badge = (light: "red" | "green") =>
    page
      .locator(`[role="application"] path[d="${LIGHT_SHAPE[light]}"][fill="${PALETTE.light.light[light]}"]`)
      .count();
  await until(() => badge("red"), 1);
  await slider(page).press("ArrowLeft");
  await until(() => badge("red"), 0);
});

test.each(["light", "dark"])(
  "in the %s theme axe finds nothing against WCAG 2.2 AA where there are lights",
  async (theme) => {
    const page = await open(`?item=${CLOUD}&theme=${theme}`);
    await option(page, CLOUD).locator(".light-mark").waitFor();
    expect(await violations(page)).toEqual([]);
  },
);
