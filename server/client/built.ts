import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { Router } from "express";
import { notFound } from "../http/answers.ts";
import { Immutable } from "../http/immutable.ts";
import { CLIENT_PAGES, type Client } from "./client.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
};

/** The one script whose address says nothing of its content (vite.config.ts). */
const WORKER = "sw.js";

/** The client as Vite built it into `dir`: hashed assets for ever, each page's HTML as a template. */
export async function builtClient(dir: string): Promise<Client> {
  const [templates, names] = await Promise.all([
    Promise.all(CLIENT_PAGES.map((page) => readFile(join(dir, `${page}.html`), "utf8"))),
    readdir(join(dir, "assets")),
  ]);
  const known = new Set(names);
  const kept = new Map<string, Promise<Immutable>>();
  const open = (name: string): Promise<Immutable> => {
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    const file =
      kept.get(name) ?? readFile(join(dir, "assets", name)).then((bytes) => new Immutable(bytes, type));
    kept.set(name, file);
    return file;
  };
  const routes = Router();
  routes.get("/assets/:name", async (req, res) => {
    const { name } = req.params;
    if (!known.has(name)) return notFound(req, res);
    await (await open(name)).send(req, res);
  });
  const worker = new Immutable(await readFile(join(dir, WORKER)), TYPES[".js"] ?? "");
  routes.get(`/${WORKER}`, (req, res) => worker.send(req, res, "no-cache"));
  return {
    routes,
    template: async (page) => templates[CLIENT_PAGES.indexOf(page)] ?? "",
    close: async () => {},
  };
}
