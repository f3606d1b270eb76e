import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { type RequestHandler, Router } from "express";
import type { Db } from "../db/schema.ts";
import type { Log } from "../log.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import { appRouter } from "../router.ts";
import { isUnknown } from "../trpc.ts";
import { refuseCall } from "./answers.ts";
import { localsOf } from "./headers.ts";

export const MAX_BODY_BYTES = 256 * 1024;
const MAX_BATCH = 20;

export const etagOf = (revision: number): string => `"r${revision}"`;

/** True when the asker already has what this revision answers; a proxy may have weakened the tag. */
export function hasCurrent(ifNoneMatch: string | undefined, revision: number): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etagOf(revision));
}

/** Reads are as good as the revision they were made of: an asker who has it is told so without a query. */
function unchanged(revisions: RevisionFeed): RequestHandler {
  return (req, res, next) => {
    const isStream = req.headers.accept?.includes("text/event-stream") === true;
    if (req.method === "GET" && !isStream && hasCurrent(req.headers["if-none-match"], revisions.current)) {
      res
        .status(304)
        .set({ ETag: etagOf(revisions.current), "Cache-Control": "no-cache" })
        .end();
    } else next();
  };
}

export function trpcRoute({ db, revisions, log }: { db: Db; revisions: RevisionFeed; log: Log }): Router {
  const route = Router();
  route.use((req, res, next) => {
    if (Number(req.headers["content-length"] ?? 0) <= MAX_BODY_BYTES) next();
    else refuseCall(res, "PAYLOAD_TOO_LARGE", `A request holds ${MAX_BODY_BYTES / 1024} KB at most.`);
  });
  route.use(unchanged(revisions));
  route.use(
    createExpressMiddleware({
      router: appRouter,
      maxBatchSize: MAX_BATCH,
      maxBodySize: MAX_BODY_BYTES,
      createContext: ({ res }) => ({
        db,
        revisions,
        requestId: localsOf(res).requestId,
        // Taken before the answer is: if the ledger changes meanwhile, the tag is older and soon refreshed.
        revision: revisions.current,
      }),
      responseMeta: ({ ctx, type, errors, eagerGeneration }) => {
        const isRead = type === "query" && errors.length === 0 && !eagerGeneration && ctx !== undefined;
        return {
          headers: isRead
            ? { ETag: etagOf(ctx.revision), "Cache-Control": "no-cache" }
            : { "Cache-Control": "no-store" },
        };
      },
      onError: ({ error, path, ctx }) => {
        if (isUnknown(error))
          log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, "unknown error");
      },
    }),
  );
  return route;
}
