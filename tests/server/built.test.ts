import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtClient } from "#server/client/built.ts";
import { CLIENT_PAGES } from "#server/client/client.ts";
import { requestLog } from "#server/http/request-log.ts";
import { aDataDir } from "../factories.ts";
import { ask } from "./serve.ts";

const SCRIPT = `export const names = ${JSON.stringify(Array(200).fill("口岸"))};`;
const template = "<html data-revision='%revision%'></html>";

/** A build as Vite leaves it. */
function aBuild(): string {
  const dir = aDataDir();
  for (const folder of ["assets", ".vite"]) mkdirSync(join(dir, folder));
  for (const page of CLIENT_PAGES) writeFileSync(join(dir, `${page}.html`), template);
  writeFileSync(join(dir, ".vite", "manifest.json"), "{}");
  writeFileSync(join(dir, "sw.js"), "");
  writeFileSync(join(dir, "assets", "main-B1x2.js"), SCRIPT);
  return dir;
}

let url: string;
let close: () => Promise<unknown>;
beforeAll(async () => {
  const client = await builtClient(aBuild());
  expect(await client.template("index")).toBe(template);
  const app = express();
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  app.use(requestLog(silent), client.routes, (_req, res) => res.status(404).end());
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  close = () => new Promise((resolve) => server.close(resolve));
});
afterAll(() => close());

test("an asset stands for ever at an address of its content, and goes out compressed", async () => {
  const plain = await ask(`${url}/assets/main-B1x2.js`);
  expect([plain.status, plain.text]).toEqual([200, SCRIPT]);
  expect(plain.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  const packed = await ask(`${url}/assets/main-B1x2.js`, { headers: { "Accept-Encoding": "gzip" } });
  expect(gunzipSync(packed.body).toString()).toBe(SCRIPT);
});

test.each([
  "/index.html",
  "/wall.html",
  "/remote.html",
  "/.vite/manifest.json",
  "/assets/",
  "/assets/..%2findex.html",
  "/assets/other.js",
])(
  "%s is no address: the page is served filled in, and nothing of the build beside its assets",
  async (path) => {
    expect((await ask(url + path)).status).toBe(404);
  },
);
