import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import express from "express";
import { build } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Builds and serves the two pages that ours is measured against: a bare MapLibre and ECharts. */
export async function serveRivals(): Promise<{ url: string; stop: () => void }> {
  const outDir = path("../../dist/bench");
  await build({
    configFile: false,
    logLevel: "error",
    root: path("./pages"),
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: "es2022",
      rolldownOptions: { input: [path("./pages/bare.html"), path("./pages/echarts.html")] },
    },
  });
  const outline = await readFile(path("../../geo/data/admin.lo.topo.json"));
  const app = express();
  app.get("/admin.lo.topo.json", (_request, response) => {
    response.type("json").send(outline);
  });
  app.use(express.static(outDir));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to serve from");
  return { url: `http://127.0.0.1:${address.port}`, stop: () => server.close() };
}
