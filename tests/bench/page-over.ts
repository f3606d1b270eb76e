import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import express from "express";
import { build, type UserConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const PAGE_DATA = /<script type="application\/json" id="page-data"[^>]*>[\s\S]*?<\/script>/;

/**
 * Builds the page of a folder of ours (its `index.html`) and serves it over a running server: with the data that the
 * server's page at `address` brings, and all else, such as tiles and answers, asked of the server.
 */
export async function servePageOver(
  origin: string,
  address: string,
  folder: { root: URL; name: string; resolve?: NonNullable<UserConfig["resolve"]> },
): Promise<{ url: string; stop: () => void }> {
  const outDir = path(`../../dist/${folder.name}`);
  await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(folder.root),
    worker: { format: "es" },
    ...(folder.resolve ? { resolve: folder.resolve } : {}),
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: "es2022" },
  });
  const [data] = PAGE_DATA.exec(await (await fetch(origin + address)).text()) ?? [];
  if (data === undefined) throw new Error(`the server's page ${address} has no page data`);
  const app = express();
  app.get("/page.html", async (_request, response) => {
    const html = await readFile(`${outDir}/index.html`, "utf8");
    response.type("html").send(html.replace("<!--page-data-->", () => data));
  });
  app.use(express.static(outDir));
  app.use(async (request, response) => {
    const answer = await fetch(`${origin}${request.originalUrl}`);
    response.status(answer.status).type(answer.headers.get("content-type") ?? "bin");
    response.send(Buffer.from(await answer.arrayBuffer()));
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const listening = server.address();
  if (listening === null || typeof listening === "string") throw new Error("no port to serve from");
  return { url: `http://127.0.0.1:${listening.port}/page.html`, stop: () => server.close() };
}
