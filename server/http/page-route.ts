import { type Request, Router } from "express";
import { parseView } from "#domain/view.ts";
import type { Client } from "../client/client.ts";
import { preferenceOf } from "../page/preference.ts";
import type { Pages } from "../page/render.ts";
import { hasCurrent, tagOf } from "./etag.ts";
import { localsOf } from "./headers.ts";

export const searchOf = (req: Request): string => {
  const at = req.originalUrl.indexOf("?");
  return at < 0 ? "" : req.originalUrl.slice(at);
};

export const OVERVIEW_PATH = "/overview.svg";

/** `/`, the workbench, and `/overview.svg`, its picture alone: both show the view that the address asks for. */
export function pageRoutes(pages: Pages, client: Client): Router {
  const route = Router();
  route.get("/", async (req, res) => {
    const view = parseView(searchOf(req));
    const preference = preferenceOf(view, req.headers.cookie);
    const template = await client.template(req.originalUrl);
    const html = await pages.html(template, view, preference, localsOf(res).nonce);
    res.set({ "Cache-Control": "private, no-cache", Vary: "Cookie" }).type("html").send(html);
  });
  route.get(OVERVIEW_PATH, async (req, res) => {
    const view = parseView(searchOf(req));
    const preference = preferenceOf(view, req.headers.cookie);
    const origin = `${req.protocol}://${req.headers.host}`;
    const { revision, svg } = await pages.document(view, preference, origin);
    const tag = tagOf(req, revision, preference.lang, preference.theme);
    res.set({ ETag: tag, "Cache-Control": "private, no-cache", Vary: "Cookie" });
    if (hasCurrent(req, tag)) res.status(304).end();
    else res.type("svg").send(svg);
  });
  return route;
}
