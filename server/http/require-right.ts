import type { Request, RequestHandler, Response } from "express";
import { SIGN_IN_PATH } from "#domain/people/session.ts";
import { type Action, scopesOf } from "#domain/permission.ts";
import { refuse } from "../brief/refuse.ts";
import { noRight } from "./answers.ts";
import { askerIn } from "./asker.ts";

const isVisit = (req: Request): boolean =>
  (req.method === "GET" || req.method === "HEAD") && req.headers.accept?.includes("text/html") === true;

const toSignIn = (req: Request, res: Response): void => {
  res.set("Cache-Control", "no-store").redirect(`${SIGN_IN_PATH}?to=${encodeURIComponent(req.originalUrl)}`);
};

/**
 * Lets those by who may do this at all. Of the others a person is led to the sign-in page, or told by `turnAway`, and
 * anything else is told in tRPC's shape.
 */
export function requireRight(action: Action, turnAway = toSignIn): RequestHandler {
  return (req, res, next) => {
    const { who, guest } = askerIn(res);
    if (scopesOf(action, who, guest).length > 0) next();
    else if (who !== null) {
      if (isVisit(req)) noRight(req, res);
      else refuse(req, res, "FORBIDDEN", "your account may not do this");
    } else if (isVisit(req)) turnAway(req, res);
    else refuse(req, res, "UNAUTHORIZED", "please sign in");
  };
}
