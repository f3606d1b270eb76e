import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { problemWords } from "#domain/brief/preflight.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { serve } from "./serve.ts";
import { until, wholeMap, workbench } from "./workbench.ts";

// Without WebGL: what is refused here is refused before a map is drawn, and software drawing is slow.
const bench = workbench(["--disable-gpu", "--disable-3d-apis"]);
const words = zhCN.brief;

/** Without what its name begins with among the page's code, until it is let through. */
async function withoutCode(name: string): Promise<Page> {
  const page = await bench.openEmpty();
  await page.route(`**/assets/${name}*`, (route) => route.abort());
  await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
  await wholeMap(page);
  return page;
}

async function openComposer(page: Page): Promise<void> {
  await page.getByRole("button", { name: zhCN.shell.export, exact: true }).click();
  await page.getByRole("button", { name: zhCN.shell.openBrief }).click();
}

test("a composer whose code does not come says so in its own place, and another try opens it", async () => {
  const page = await withoutCode("composer");
  await openComposer(page);
  const place = page.getByRole("dialog", { name: zhCN.shell.brief });
  await place.getByRole("alert").getByText(zhCN.shell.failed).waitFor();

  await page.unrouteAll();
  await place.getByRole("button", { name: zhCN.shell.retry }).click();
  // A browser that keeps a module's failure has the page loaded anew: the composer is then two presses away.
  await until(async () => {
    if (!(await place.isVisible())) await openComposer(page);
    return place.getByText(words.checks).isVisible();
  }, true);
});

test("a composer whose code does not come is closed as it would be, and the page goes on", async () => {
  const page = await withoutCode("composer");
  await openComposer(page);
  const place = page.getByRole("dialog", { name: zhCN.shell.brief });
  await place.getByRole("alert").waitFor();
  await page.keyboard.press("Escape");
  await place.waitFor({ state: "detached" });
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("filters whose code does not come say so in their own place, and another try opens them", async () => {
  const page = await withoutCode("filter-panel");
  await page.getByRole("button", { name: zhCN.side.moreFilters }).click();
  const alert = page.getByRole("alert");
  await alert.waitFor();

  await page.unrouteAll();
  await alert.getByRole("button", { name: zhCN.shell.retry }).click();
  await page.getByRole("group").first().waitFor();
});

test("where no map may leave without a review number, neither picture nor drawing is written, and it says why", async () => {
  const site = await serve({ REQUIRE_REVIEW_NUMBER: "true" });
  onTestFinished(() => site.stop());
  const page = await bench.openEmpty();
  await page.goto(`${site.url}/`, { waitUntil: "commit" });
  await openComposer(page);
  const composer = page.locator("dialog.composer");
  const { what } = problemWords({ kind: "mapForbidden" }, "zh-CN");
  const files = composer.locator(".composer-files");
  let written = 0;
  page.on("download", () => {
    written += 1;
  });
  for (const name of [words.png, words.svg]) {
    await composer.getByRole("button", { name }).click();
    await until(async () => (await files.getByRole("status").textContent())?.includes(what), true);
  }
  expect(written).toBe(0);
  expect(await composer.locator('.brief-checks li[data-weight="blocking"]').count()).toBe(1);
});
