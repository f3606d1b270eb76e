import { type RequestHandler, Router } from "express";
import { readRevision } from "../db/revision.ts";
import type { Db } from "../db/schema.ts";
import type { Log } from "../log.ts";

/** The database's own answer, not a remembered one: how far it is and how many items of the source it holds. */
async function readiness(db: Db): Promise<{ status: "ok"; revision: number; seededItems: number }> {
  const [revision, items] = await Promise.all([
    readRevision(db),
    db
      .selectFrom("item")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow(),
  ]);
  return { status: "ok", revision, seededItems: items.n };
}

const healthz: RequestHandler = (_req, res) => {
  res.set("Cache-Control", "no-store").json({ status: "ok" });
};

export function healthRoutes(db: Db, log: Log): Router {
  const route = Router();
  route.get("/healthz", healthz);
  route.get("/readyz", async (_req, res) => {
    res.set("Cache-Control", "no-store");
    try {
      res.json(await readiness(db));
    } catch (err) {
      log.error({ err }, "the database does not answer");
      res.status(503).json({ status: "unavailable" });
    }
  });
  return route;
}
