import { gzipSync } from "node:zlib";
import { launch } from "../browser/chromium.ts";
import { serve } from "../browser/serve.ts";
import { verdict } from "./statistics.ts";

const KB = 1000;

/** What must arrive before the map is complete: JavaScript and vector geodata, in gzip as gzip -9 has it. */
export async function benchWeight(): Promise<void> {
  const [served, browser] = [await serve(), await launch()];
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const sizes: { path: string; kb: number; kind: "map" | "script" | "geo" | "other"; at: number }[] = [];
    const start = performance.now();
    const bodies: Promise<unknown>[] = [];
    page.on("response", (response) => {
      const path = new URL(response.url()).pathname;
      const at = performance.now() - start;
      const kind = /maplibre|one-map-worker/.test(path)
        ? "map"
        : path.endsWith(".js") || path.endsWith(".mjs")
          ? "script"
          : /\.tiles$|\.mvt$|topo/.test(path)
            ? "geo"
            : "other";
      bodies.push(
        response.body().then(
          (body) => sizes.push({ path, kb: gzipSync(body, { level: 9 }).length / KB, kind, at }),
          () => undefined,
        ),
      );
    });
    await page.goto(served.url);
    await page.waitForFunction(() => performance.getEntriesByName("map-complete").length > 0, undefined, {
      timeout: 120_000,
    });
    const complete = performance.now() - start;
    await Promise.all(bodies);
    const before = sizes.filter((one) => one.at <= complete);
    const total = (...kinds: string[]) =>
      before.filter((one) => kinds.includes(one.kind)).reduce((sum, one) => sum + one.kb, 0);
    for (const { path, kb, kind } of before
      .filter((one) => one.kind !== "other")
      .sort((a, b) => b.kb - a.kb)) {
      console.log(`  ${kind.padEnd(7)}${kb.toFixed(1).padStart(8)} KB  ${path}`);
    }
    console.log(`scripts of MapLibre ${total("map").toFixed(1)} KB, ours ${total("script").toFixed(1)} KB`);
    console.log(
      verdict(
        "JavaScript before the map is complete, MapLibre's included",
        total("map", "script"),
        442 + 180,
        "KB gzip",
      ),
    );
    console.log(verdict("vector geodata before the map is complete", total("geo"), 150, "KB gzip"));
  } finally {
    await browser.close();
    await served.stop();
  }
}
