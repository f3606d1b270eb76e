import type { RequestHandler } from "express";
import type { Asker } from "#server/people/asker.ts";

/** In place of `knowAsker`, for a route that is tried alone: nobody has signed in. */
export const asGuest: RequestHandler = (_req, res, next) => {
  const asker: Asker = { who: null, session: null, guest: "guest" };
  Object.assign(res.locals, { asker });
  next();
};
