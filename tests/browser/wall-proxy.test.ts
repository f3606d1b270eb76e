import { expect, onTestFinished, test } from "vitest";
import { publishMonth } from "../second-month.ts";
import { proxyOf } from "./held-back.ts";
import { mostInASecond } from "./stand-in.ts";
import { isKept, PICTURE, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

const bench = wallBench(PICTURE);

test.each([
  { streams: "held", month: "2012-08", next: "2012-09" },
  { streams: "refused", month: "2012-10", next: "2012-11" },
] as const)(
  "where a proxy has streams $streams the wall asks plainly: it is not offline, and hears of changes",
  async ({ streams, month, next }) => {
    const proxy = await proxyOf(bench.running.url, streams);
    const page = await bench.openAt("/readyz");
    onTestFinished(() => proxy.stop());
    await page.addInitScript(() => {
      const said = { offline: false };
      Object.assign(window, { said });
      new MutationObserver(() => {
        said.offline ||= document.querySelector(".offline-word") !== null;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${proxy.url}/wall?scene=whole`, { waitUntil: "commit" });
    await isKept(page);
    const plainly = () => proxy.asked.filter(({ path }) => path === "/readyz").length;
    await until(() => plainly() > 2, true);
    const shows = (said: string) => page.locator(".wall-strip > b").filter({ hasText: said }).waitFor();
    await publishMonth(bench.running.ledger, month, {});
    await shows(month);
    // Longer than a stream may be silent.
    const asked = plainly();
    await until(() => plainly() > asked + 6, true);
    await publishMonth(bench.running.ledger, next, {});
    await shows(next);
    expect(
      await page.evaluate(() => (window as unknown as { said: { offline: boolean } }).said.offline),
    ).toBe(false);
    const following = proxy.asked.filter(({ path }) => /^\/(readyz|trpc\/revision)/.test(path));
    expect(mostInASecond(following), JSON.stringify(following)).toBe(1);
  },
);
