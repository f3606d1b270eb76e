import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { launch } from "../../browser/chromium.ts";
import { type Served, serve } from "../../browser/serve.ts";
import { verdict } from "../statistics.ts";

type Peaks = { server: number; page: number; graphics: number; longest: number };

/** MiB, the most a process has held since it was asked to forget (Linux: proc_pid_status, clear_refs). */
async function peakOf(pid: number): Promise<number> {
  const found = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, "utf8"));
  return found ? Number(found[1]) / 1024 : Number.NaN;
}
const forgetPeak = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, "5");

async function composerOn({ url }: Served, page: Page): Promise<void> {
  page.setDefaultTimeout(1_800_000);
  await page.goto(url);
  await page.locator('[role="application"][aria-busy="false"]').waitFor();
  await page.locator("button.export").click();
  await page.locator(".export-menu button").first().click();
  await page.locator('.composer input[name="brief-page"][value="a3"]').check();
  await page.locator('.page-preview[aria-busy="false"]').waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration))).observe({
      type: "longtask",
    });
  });
}

/** A server and a browser of its own for each: what one file leaves behind is no part of the next. */
async function measured(press: string): Promise<Peaks> {
  const [site, browser] = [await serve(), await launch()];
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
    await composerOn(site, page);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pids = (type: string) => processInfo.filter((one) => one.type === type).map(({ id }) => id);
    const server = site.process.pid;
    if (server === undefined) throw new Error("no server");
    const all = { server: [server], page: pids("renderer"), graphics: pids("GPU") };
    await Promise.all(Object.values(all).flat().map(forgetPeak));
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(press).click()]);
    await file.path();
    const most = async (ids: number[]) => Math.max(...(await Promise.all(ids.map(peakOf))));
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    return {
      server: await most(all.server),
      page: await most(all.page),
      graphics: await most(all.graphics),
      longest: Math.max(0, ...tasks),
    };
  } finally {
    await browser.close();
    await site.stop();
  }
}

const FILES = {
  "one page, PNG": '[data-format="png"]',
  "one page, PDF": '[data-format="pdf"]',
  "atlas of 15 pages, PDF": "[data-atlas-write]",
};

/** What files of A3 at 300 dpi cost in memory, and how long the live map's page has to wait for them. */
export async function benchComposer(): Promise<void> {
  const peaks = new Map<string, Peaks>();
  for (const [name, press] of Object.entries(FILES)) {
    const found = await measured(press);
    peaks.set(name, found);
    const words = `server ${found.server.toFixed(0)} MiB, page ${found.page.toFixed(0)} MiB, graphics process ${found.graphics.toFixed(0)} MiB`;
    console.log(`${name}: most memory of ${words}; longest task ${found.longest.toFixed(0)} ms`);
  }
  const [one, atlas] = [peaks.get("one page, PDF"), peaks.get("atlas of 15 pages, PDF")];
  if (!one || !atlas) throw new Error("not measured");
  console.log(verdict("server's memory, atlas / one page", atlas.server / one.server, 1.3, "×"));
  console.log(verdict("page's memory, atlas / one page", atlas.page / one.page, 1.3, "×"));
  const longest = Math.max(...[...peaks.values()].map((each) => each.longest));
  console.log(verdict("longest task of the live map's page", longest, 100, "ms"));
}
