/** OGC API – Features, Part 1: Core, read only, GeoJSON: what the map draws, for GIS programs. */
import { type Request, Router } from "express";
import { ForbiddenError, NotFoundError } from "#domain/error.ts";
import { titleOf } from "#domain/export/about.ts";
import { parseDocumentQuery, parseFeaturesQuery } from "#domain/features/features-query.ts";
import { isDemo } from "../db/demo.ts";
import { MAP_FORBIDDEN } from "../http/answers.ts";
import { hasCurrent, tagOf } from "../http/etag.ts";
import { searchOf } from "../http/page-route.ts";
import type { Collection } from "./collection.ts";
import { collectionsOf, type FeatureParts, withheldBy } from "./collections.ts";
import {
  collection,
  collections,
  conformance,
  featureLinks,
  GEOJSON,
  type Here,
  landing,
  OPENAPI,
  pageLinks,
  ROOT,
} from "./documents.ts";
import { GEOPACKAGE_PATH, geoPackage } from "./geopackage-route.ts";
import { openApi } from "./openapi.ts";
import { refuse } from "./refuse.ts";

const JSON_TYPE = "application/json";

type Answer = { type: string; body: object };
type Asked = { req: Request; here: Here; title: string; collection: () => Collection };

export function featureRoutes(parts: FeatureParts): Router {
  const { db, revisions } = parts;
  const [all, withheld] = [collectionsOf(parts), withheldBy(parts)];
  const collectionOf = (req: Request) => () => {
    const id = String(req.params.collection);
    if (withheld.includes(id)) throw new ForbiddenError(MAP_FORBIDDEN);
    const one = all.find((each) => each.id === id);
    if (one === undefined) throw new NotFoundError("collection", id.slice(0, MOST_SHOWN));
    return one;
  };
  const route = Router();
  route.get(GEOPACKAGE_PATH, geoPackage(parts, all));
  const serve = (path: string, make: (asked: Asked) => Promise<Answer> | Answer, isList = false) =>
    route.get(ROOT + path, async (req, res) => {
      try {
        const { lang } = isList ? parseFeaturesQuery(searchOf(req)) : parseDocumentQuery(searchOf(req));
        const tag = tagOf(req, revisions.current);
        res.set({ "Cache-Control": "private, no-cache", ETag: tag });
        if (hasCurrent(req, tag)) return void res.status(304).end();
        const here = { origin: `${req.protocol}://${req.headers.host}`, lang };
        const title = titleOf({ demo: await isDemo(db), lang });
        const { type, body } = await make({ req, here, title, collection: collectionOf(req) });
        res.set("Content-Type", type).send(JSON.stringify(body));
      } catch (error) {
        res.removeHeader("ETag");
        refuse(res, error);
      }
    });

  serve("", ({ here, title }) => ({ type: JSON_TYPE, body: landing(here, title) }));
  serve("/conformance", () => ({ type: JSON_TYPE, body: conformance() }));
  serve("/api", ({ here, title }) => ({ type: OPENAPI, body: openApi(here, title, all) }));
  serve("/collections", async ({ here }) => ({ type: JSON_TYPE, body: await collections(here, all) }));
  serve("/collections/:collection", async ({ here, collection: one }) => ({
    type: JSON_TYPE,
    body: await collection(here, one()),
  }));
  serve(
    "/collections/:collection/items",
    async ({ req, here, title, collection: one }) => {
      const { id, page } = one();
      const { features, matched, next } = await page(parseFeaturesQuery(searchOf(req)));
      return {
        type: GEOJSON,
        body: {
          type: "FeatureCollection",
          title,
          revision: revisions.current,
          numberMatched: matched,
          numberReturned: features.length,
          timeStamp: new Date().toISOString(),
          links: pageLinks(here, id, new URLSearchParams(searchOf(req)), next),
          features,
        },
      };
    },
    true,
  );
  serve("/collections/:collection/items/:feature", async ({ req, here, collection: one }) => {
    const { id, one: read } = one();
    const feature = await read(String(req.params.feature), here.lang);
    if (feature === null) throw new NotFoundError("feature", String(req.params.feature).slice(0, MOST_SHOWN));
    return { type: GEOJSON, body: { ...feature, links: featureLinks(here, id, feature.id) } };
  });
  return route;
}

/** Characters of a name in an address that an answer repeats. */
const MOST_SHOWN = 40;
