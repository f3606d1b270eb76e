import { buffer } from "node:stream/consumers";
import { type Request, type Response, Router, raw } from "express";
import { z } from "zod";
import { draftCircular } from "#domain/circular/circular.ts";
import { regionWords } from "#domain/circular/draft.ts";
import { zPeriod } from "#domain/circular/period.ts";
import { InvalidInputError } from "#domain/error.ts";
import { zRegionCode } from "#domain/region.ts";
import type { Db } from "../db/schema.ts";
import { inWorker } from "../document/in-worker.ts";
import { WrongPicture } from "../document/wrong-picture.ts";
import { disposition } from "../export/format.ts";
import { TooManyRows } from "../export/gather.ts";
import { Places, type Room, TooManyExports } from "../export/places.ts";
import { refuseCall } from "../http/answers.ts";
import { searchOf } from "../http/page-route.ts";
import type { Geography } from "../page/geography.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import type { Picture } from "./docx.ts";
import { gatherCircular } from "./gather.ts";
import { NO_PNG } from "./png.ts";

const PATH = "/export/circular.docx";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** One at a time: each has a thread and memory of its own. */
const ROOM: Room = { atOnce: 1, waiting: 30 };
/** A map as wide as the block at 300 dpi takes some 5 MB. */
const MOST_BYTES = 24 * 1024 * 1024;

const write = inWorker("circular");

const zAsked = z.strictObject({ period: zPeriod, regions: z.array(zRegionCode).max(120) });

export type CircularParts = {
  db: Db;
  revisions: RevisionFeed;
  geography: Pick<Geography, "boundary">;
  room?: Room;
  most?: number;
};

/**
 * 季度通报: `?period=2012Q3&regions=150600,152200`. GET drafts it without a map; POST takes the map's PNG as its body.
 */
export function circularRoutes(parts: CircularParts): Router {
  const places = new Places(parts.room ?? ROOM);
  const route = Router();
  const handle = async (req: Request, res: Response) => {
    const make = async () => (res.closed ? undefined : await answer(req, res, parts));
    await places.use(make).catch((error: unknown) => refuse(res, error));
  };
  route.get(PATH, handle);
  route.post(PATH, takePng, handle);
  return route;
}

/** A body that is too large or broken off is refused in words, like every other mistake of the asker. */
const png = raw({ type: "image/png", limit: MOST_BYTES });
function takePng(req: Request, res: Response, next: (error?: unknown) => void): void {
  png(req, res, (error?: unknown) => {
    const status = error instanceof Error && "status" in error ? error.status : undefined;
    if (status === 413) {
      refuseCall(res, "PAYLOAD_TOO_LARGE", `The map holds ${MOST_BYTES / 1024 / 1024} MB at most.`);
    } else next(error);
  });
}

async function answer(req: Request, res: Response, parts: CircularParts): Promise<void> {
  const search = new URLSearchParams(searchOf(req));
  const asked = zAsked.parse({
    period: search.get("period") ?? "",
    regions: (search.get("regions") ?? "").split(",").filter((code) => code !== ""),
  });
  const { db, revisions, geography, most } = parts;
  const ledger = await gatherCircular(db, {
    ...asked,
    revision: revisions.current,
    reviewNumber: geography.boundary.reviewNumber,
    ...(most === undefined ? {} : { most }),
  });
  const draft = draftCircular(ledger);
  const where = regionWords(ledger.regions);
  const part = { draft, documents: ledger.documents, picture: pictureIn(req) };
  // A document of words and one picture, written in one piece.
  const bytes = await buffer(write([part]));
  res.set({
    "Content-Type": DOCX,
    "Cache-Control": "private, no-store",
    "Content-Disposition": disposition(
      `季度通报-${where}${draft.period}-草稿.docx`,
      `circular-${asked.period}-draft.docx`,
    ),
  });
  res.end(bytes);
}

/** @throws WrongPicture */
function pictureIn(req: Request): Picture | null {
  if (req.method !== "POST") return null;
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body)) throw new WrongPicture(NO_PNG);
  return { png: body, alt: "进展地图" };
}

/** @throws whatever else went wrong: the last resort logs it */
function refuse(res: Response, error: unknown): void {
  if (error instanceof TooManyExports) {
    refuseCall(res.set("Retry-After", "5"), "TOO_MANY_REQUESTS", error.message);
  } else if (error instanceof TooManyRows) refuseCall(res, "PAYLOAD_TOO_LARGE", error.message);
  else if (error instanceof WrongPicture || error instanceof InvalidInputError) {
    refuseCall(res, "BAD_REQUEST", error.message);
  } else if (error instanceof z.ZodError) {
    const words = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    refuseCall(res, "BAD_REQUEST", words.join("; "));
  } else throw error;
}
