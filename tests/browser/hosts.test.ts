import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { zhCN } from "../../client/words/zh-CN.ts";
import { GAS, option, options, params, regionRow, until, wholeMap, workbench } from "./workbench.ts";

/** A name as a local network gives it: plain HTTP, and not the localhost that browsers trust. */
const HOST = "intranet.test";

const bench = workbench([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);

test("under a plain intranet name the map completes, and no state of the page asks any other host", async () => {
  const seen = await watched();
  const { page } = seen;
  await page.goto(`http://${HOST}:${bench.site.port}/`, { waitUntil: "commit" });
  await wholeMap(page);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);

  await regionRow(page, "150600").click();
  await option(page, GAS).click();
  await page.locator(".detail-title").waitFor();
  await page.getByRole("button", { name: zhCN.detail.open }).first().click();
  await page.locator("dialog mark").first().waitFor();
  await page.keyboard.press("Escape");
  await until(() => params(page).doc, undefined);

  await page.getByRole("button", { name: zhCN.side.moreFilters }).click();
  const panel = page.getByRole("region", { name: zhCN.side.filters });
  await panel.getByRole("combobox").first().click();
  await panel.locator(".ant-select-item-option").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: zhCN.shell.export }).click();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: zhCN.shell.toDark }).click();
  await page.getByRole("button", { name: zhCN.shell.toEnglish }).click();
  await until(() => page.evaluate(() => document.documentElement.lang), "en");
  await wholeMap(page);
  expect(await options(page).count()).toBeGreaterThan(0);

  expect(seen.hosts()).toEqual([`${HOST}:${bench.site.port}`]);
  expect(seen.complaints).toEqual([]);
});

test("the picture of a view, as a document of its own, asks nobody for anything", async () => {
  const seen = await watched();
  await seen.page.goto(`${bench.site.url}/overview.svg?region=150600`);
  await seen.page.locator("svg > title").first().waitFor({ state: "attached" });
  expect(seen.hosts()).toEqual([`127.0.0.1:${bench.site.port}`]);
  expect(seen.complaints).toEqual([]);
});

/** A page whose requests are noted, with all that it refuses, throws or logs as an error. */
async function watched(): Promise<{ page: Page; hosts: () => string[]; complaints: string[] }> {
  const page = await bench.openEmpty();
  const hosts = new Set<string>();
  const complaints: string[] = [];
  const context = page.context();
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:") hosts.add(host);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.exposeFunction("complain", (said: string) => complaints.push(said));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { complain } = window as unknown as { complain: (said: string) => void };
      complain(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return { page, hosts: () => [...hosts], complaints };
}
