import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Software WebGL 2, so that a machine without a GPU draws the same map. */
const FLAGS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Puts a page's frames together by the processor itself, not by way of a graphics unit that the processor plays: that
 * costs every frame its window's pixels several times over. WebGL draws as ever.
 */
export const PLAIN_FRAMES = "--disable-gpu-compositing";

/** The one named (`CHROME_PATH`), else an installed Chromium or Chrome, else the one that npm brought. */
export async function chromePath(named: string | undefined): Promise<string> {
  if (named) return named;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  const packed = await import("@sparticuz/chromium");
  return packed.default.executablePath();
}

/** A headless browser with WebGL; `flags` come on top, such as `--disable-3d-apis` for a machine without it. */
export async function launchChromium(
  named: string | undefined,
  flags: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({ executablePath: await chromePath(named), args: [...FLAGS, ...flags] });
}
