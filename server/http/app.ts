import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import { atlasRoutes } from "../brief/atlas-route.ts";
import type { OpenAtlases } from "../brief/open-atlases.ts";
import { briefRoutes } from "../brief/route.ts";
import { circularRoutes } from "../circular/route.ts";
import type { Client } from "../client/client.ts";
import { exportRoutes } from "../export/route.ts";
import type { Ledger } from "../ledger.ts";
import type { Log } from "../log.ts";
import type { Geography } from "../page/geography.ts";
import { renderPages } from "../page/render.ts";
import type { Rooms } from "../remote/rooms.ts";
import { failed, notFound, refuseCall } from "./answers.ts";
import { limitBodyTime } from "./body-time.ts";
import { forbidMaps } from "./forbid-maps.ts";
import { geoRoutes } from "./geo-route.ts";
import { localsOf, requireSameOrigin, securityHeaders } from "./headers.ts";
import { healthRoutes } from "./health.ts";
import { iconRoute } from "./icon-route.ts";
import { pageRoutes, remoteRoutes, wallRoutes } from "./page-route.ts";
import { type Limit, limitRate } from "./rate-limit.ts";
import { requestLog } from "./request-log.ts";
import { trpcRoute } from "./trpc-route.ts";

export type AppParts = {
  ledger: Ledger;
  geography: Geography;
  atlases: OpenAtlases;
  rooms: Rooms;
  client: Client;
  log: Log;
  tls: boolean;
  dev: boolean;
  limit: Limit;
  /** No map leaves the server that has no 审图号. */
  requireReviewNumber: boolean;
};

/** The whole HTTP surface, top to bottom in the order that a request meets it. */
export function createApp(parts: AppParts): Express {
  const { ledger, geography, atlases, rooms, client, log, tls, dev, limit, requireReviewNumber } = parts;
  const { database, revisions } = ledger;
  const db = database.read;
  const app = express();
  app.disable("x-powered-by").disable("etag");
  // A query is parsed by `parseView` and tRPC; Express need not.
  app.set("query parser", false);

  app.use(requestLog(log));
  app.use(limitBodyTime());
  app.use(securityHeaders({ tls, dev }));
  app.use(requireSameOrigin((res) => refuseCall(res, "FORBIDDEN", "The request comes from another site.")));
  app.use(healthRoutes(db, log));
  app.use(geoRoutes(geography));
  if (!dev) app.use(client.routes);
  app.use(limitRate(limit));
  app.use(compression({ filter: (req, res) => !isStream(res) && compression.filter(req, res) }));
  app.use("/trpc", trpcRoute({ db, revisions, rooms, geography, log, requireReviewNumber }));
  app.use(iconRoute(client));
  if (requireReviewNumber && geography.boundary.reviewNumber === null) app.use(forbidMaps());
  app.use(exportRoutes({ db, revisions, geography }));
  app.use(briefRoutes({ db, revisions, geography }));
  app.use(atlasRoutes({ db, revisions, geography, atlases }));
  app.use(circularRoutes({ db, revisions, geography }));
  const pages = renderPages({ db, revisions, geography });
  app.use(pageRoutes(pages, client), wallRoutes(pages, client), remoteRoutes(client));
  if (dev) app.use(client.routes);
  app.use(notFound);
  app.use(lastResort(log));
  return app;
}

/** A compressed stream would sit in the compressor's buffer. */
const isStream = (res: { getHeader: (name: string) => unknown }): boolean =>
  String(res.getHeader("Content-Type")).startsWith("text/event-stream");

/** A malformed address is the asker's mistake; all else is logged whole and shown as one neutral sentence. */
function lastResort(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400)) {
      return refuseCall(res, "BAD_REQUEST", "The address cannot be read.");
    }
    log.error({ err: error, requestId: localsOf(res).requestId }, "unknown error");
    if (res.headersSent) return next(error);
    failed(req, res);
  };
}
