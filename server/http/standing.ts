import type { RequestHandler } from "express";
import type { Db } from "../db/schema.ts";
import { type Asker, askerOf } from "../people/asker.ts";
import type { People } from "../people/people.ts";
import { askerIn } from "./asker.ts";

/** How long a stream may outlive what it was opened with. */
const LOOK_MS = 5_000;

/** What a stream was opened with: whose session, of which account with which rights, or which kind of guest. */
const standingOf = ({ who, session, guest }: Asker): string =>
  JSON.stringify([session?.id ?? null, who?.id ?? null, who?.roles ?? null, who?.unit ?? null, guest]);

/**
 * Cuts a stream of events off once its session is ended or over, its account has other rights, or its screen's token
 * is revoked: other requests are looked at as they come, and this one came long ago. Behind `knowAsker`; who may read
 * with neither session nor token needs no looking at.
 */
export function endWithSession({ db, people }: { db: Db; people: People }): RequestHandler {
  return (req, res, next) => {
    const asker = askerIn(res);
    const isStream = req.headers.accept?.includes("text/event-stream") === true;
    if (isStream && (asker.session !== null || asker.guest === "screen")) {
      const opened = standingOf(asker);
      const timer = setInterval(() => {
        askerOf(db, people, req.headers.cookie, false).then(
          (now) => standingOf(now) !== opened && res.destroy(),
          // A database that does not answer says nothing of anybody's rights: it is asked again.
          () => {},
        );
      }, LOOK_MS);
      timer.unref();
      res.once("close", () => clearInterval(timer));
    }
    next();
  };
}
