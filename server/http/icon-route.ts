import { Router } from "express";
import type { Client } from "../client/client.ts";

/** `/favicon.ico`, which browsers ask for where a document names no icon, as `/overview.svg`: the page's own. */
export function iconRoute(client: Client): Router {
  const route = Router();
  route.get("/favicon.ico", async (_req, res, next) => {
    const link = /<link [^>]*rel="icon"[^>]*>/.exec(await client.template("index"))?.[0] ?? "";
    const href = /href="([^"]+)"/.exec(link)?.[1];
    if (href === undefined) return next();
    // The icon's address is that of its content; this one is not.
    res.set("Cache-Control", "no-cache").redirect(302, href);
  });
  return route;
}
