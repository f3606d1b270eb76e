/** The one place where what went wrong becomes a code, and what is said of it. */
import { AsyncLocalStorage } from "node:async_hooks";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import {
  ConflictError,
  type InputIssue,
  InvalidInputError,
  NotFoundError,
  TooManyError,
} from "#domain/error.ts";
import type { PageData } from "#domain/page.ts";
import { PULSE_MS, SILENCE_MS } from "#domain/pulse.ts";
import type { Db } from "./db/schema.ts";
import type { Rooms } from "./remote/rooms.ts";
import type { RevisionFeed } from "./revision-feed.ts";

export type Context = {
  db: Db;
  revisions: RevisionFeed;
  rooms: Rooms;
  /** 审图号 and credits of the map's data. */
  boundary: PageData["boundary"];
  /** No map leaves that has no 审图号. */
  requireReviewNumber?: boolean;
  /** Address of the site, such as http://127.0.0.1:8080: a page that leaves it names it. */
  origin: string;
  /** The address that asks, as limits count it. */
  asker: string;
  /** What the answer is tagged with over HTTP. */
  tag?: string;
};

const answering = new AsyncLocalStorage<string>();
/** Answers a request under its id, which a refusal names and the log too, also where no context came to be. */
export const answerAs = (id: string, answer: () => void): void => answering.run(id, answer);
export const requestId = (): string | undefined => answering.getStore();

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: PULSE_MS }, client: { reconnectAfterInactivityMs: SILENCE_MS } },
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
  if (isUnknown(error)) return `Something went wrong on the server (request ${id ?? "unknown"}).`;
  if (issues.length === 0) return error.message;
  return issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": ")).join("; ");
}

const coded = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (cause instanceof InvalidInputError) {
    throw new TRPCError({ code: "BAD_REQUEST", message: cause.message, cause });
  }
  if (cause instanceof NotFoundError) {
    throw new TRPCError({ code: "NOT_FOUND", message: cause.message, cause });
  }
  if (cause instanceof ConflictError) {
    throw new TRPCError({ code: "CONFLICT", message: cause.message, cause });
  }
  if (cause instanceof TooManyError) {
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: cause.message, cause });
  }
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
export const publicProcedure = t.procedure.use(coded);
