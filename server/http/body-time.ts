import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";

export const BODY_MS = 30_000;
/** A file of 20 MB over a line of 2 Mbit/s. */
const FILE_MS = 120_000;

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * Cuts a request whose body does not come in. Only a picture sent to be exported may take longer: it waits for its
 * turn unread, and its route has limits of its own.
 */
export function limitBodyTime(ms = BODY_MS): RequestHandler {
  return (req, _res, next) => {
    if (hasBody(req) && !(req.method === "POST" && req.path.startsWith("/export/"))) {
      const cut = setTimeout(
        () => (req.complete ? undefined : req.destroy()),
        req.path === "/attachments" ? Math.max(ms, FILE_MS) : ms,
      ).unref();
      req.once("end", () => clearTimeout(cut));
    }
    next();
  };
}
