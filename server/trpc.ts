/** The one place where what went wrong becomes a code, and what is said of it. */
import { AsyncLocalStorage } from "node:async_hooks";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import {
  ConflictError,
  ForbiddenError,
  type InputIssue,
  InvalidInputError,
  NotFoundError,
  TooManyError,
  UnauthorizedError,
  UncertainError,
} from "#domain/error.ts";
import type { Assets, PageData } from "#domain/page.ts";
import { type Action, allow, type Guest, type Who } from "#domain/permission.ts";
import { PULSE_MS, SILENCE_MS } from "#domain/pulse.ts";
import type { Act } from "./act.ts";
import type { Db } from "./db/schema.ts";
import type { OpenSession } from "./people/asker.ts";
import type { Cookies } from "./people/cookies.ts";
import type { People } from "./people/people.ts";
import type { Rooms } from "./remote/rooms.ts";
import type { RevisionFeed } from "./revision-feed.ts";
import type { Uploads } from "./workbook/uploads.ts";

export type Context = {
  db: Db;
  revisions: RevisionFeed;
  rooms: Rooms;
  uploads: Uploads;
  /** 审图号 and credits of the map's data. */
  boundary: PageData["boundary"];
  /** Addresses of what a map is drawn from. */
  assets: Assets;
  /** No map leaves that has no 审图号. */
  requireReviewNumber?: boolean;
  /** Address of the site, such as http://127.0.0.1:8080: a page that leaves it names it. */
  origin: string;
  /** The address that asks, as limits count it. */
  asker: string;
  /** What its browser calls itself. */
  agent: string;
  /** The account that asks; null for a guest. */
  who: Who | null;
  /** How far the door is open to who has not signed in. */
  guest: Guest;
  /** The asker's session, signed in or on the way. */
  session: OpenSession | null;
  cookies: Cookies;
  people: People;
  /** Changes something, and leaves a mark in the trail. */
  act: Act;
  /** What time it is, where a test says so. */
  now?: () => Date;
  /** What the answer is tagged with over HTTP. */
  tag?: string;
};

const answering = new AsyncLocalStorage<string>();
/** Answers a request under its id, which a refusal names and the log too, also where no context came to be. */
export const answerAs = (id: string, answer: () => void): void => answering.run(id, answer);
export const requestId = (): string | undefined => answering.getStore();

/** What a procedure does, as the table of rights names it. */
export type Meta = { action: Action };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: PULSE_MS },
      client: { reconnectAfterInactivityMs: SILENCE_MS },
    },
    errorFormatter: ({ shape, error }) => {
      const issues = issuesOf(error);
      const id = requestId();
      return {
        code: shape.code,
        message: sentenceOf(error, issues, id),
        data: {
          // Text that is no JSON is the asker's mistake like any other.
          code: error.code === "PARSE_ERROR" ? "BAD_REQUEST" : error.code,
          httpStatus: shape.data.httpStatus,
          ...(shape.data.path === undefined ? {} : { path: shape.data.path }),
          ...(issues.length === 0 ? {} : { issues }),
          ...(error.cause instanceof ConflictError ? error.cause.meanwhile : {}),
          ...(error.cause instanceof TooManyError && error.cause.until ? { until: error.cause.until } : {}),
          ...(id === undefined ? {} : { requestId: id }),
        },
      };
    },
  });

/** What the asker did wrong, at which fields. */
export function issuesOf(error: TRPCError): readonly InputIssue[] {
  if (error.cause instanceof InvalidInputError) return error.cause.issues;
  const isNoJson =
    error.code === "PARSE_ERROR" || (error.code === "BAD_REQUEST" && error.cause instanceof SyntaxError);
  if (isNoJson) return [{ path: [], message: "expected JSON" }];
  if (error.code !== "BAD_REQUEST" || !(error.cause instanceof ZodError)) return [];
  return error.cause.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys
      .slice(0, 20)
      .map((key) => ({ path: [...path, key.slice(0, 80)], message: "unknown field" }));
  });
}

/** True for an error that nobody foresaw: it is logged whole and shown as one neutral sentence. */
export const isUnknown = (error: TRPCError): boolean => error.code === "INTERNAL_SERVER_ERROR";

function sentenceOf(error: TRPCError, issues: readonly InputIssue[], id: string | undefined): string {
  if (error.cause instanceof UncertainError)
    return `The disk failed as this was kept: look whether it is there before you try again (request ${id ?? "unknown"}).`;
  if (isUnknown(error)) return `Something went wrong on the server (request ${id ?? "unknown"}).`;
  if (issues.length === 0) return error.message;
  return issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": ")).join("; ");
}

const CODES = [
  [InvalidInputError, "BAD_REQUEST"],
  [NotFoundError, "NOT_FOUND"],
  [ConflictError, "CONFLICT"],
  [TooManyError, "TOO_MANY_REQUESTS"],
  [UnauthorizedError, "UNAUTHORIZED"],
  [ForbiddenError, "FORBIDDEN"],
] as const;

const coded = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  const code = CODES.find(([kind]) => cause instanceof kind)?.[1];
  if (code !== undefined) throw new TRPCError({ code, message: cause?.message ?? "", cause });
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * A procedure that does `action`: whoever has no right to it at all is refused before his input is read. How far
 * the right reaches is asked again by `allow` with the unit, once that is known.
 */
export const procedure = (action: Action) =>
  t.procedure
    .meta({ action })
    .use(coded)
    .use(({ ctx, next }) => {
      allow(action, ctx.who, undefined, ctx.guest);
      return next();
    });
