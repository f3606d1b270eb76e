import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import { auditRoutes } from "../audit/export-route.ts";
import { atlasRoutes } from "../brief/atlas-route.ts";
import type { OpenAtlases } from "../brief/open-atlases.ts";
import { briefRoutes } from "../brief/route.ts";
import { circularRoutes } from "../circular/route.ts";
import type { Client } from "../client/client.ts";
import { exportRoutes } from "../export/route.ts";
import { featureRoutes } from "../features/route.ts";
import type { FileStore } from "../filing/files/file-store.ts";
import type { Ledger } from "../ledger.ts";
import type { Log } from "../log.ts";
import type { Geography } from "../page/geography.ts";
import { renderPages } from "../page/render.ts";
import type { People } from "../people/people.ts";
import type { Rooms } from "../remote/rooms.ts";
import { papersRoutes } from "../work/papers-route.ts";
import { sheetRoutes } from "../workbook/route.ts";
import type { Uploads } from "../workbook/uploads.ts";
import { failed, noScreen, notFound, refuseCall } from "./answers.ts";
import { knowAsker } from "./asker.ts";
import { attachmentRoutes } from "./attachment-route.ts";
import { limitBodyTime } from "./body-time.ts";
import { calendarRoute } from "./calendar-route.ts";
import { forbidMaps } from "./forbid-maps.ts";
import { geoRoutes } from "./geo-route.ts";
import { localsOf, requireSameOrigin, securityHeaders } from "./headers.ts";
import { healthRoutes } from "./health.ts";
import { iconRoute } from "./icon-route.ts";
import { deskRoutes, pageRoutes, remoteRoutes, wallRoutes } from "./page-route.ts";
import { providerRoutes } from "./provider-route.ts";
import { type Limit, limitRate } from "./rate-limit.ts";
import { requestLog } from "./request-log.ts";
import { requireRight } from "./require-right.ts";
import { screenRoute } from "./screen-route.ts";
import { trpcRoute } from "./trpc-route.ts";

export type AppParts = {
  ledger: Ledger;
  people: People;
  /** `AUDIT_HASH`. */
  auditHash: string;
  /** Which month is open: a demonstration has a day of its own. */
  now: () => Date;
  /** Files of reports, and the command that looks at each (`SCAN_COMMAND`). */
  files: { store: FileStore; scanCommand: string | undefined };
  geography: Geography;
  atlases: OpenAtlases;
  rooms: Rooms;
  uploads: Uploads;
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
  const {
    ledger,
    people,
    auditHash,
    now,
    files,
    geography,
    atlases,
    rooms,
    uploads,
    client,
    log,
    tls,
    dev,
    limit,
    requireReviewNumber,
  } = parts;
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
  app.use(
    "/trpc",
    trpcRoute({ ledger, people, auditHash, now, rooms, uploads, geography, log, requireReviewNumber }),
  );
  app.use(iconRoute(client));
  app.use(knowAsker({ db, people }));
  app.use(screenRoute({ db, people }), calendarRoute({ db, people }));
  app.use("/wall/remote", requireRight("screen.drive"));
  app.use("/wall", requireRight("screen.drive", noScreen));
  app.use(auditRoutes({ ledger, auditHash }));
  app.use(attachmentRoutes({ ledger, auditHash, ...files }));
  app.use(
    requireRight("session.open"),
    deskRoutes({ client, db }),
    providerRoutes({ ledger, people, auditHash, log }),
  );
  // What is for strangers stands above; whatever comes below is closed with the ledger.
  app.use(requireRight("ledger.read"));
  app.use(sheetRoutes({ db, uploads, log }), papersRoutes({ db, revisions, now }));
  if (requireReviewNumber && geography.boundary.reviewNumber === null) app.use(forbidMaps());
  app.use(featureRoutes({ db, revisions, geography, requireReviewNumber }));
  app.use(exportRoutes({ db, revisions, geography }));
  app.use(briefRoutes({ db, revisions, geography }));
  app.use(atlasRoutes({ db, revisions, geography, atlases }));
  app.use(circularRoutes({ db, revisions, geography }));
  const pages = renderPages({ db, revisions, geography });
  app.use(pageRoutes(pages, client), wallRoutes(pages, client), remoteRoutes({ client, db }));
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
