import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import type { Page } from "playwright-core";
import { launch } from "../../browser/chromium.ts";
import { type Served, serve } from "../../browser/serve.ts";
import { median, verdict } from "../statistics.ts";

type Paper = { page: "a3" | "a4"; dpi: 150 | 300 };
/** MiB of the server, of the page's process and of the browser's graphics process; ms of the page's longest task. */
type Cost = { server: number; page: number; graphics: number; longest: number; seconds: number };

/** MiB, the most a process has held since it was asked to forget (Linux: proc_pid_status, clear_refs). */
async function peakOf(pid: number): Promise<number> {
  const found = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, "utf8"));
  return found ? Number(found[1]) / 1024 : Number.NaN;
}
const forgetPeak = (pid: number) => writeFile(`/proc/${pid}/clear_refs`, "5");

async function composerOn({ url }: Served, page: Page, paper: Paper): Promise<void> {
  page.setDefaultTimeout(1_800_000);
  await page.goto(url);
  await page.locator('[role="application"][aria-busy="false"]').waitFor();
  await page.locator("button.export").click();
  await page.locator(".export-menu button").first().click();
  await page.locator(`.composer input[name="brief-page"][value="${paper.page}"]`).check();
  await page.locator(".composer").getByText(`${paper.dpi} dpi`, { exact: true }).click();
  // What is chosen last is laid out last: then there is something to press.
  await page.locator('.composer [data-format="png"]:enabled').waitFor();
  await page.locator('.page-preview[aria-busy="false"]').waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => keep(list.getEntries()));
    const keep = (entries: PerformanceEntryList) => tasks.push(...entries.map((task) => task.duration));
    observer.observe({ type: "longtask" });
    Object.assign(window, {
      longest: () => {
        keep(observer.takeRecords());
        return Math.max(0, ...tasks);
      },
    });
  });
}

/** A server and a browser of its own for each: what one file leaves behind is no part of the next. */
async function measured(paper: Paper, press: string): Promise<Cost> {
  const [site, browser] = [await serve(), await launch()];
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
    await composerOn(site, page, paper);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pids = (type: string) => processInfo.filter((one) => one.type === type).map(({ id }) => id);
    const server = site.process.pid;
    if (server === undefined) throw new Error("no server");
    const all = { server: [server], page: pids("renderer"), graphics: pids("GPU") };
    await Promise.all(Object.values(all).flat().map(forgetPeak));
    const start = performance.now();
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(press).click()]);
    await file.path();
    const seconds = (performance.now() - start) / 1000;
    const most = async (ids: number[]) => Math.max(...(await Promise.all(ids.map(peakOf))));
    return {
      server: await most(all.server),
      page: await most(all.page),
      graphics: await most(all.graphics),
      longest: await page.evaluate(() => (window as unknown as { longest: () => number }).longest()),
      seconds,
    };
  } finally {
    await browser.close();
    await site.stop();
  }
}

const A3 = { page: "a3", dpi: 300 } as const;
/** Small, so that fifteen pages are a minute: what grows by the page grows here too. */
const A4 = { page: "a4", dpi: 150 } as const;
/** A task is longer when something else has the processor: of several times the middle is judged, and all are told. */
const FILES = {
  png: { name: "A3 at 300 dpi, PNG", paper: A3, press: '[data-format="png"]', times: 3 },
  pdf: { name: "A3 at 300 dpi, PDF", paper: A3, press: '[data-format="pdf"]', times: 3 },
  one: { name: "A4 at 150 dpi, PDF", paper: A4, press: '[data-format="pdf"]', times: 3 },
  atlas: {
    name: "atlas of 15 pages of A4 at 150 dpi, PDF",
    paper: A4,
    press: "[data-atlas-write]",
    times: 3,
  },
} as const;

/**
 * The goal is of the first. Each process has its peak at a time of its own: their sum is what they may take together,
 * and no less than they did. The others tell where it comes from.
 */
const SUMS: Record<string, (cost: Cost) => number> = {
  "server and page": ({ server, page }) => server + page,
  "the server": ({ server }) => server,
  "the page": ({ page }) => page,
  "the page and the graphics process": ({ page, graphics }) => page + graphics,
};

/** What files cost in memory, and how long the live map's page has to wait while they are written. */
export async function benchComposer(): Promise<void> {
  const costs: Partial<Record<keyof typeof FILES, Cost>> = {};
  for (const [key, { name, paper, press, times }] of Object.entries(FILES)) {
    const rounds: Cost[] = [];
    while (rounds.length < times) rounds.push(await measured(paper, press));
    const middle = (what: keyof Cost) => median(rounds.map((each) => each[what]));
    costs[key as keyof typeof FILES] = {
      server: middle("server"),
      page: middle("page"),
      graphics: middle("graphics"),
      longest: middle("longest"),
      seconds: middle("seconds"),
    };
    const words = (["server", "page", "graphics"] as const).map(
      (what) => `${what} ${middle(what).toFixed(0)} MiB`,
    );
    const longest = rounds.map((each) => each.longest.toFixed(0)).join(", ");
    console.log(`${name}: ${middle("seconds").toFixed(1)} s, load ${loadavg()[0]?.toFixed(1)}`);
    console.log(`  most memory of ${words.join(", ")}; longest task ${longest} ms`);
  }
  const { png, pdf, one, atlas } = costs;
  if (!png || !pdf || !one || !atlas) throw new Error("not measured");
  for (const [name, sum] of Object.entries(SUMS)) {
    console.log(verdict(`memory of ${name}, atlas / one page`, sum(atlas) / sum(one), 1.3, "×"));
  }
  for (const [name, cost] of Object.entries({ PNG: png, PDF: pdf, "atlas, PDF": atlas })) {
    console.log(verdict(`longest task of the live map's page, ${name}`, cost.longest, 100, "ms"));
  }
}
