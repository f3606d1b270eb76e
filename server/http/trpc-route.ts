import type { AnyTRPCRouter } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { type RequestHandler, Router } from "express";
import { scopesOf, type Who } from "#domain/permission.ts";
import { actOf } from "../act.ts";
import type { Ledger } from "../ledger.ts";
import type { Log } from "../log.ts";
import type { Geography } from "../page/geography.ts";
import { cookiesOver } from "../people/cookies.ts";
import type { People } from "../people/people.ts";
import type { Rooms } from "../remote/rooms.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import { appRouter } from "../router.ts";
import { answerAs, isUnknown, type Meta, requestId } from "../trpc.ts";
import type { Uploads } from "../workbook/uploads.ts";
import { actorOf } from "./actor.ts";
import { refuseCall } from "./answers.ts";
import { askerIn, knowAsker } from "./asker.ts";
import { hasCurrent, tagOf } from "./etag.ts";
import { localsOf } from "./headers.ts";
import { addressOf } from "./rate-limit.ts";
import { endWithSession } from "./standing.ts";

export const MAX_BODY_BYTES = 256 * 1024;
const MAX_BATCH = 20;

/** On any other tRPC fails before it has an answer. */
const METHODS = ["GET", "HEAD", "POST"];

/** Reads are as good as the revision they were made of: an asker who has it is told so without a query. */
function unchanged(revisions: RevisionFeed, router: AnyTRPCRouter): RequestHandler {
  return (req, res, next) => {
    const isStream = req.headers.accept?.includes("text/event-stream") === true;
    const { who, guest } = askerIn(res);
    const tag = tagOf(req, revisions.current, readerOf({ who }));
    const mayRead = scopesOf("ledger.read", who, guest).length > 0;
    const mayKeep = mayRead && isOfLedger(router, req.path.slice(1).split(","));
    if (req.method === "GET" && mayKeep && !isStream && hasCurrent(req, tag)) {
      res.status(304).set({ ETag: tag, "Cache-Control": "no-cache" }).end();
    } else next();
  };
}

/** True when all that is called reads the published ledger: nothing else is told from before by its revision. */
function isOfLedger(router: AnyTRPCRouter, paths: readonly string[]): boolean {
  const procedures: Record<string, { _def: { meta?: Partial<Meta> } } | undefined> = router._def.procedures;
  return paths.every((path) => procedures[path]?._def.meta?.action === "ledger.read");
}

/** Who is signed in is told more of the same item: his answer is another. */
const readerOf = ({ who }: { who: Who | null }): string => (who === null ? "guest" : "member");

/** What an account was told is not for the next one at the same proxy. */
const PRIVATE = { "Cache-Control": "private, no-cache", Vary: "Cookie" };

type Asked = {
  ledger: Ledger;
  people: People;
  auditHash: string;
  now?: () => Date;
  rooms: Rooms;
  uploads: Uploads;
  geography: Pick<Geography, "boundary" | "assets">;
  requireReviewNumber?: boolean;
  log: Log;
  router?: AnyTRPCRouter;
};

export function trpcRoute(asked: Asked): Router {
  const {
    ledger,
    people,
    auditHash,
    now = () => new Date(),
    rooms,
    uploads,
    geography,
    log,
    requireReviewNumber = false,
    router = appRouter,
  } = asked;
  const { database, revisions } = ledger;
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
  route.use((req, res, next) => {
    // tRPC would take a form too, which any site may send without being asked first.
    if (req.method !== "POST" || req.is("application/json") !== false) next();
    else refuseCall(res, "UNSUPPORTED_MEDIA_TYPE", "A request is application/json.");
  });
  route.use(knowAsker({ db: database.read, people }));
  route.use(endWithSession({ db: database.read, people }));
  route.use(unchanged(revisions, router));
  route.use(
    createExpressMiddleware({
      router,
      maxBatchSize: MAX_BATCH,
      maxBodySize: MAX_BODY_BYTES,
      // The tag is taken before the answer is: if the ledger changes meanwhile, it is older and soon refreshed.
      createContext: ({ req, res }) => ({
        db: database.read,
        ...askerIn(res),
        cookies: cookiesOver((one) => res.append("Set-Cookie", one), people.tls),
        people,
        now,
        act: actOf(
          { write: database.write, revisions, auditHash, keepHead: database.keepHead },
          actorOf(req, res),
        ),
        revisions,
        rooms,
        uploads,
        boundary: geography.boundary,
        assets: geography.assets,
        requireReviewNumber,
        origin: `${req.protocol}://${req.headers.host}`,
        asker: addressOf(req),
        agent: req.headers["user-agent"] ?? "",
        tag: tagOf(req, revisions.current, readerOf(askerIn(res))),
      }),
      responseMeta: ({ ctx, type, errors, paths, eagerGeneration }) => {
        const isForAll = (asked: typeof ctx) => people.access === "open" && asked?.who === null;
        const mayKeep = isOfLedger(router, paths ?? []);
        const isRead = type === "query" && errors.length === 0 && !eagerGeneration && mayKeep;
        const tag = isRead ? ctx?.tag : undefined;
        return {
          headers:
            tag === undefined
              ? { "Cache-Control": "no-store" }
              : { ETag: tag, ...(isForAll(ctx) ? { "Cache-Control": "no-cache" } : PRIVATE) },
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
