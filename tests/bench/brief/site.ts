import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import express from "express";
import { build } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const PAGE_DATA = /<script type="application\/json" id="page-data"[^>]*>[\s\S]*?<\/script>/;

/** Builds the page of the three pictures and serves it over the data of a running server. */
export async function servePictures(origin: string): Promise<{ url: string; stop: () => void }> {
  await promisify(execFile)("npm", ["ci", "--no-audit", "--no-fund"], { cwd: path("./packages") });
  const outDir = path("../../../dist/bench-brief");
  await build({
    configFile: false,
    logLevel: "error",
    root: path("./page"),
    worker: { format: "es" },
    // The plugin brings a MapLibre of its own major version: it is measured with ours.
    resolve: { dedupe: ["maplibre-gl"], alias: { "maplibre-gl": path("../../../node_modules/maplibre-gl") } },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: "es2022" },
  });
  const [data] = PAGE_DATA.exec(await (await fetch(`${origin}/`)).text()) ?? [];
  if (data === undefined) throw new Error("the server's page has no page data");
  const app = express();
  app.get("/pictures.html", async (_request, response) => {
    const html = await readFile(`${outDir}/index.html`, "utf8");
    response.type("html").send(html.replace("<!--page-data-->", () => data));
  });
  app.use(express.static(outDir));
  // Tiles, ground and relief are the server's.
  app.use(async (request, response) => {
    const answer = await fetch(`${origin}${request.originalUrl}`);
    response.status(answer.status).type(answer.headers.get("content-type") ?? "bin");
    response.send(Buffer.from(await answer.arrayBuffer()));
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to serve from");
  return { url: `http://127.0.0.1:${address.port}/pictures.html`, stop: () => server.close() };
}
