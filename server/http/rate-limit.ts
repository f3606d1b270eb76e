import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { refuseCall } from "./answers.ts";

/** Requests that one address may make in a window; `trusted` addresses are not counted. */
export type Limit = { requests: number; windowMs: number; trusted: (address: string) => boolean };

const LOOPBACK = /^(::1$|127\.|::ffff:127\.)/;

/**
 * Far above what a room of screens behind one address asks for, far below what holds up the others. The
 * machine itself is not counted: a proxy before us would otherwise answer for everyone.
 */
export const DEFAULT_LIMIT: Limit = {
  requests: 1500,
  windowMs: 10_000,
  trusted: (address) => LOOPBACK.test(address),
};

/** The address as limits count it: of IPv6 the network, for a host has as many of it as it likes. */
export const addressOf = (req: Pick<Request, "ip">): string => ipKeyGenerator(req.ip ?? "");

export function limitRate({ requests, windowMs, trusted }: Limit): RequestHandler {
  return rateLimit({
    windowMs,
    limit: requests,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: addressOf,
    skip: (req) => trusted(req.ip ?? ""),
    handler: (_req, res) => refuseCall(res, "TOO_MANY_REQUESTS", "Too many requests, please wait a moment."),
  });
}
