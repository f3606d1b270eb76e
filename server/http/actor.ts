import type { Request, Response } from "express";
import type { Actor } from "../db/audit.ts";
import { askerIn } from "./asker.ts";
import { localsOf } from "./headers.ts";
import { addressOf } from "./rate-limit.ts";

/** As the trail names who asks, also one who is still on the way in. */
export function actorOf(req: Request, res: Response): Actor {
  const { session } = askerIn(res);
  const [id, name] = session === null ? [null, ""] : [session.account_id, session.name];
  return { id, name, address: addressOf(req), requestId: localsOf(res).requestId };
}
