import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA in the whole page, or within one part of it: the rule and where. */
export async function violations(page: Page, part = "html"): Promise<{ rule: string; at: string[] }[]> {
  await coloursStill(page);
  const found = await new AxeBuilder({ page, ...(await axeFor(page)) })
    .include(part)
    .options({
      runOnly: { type: "tag", values: WCAG_22_AA },
      // Of all that is well one would be told where it stands too, which takes longer than to judge it.
      resultTypes: ["violations"],
      // Off by default in axe, though 2.2 AA asks for it.
      rules: { "target-size": { enabled: true } },
    })
    .setLegacyMode(true)
    .analyze();
  return found.violations.map(({ id, nodes }) => ({
    rule: id,
    at: nodes.map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`),
  }));
}

/** Half a megabyte of source, which a page that has been judged before has already: then nothing, in its place. */
const axeFor = async (page: Page): Promise<{ axeSource?: string }> =>
  (await page.evaluate(() => "axe" in window)) ? { axeSource: "0" } : {};

/** Frames that pass before what has been opened begins to move. */
const STILL_FRAMES = 4;

/** A colour on its way to another has the contrast of neither, nor has what is still coming in. */
export const coloursStill = (page: Page): Promise<void> =>
  page.evaluate(async (frames) => {
    for (let still = 0; still < frames; still += 1) {
      await new Promise(requestAnimationFrame);
      const moving = document
        .getAnimations()
        .filter(({ playState }) => playState === "running")
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
      if (moving.length === 0) continue;
      await Promise.allSettled(moving.map(({ finished }) => finished));
      still = -1;
    }
  }, STILL_FRAMES);
