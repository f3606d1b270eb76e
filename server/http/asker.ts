import type { RequestHandler, Response } from "express";
import type { Db } from "../db/schema.ts";
import { type Asker, askerOf } from "../people/asker.ts";
import type { People } from "../people/people.ts";

/** Asked by a page on its own, to see whether the session still stands: that is no use of it. */
const ASKED_BY_ITSELF = "/trpc/session.state";

/** Who asks. @throws Error where `knowAsker` does not stand before */
export function askerIn(res: Response): Asker {
  const { asker } = res.locals as { asker?: Asker };
  if (asker === undefined) throw new Error("nobody looked who asks");
  return asker;
}

/** Looks who asks, once, for all that comes after. */
export function knowAsker({ db, people }: { db: Db; people: People }): RequestHandler {
  return async (req, res, next) => {
    const isStream = req.headers.accept?.includes("text/event-stream") === true;
    const isUse = !isStream && req.originalUrl.split("?", 1)[0] !== ASKED_BY_ITSELF;
    Object.assign(res.locals, { asker: await askerOf(db, people, req.headers.cookie, isUse) });
    next();
  };
}
