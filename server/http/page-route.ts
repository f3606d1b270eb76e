import { type Request, type Response, Router } from "express";
import type { Theme } from "#domain/look/palette.ts";
import { parseView } from "#domain/view.ts";
import { parseWall } from "#domain/wall/address.ts";
import { roomOf, sceneOf, viewOf, WHOLE } from "#domain/wall/scene.ts";
import type { Client, ClientPage } from "../client/client.ts";
import { isDemo } from "../db/demo.ts";
import type { Db } from "../db/schema.ts";
import { preferenceOf } from "../page/preference.ts";
import type { Pages } from "../page/render.ts";
import { fillPlain } from "../page/template.ts";
import { wallStanding } from "../page/wall-standing.ts";
import { hasCurrent, tagOf } from "./etag.ts";
import { localsOf } from "./headers.ts";

export const searchOf = (req: Request): string => {
  const at = req.originalUrl.indexOf("?");
  return at < 0 ? "" : req.originalUrl.slice(at);
};

export const OVERVIEW_PATH = "/overview.svg";

/**
 * `/wall`, the big screen. It has a look of its own, dark unless the address says otherwise: the office's cookie is
 * no word on a hall's light. Its style sheet knows how much room the panels leave (client/wall/frame.css).
 */
export function wallRoutes(pages: Pages, client: Client): Router {
  const route = Router();
  route.get("/wall", async (req, res) => {
    const { scene, tour, asOf, lang, theme, seams } = parseWall(searchOf(req));
    const first = sceneOf(scene ?? tour?.[0]?.scene.id ?? "") ?? WHOLE;
    const view = { ...viewOf(first), asOf, theme, lang, afar: true };
    const template = await client.template("wall");
    const preference = preferenceOf({ lang, theme: theme ?? "dark" }, req.headers.cookie);
    const html = await pages.html(
      template,
      view,
      preference,
      localsOf(res).nonce,
      wallStanding(roomOf(first), seams),
    );
    res.set({ "Cache-Control": "private, no-cache", Vary: "Cookie" }).type("html").send(html);
  });
  return route;
}

type PlainParts = { client: Client; db: Db };

/** A page of ours that shows no map: it wears what the address or the reader's cookie says, else `theme`. */
async function sendPlain(
  { client, db }: PlainParts,
  page: ClientPage,
  req: Request,
  res: Response,
  theme: Theme | null,
) {
  const asked = parseWall(searchOf(req));
  const template = await client.template(page);
  const preference = preferenceOf({ lang: asked.lang, theme: asked.theme ?? theme }, req.headers.cookie);
  const html = fillPlain(template, preference, await isDemo(db)).join(localsOf(res).nonce);
  res.set({ "Cache-Control": "private, no-cache", Vary: "Cookie" }).type("html").send(html);
}

/** `/wall/remote`, which drives a wall from a telephone: as dark as the wall, for it is held beside it. */
export function remoteRoutes(parts: PlainParts): Router {
  const route = Router();
  route.get("/wall/remote", (req, res) => sendPlain(parts, "remote", req, res, "dark"));
  return route;
}

/** `/desk` and all below it: where units file, the office checks and administrators keep house. */
export function deskRoutes(parts: PlainParts): Router {
  const route = Router();
  // No address with a dot: while developing those are files of the page itself.
  route.get([/^\/desk(?:\/[\w-]+)*\/?$/, "/setup"], (req, res) => sendPlain(parts, "desk", req, res, null));
  return route;
}

/** `/`, the workbench, and `/overview.svg`, its picture alone: both show the view that the address asks for. */
export function pageRoutes(pages: Pages, client: Client): Router {
  const route = Router();
  route.get("/", async (req, res) => {
    const view = parseView(searchOf(req));
    const preference = preferenceOf(view, req.headers.cookie);
    const template = await client.template("index");
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
