import type { Browser } from "playwright-core";
import { launchChromium } from "#server/chromium.ts";

/** The browser that the command for briefing pages takes too. */
export const launch = (flags: readonly string[] = []): Promise<Browser> =>
  launchChromium(process.env.CHROME_PATH, flags);
