import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** What one request carries from its start to its end. Each answer has its own nonce. */
export type Locals = { requestId: string; nonce: string };

export const localsOf = (res: Response): Locals => res.locals as Locals;

/** One for each style block of the page; scripts have none, they are files of ours. */
export const aNonce = (): string => randomBytes(16).toString("base64url");

/**
 * The Content-Security-Policy of ARCHITECTURE.md. No upgrade-insecure-requests and no HSTS on plain HTTP:
 * the first gives a white page on http://intranet, the second locks the host out of plain HTTP for a year.
 * `dev` lets Vite's hot reload in; no build of ours is served so.
 */
export function securityHeaders({ tls, dev }: { tls: boolean; dev: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        workerSrc: dev ? ["'self'", "blob:"] : ["'self'"],
        connectSrc: dev ? ["'self'", "ws:"] : ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        styleSrc: dev
          ? ["'self'", "'unsafe-inline'"]
          : ["'self'", (_req, res) => `'nonce-${localsOf(res as Response).nonce}'`],
        styleSrcAttr: ["'unsafe-inline'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: tls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Browsers heed these two on secure origins alone, and complain on others.
    crossOriginOpenerPolicy: tls,
    originAgentCluster: tls,
    // Under no-referrer a form of our own would be sent with `Origin: null`, which we refuse.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
}

/** True when `Origin` names the host the request was sent to; its absence is no match. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined) return false;
  try {
    const from = new URL(origin);
    // Through URL, so that a default port written out is the same host.
    return from.host === new URL(`${from.protocol}//${host}`).host;
  } catch {
    return false;
  }
}

/** Nothing is written at another site's wish: only reading is free of the check. */
export function requireSameOrigin(refuse: (res: Response) => void): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const isRead = req.method === "GET" || req.method === "HEAD";
    if (isRead || isSameOrigin(req.headers.origin, req.headers.host)) next();
    else refuse(res);
  };
}
