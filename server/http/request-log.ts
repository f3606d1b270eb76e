import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { CALENDAR_PATH } from "#domain/people/calendar.ts";
import type { Log } from "../log.ts";
import { aNonce, type Locals } from "./headers.ts";

/** Gives each request its id and nonce, and writes one line when its answer has gone out or was cut off. */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const locals: Locals = { requestId: randomUUID(), nonce: aNonce() };
    Object.assign(res.locals, locals);
    res.setHeader("X-Request-Id", locals.requestId);
    const { method } = req;
    // Without the query: a search text is the asker's own business. Without a calendar's token: it is a key.
    const path = req.path.startsWith(CALENDAR_PATH) ? CALENDAR_PATH : req.path;
    res.once("close", () => {
      log.info({
        requestId: locals.requestId,
        method,
        path,
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.writableFinished ? {} : { cut: true }),
      });
    });
    next();
  };
}
