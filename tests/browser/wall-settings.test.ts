import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { atRest, PICTURE, sceneOn, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

// The list of scenes is the same with the picture in the map's place, and here much sooner.
const bench = wallBench(PICTURE);

/** Opens the list of scenes and leaves the first two of it. */
async function chooseTwo(page: Page): Promise<void> {
  await page.keyboard.press("e");
  const boxes = page.locator(".wall-settings").getByRole("checkbox");
  const names = await boxes.count();
  for (let at = 2; at < names; at += 1) await boxes.nth(at).uncheck();
}

test("a presenter edits the list of scenes, shares it as a link, and makes it the screen's own", async () => {
  const page = await bench.open();
  await atRest(page);
  await chooseTwo(page);
  const settings = page.locator(".wall-settings");
  await settings.getByRole("spinbutton").nth(1).fill("25");
  await settings.getByRole("button", { name: "↑" }).or(settings.locator("li > button")).nth(1).click();
  await settings.getByRole("button", { name: "设为本屏默认" }).click();
  await settings.getByRole("status").filter({ hasText: "已设为本屏默认" }).waitFor();
  await settings.getByRole("button", { name: "应用" }).click();
  const tour = () => new URL(page.url()).searchParams.get("tour");
  expect(tour()).toMatch(/^region-\d{6}:25,whole$/);

  const first = tour()?.split(":")[0];
  await page.goto(`${bench.running.url}/wall`);
  await until(() => sceneOn(page), first ?? "");
  await page.keyboard.press("e");
  await page.locator(".wall-settings").getByRole("button", { name: "恢复全部场景" }).click();
  await page.reload();
  await until(() => sceneOn(page), "whole");
});

const LINK = /tour=whole,region-\d{6}$/;

test("the list is copied as a link, which opens it on another screen", async () => {
  const page = await bench.open("", { permissions: ["clipboard-read", "clipboard-write"] });
  await atRest(page);
  await chooseTwo(page);
  const settings = page.locator(".wall-settings");
  await settings.getByRole("button", { name: "复制链接" }).click();
  await settings.getByRole("status").filter({ hasText: "链接已复制" }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(LINK);
  const other = await bench.openAt(new URL(link).pathname + new URL(link).search);
  await other.locator(".wall-controls").getByText("/2：", { exact: false }).waitFor({ state: "attached" });
});

test("where the browser does not let it be copied, the link stands there to be copied by hand", async () => {
  const page = await bench.openAt("/readyz");
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(`${bench.running.url}/wall`);
  await atRest(page);
  await chooseTwo(page);
  await page.locator(".wall-settings").getByRole("button", { name: "复制链接" }).click();
  expect(await page.locator(".wall-link").inputValue()).toMatch(LINK);
});

test("a presenter cannot apply a list of no scene, and is told so", async () => {
  const page = await bench.open("?tour=whole&scene=whole");
  await atRest(page);
  await page.keyboard.press("e");
  const settings = page.locator(".wall-settings");
  await settings.getByRole("checkbox").first().uncheck();
  await settings.getByRole("button", { name: "应用" }).click();
  await settings.getByRole("status").filter({ hasText: "至少勾选一个场景" }).waitFor();
});
