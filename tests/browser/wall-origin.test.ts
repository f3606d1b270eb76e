import { createHash, X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import npmChromium from "@sparticuz/chromium";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { chromePath } from "#server/chromium.ts";
import { aDataDir } from "../factories.ts";
import { aCertificate } from "../server/certificate.ts";
import { launch } from "./chromium.ts";
import { freePort, serve } from "./serve.ts";
import { mostInASecond, standInFor } from "./stand-in.ts";
import { atRest, isKept, PATIENCE_MS, PICTURE, WALL } from "./wall.ts";
import { until } from "./workbench.ts";

const HOST = "intranet.test";
// With the picture in the map's place: what the browser keeps of a page does not hang on how it is drawn.

/** A wall opened by a name of the local network, by a browser with these flags. */
async function open(scheme: "http" | "https", port: number, flags: string[]): Promise<Page> {
  const browser = await launch([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, ...flags]);
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: WALL });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${scheme}://${HOST}:${port}/wall?scene=region-150700`, { waitUntil: "commit" });
  await atRest(page);
  return page;
}

async function reloadsWithout(page: Page, stop: () => Promise<void>): Promise<void> {
  await isKept(page);
  await stop();
  await page.reload({ waitUntil: "commit" });
  await atRest(page);
  await page.locator(".wall-items li").first().waitFor();
  expect(await page.locator(".wall-scene h2").textContent()).toBe("呼伦贝尔市");
}

test("on plain HTTP of another host the wall stands, has nothing kept, and asks for a dead server calmly too", async () => {
  const port = await freePort();
  const site = await serve({ PORT: String(port), DATA_DIR: aDataDir() });
  onTestFinished(() => site.stop());
  const page = await open("http", port, [...PICTURE]);
  expect(await page.evaluate(() => [isSecureContext, "serviceWorker" in navigator])).toEqual([false, false]);
  await page.locator(".wall-due li").first().waitFor();
  await site.stop();
  const dead = await standInFor(site.url);
  onTestFinished(() => dead.stop());
  await page.locator(".wall-strip .offline-word").waitFor();
  // A scene that has not stood yet has questions: they wait for the server.
  await page.keyboard.press("ArrowRight");
  await page.locator('.wall:not([data-scene="region-150700"])').waitFor();
  const heard = dead.asked.length;
  await until(() => dead.asked.length > heard + 1, true);
  // A piece of the map that the browser never had is asked for where nothing could have kept it.
  const asked = dead.asked.filter(({ path }) => !path.startsWith("/geo/"));
  expect(asked.filter(({ path }) => !/revision\.watch|^\/readyz$/.test(path))).toEqual([]);
  expect(mostInASecond(asked), JSON.stringify(asked)).toBe(1);
});

/** npm's is a headless shell, which knows nothing of the flag. */
const isShell = (await chromePath(process.env.CHROME_PATH)) === (await npmChromium.executablePath());

test.skipIf(isShell)(
  "the kiosk browser's flag makes a reload without the server work on plain HTTP",
  async () => {
    const port = await freePort();
    const site = await serve({ PORT: String(port), DATA_DIR: aDataDir() });
    onTestFinished(() => site.stop());
    const flag = `--unsafely-treat-insecure-origin-as-secure=http://${HOST}:${port}`;
    await reloadsWithout(await open("http", port, [flag, ...PICTURE]), site.stop);
  },
);

test("TLS_CERT and TLS_KEY make it work with a certificate that the browser trusts", async () => {
  const port = await freePort();
  const folder = aDataDir();
  const { cert, key } = aCertificate(HOST);
  const [certFile, keyFile] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key);
  const site = await serve({
    PORT: String(port),
    DATA_DIR: aDataDir(),
    TLS_CERT: certFile,
    TLS_KEY: keyFile,
  });
  onTestFinished(() => site.stop());
  // Trusted by its key, as an office's own authority would be by its root.
  const { publicKey } = new X509Certificate(cert);
  const pin = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64");
  await reloadsWithout(
    await open("https", port, [`--ignore-certificate-errors-spki-list=${pin}`, ...PICTURE]),
    site.stop,
  );
});
