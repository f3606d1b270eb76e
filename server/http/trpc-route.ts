import type { AnyTRPCRouter } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { type RequestHandler, Router } from "express";
import type { Db } from "../db/schema.ts";
import type { Log } from "../log.ts";
import type { Geography } from "../page/geography.ts";
import type { Rooms } from "../remote/rooms.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import { appRouter } from "../router.ts";
import { answerAs, isUnknown, requestId } from "../trpc.ts";
import { refuseCall } from "./answers.ts";
import { hasCurrent, tagOf } from "./etag.ts";
import { localsOf } from "./headers.ts";
import { addressOf } from "./rate-limit.ts";

export const MAX_BODY_BYTES = 256 * 1024;
const MAX_BATCH = 20;

/** On any other tRPC fails before it has an answer. */
const METHODS = ["GET", "HEAD", "POST"];

/** Reads are as good as the revision they were made of: an asker who has it is told so without a query. */
function unchanged(revisions: RevisionFeed): RequestHandler {
  return (req, res, next) => {
    const isStream = req.headers.accept?.includes("text/event-stream") === true;
    const tag = tagOf(req, revisions.current);
    if (req.method === "GET" && !isStream && hasCurrent(req, tag)) {
      res.status(304).set({ ETag: tag, "Cache-Control": "no-cache" }).end();
    } else next();
  };
}

type Asked = {
  db: Db;
  revisions: RevisionFeed;
  rooms: Rooms;
  geography: Pick<Geography, "boundary">;
  requireReviewNumber?: boolean;
  log: Log;
  router?: AnyTRPCRouter;
};

export function trpcRoute(asked: Asked): Router {
  const { db, revisions, rooms, geography, log, requireReviewNumber = false, router = appRouter } = asked;
  const route = Router();
  route.use((req, res, next) => {
    if (!METHODS.includes(req.method)) {
      const allowed = METHODS.join(", ");
      return refuseCall(res.set("Allow", allowed), "METHOD_NOT_SUPPORTED", `Expected one of ${allowed}.`);
    }
    // Answered as GET is, tag and all; Node leaves the body out.
    if (req.method === "HEAD") req.method = "GET";
    answerAs(localsOf(res).requestId, next);
  });
  route.use((req, res, next) => {
    if (Number(req.headers["content-length"] ?? 0) <= MAX_BODY_BYTES) next();
    else refuseCall(res, "PAYLOAD_TOO_LARGE", `A request holds ${MAX_BODY_BYTES / 1024} KB at most.`);
  });
  route.use(unchanged(revisions));
  route.use(
    createExpressMiddleware({
      router,
      maxBatchSize: MAX_BATCH,
      maxBodySize: MAX_BODY_BYTES,
      // The tag is taken before the answer is: if the ledger changes meanwhile, it is older and soon refreshed.
      createContext: ({ req }) => ({
        db,
        revisions,
        rooms,
        boundary: geography.boundary,
        requireReviewNumber,
        origin: `${req.protocol}://${req.headers.host}`,
        asker: addressOf(req),
        tag: tagOf(req, revisions.current),
      }),
      responseMeta: ({ ctx, type, errors, eagerGeneration }) => {
        const isRead = type === "query" && errors.length === 0 && !eagerGeneration;
        const tag = isRead ? ctx?.tag : undefined;
        return {
          headers:
            tag === undefined ? { "Cache-Control": "no-store" } : { ETag: tag, "Cache-Control": "no-cache" },
        };
      },
      onError: ({ error, path }) => {
        if (isUnknown(error))
          log.error({ err: error.cause ?? error, path, requestId: requestId() }, "unknown error");
      },
    }),
  );
  return route;
}
