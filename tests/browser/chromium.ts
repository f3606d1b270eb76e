import type { Browser } from "playwright-core";
import { launchChromium, PLAIN_FRAMES } from "#server/chromium.ts";

/** The popups of the address bar are pages of their own: each window's cost as much time as half of ours, unseen. */
const POPUPS = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "FullWebUIOmniboxFrame",
  "WebUIOmniboxSimplification",
];
/** What Playwright switches off: of two lists the browser takes the last alone. */
const PLAYWRIGHTS = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** Benches keep what they have always been measured with. */
const FRAMES = process.env.VITEST === undefined ? [] : [PLAIN_FRAMES];

/** The browser that the command for briefing pages takes too, `without` these features of it as well. */
export const launch = (flags: readonly string[] = [], without: readonly string[] = []): Promise<Browser> =>
  launchChromium(process.env.CHROME_PATH, [
    `--disable-features=${[...PLAYWRIGHTS, ...POPUPS, ...without].join()}`,
    ...FRAMES,
    ...flags,
  ]);
