import { buffer } from "node:stream/consumers";
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { draftCircular } from "#domain/circular/circular.ts";
import { regionWords } from "#domain/circular/draft.ts";
import { zSpanName } from "#domain/months/named-span.ts";
import { scopesOf } from "#domain/permission.ts";
import { zRegionCode } from "#domain/region.ts";
import { readBody } from "../brief/read-body.ts";
import { refuse, refusePage } from "../brief/refuse.ts";
import type { Db } from "../db/schema.ts";
import { inWorker } from "../document/in-worker.ts";
import { WrongPicture } from "../document/wrong-picture.ts";
import { DOCX, disposition } from "../export/format.ts";
import { TooManyRows } from "../export/gather.ts";
import { longestStay, Places, type Room } from "../export/places.ts";
import { askerIn } from "../http/asker.ts";
import { searchOf } from "../http/page-route.ts";
import type { Geography } from "../page/geography.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import type { Picture } from "./docx.ts";
import { CIRCULAR_PATH, gatherCircular } from "./gather.ts";
import { NO_PNG, pngSize } from "./png.ts";

/** One at a time: each has a thread and memory of its own. */
const ROOM: Room = { atOnce: 1, waiting: 20 };
/** A map as wide as the block at 300 dpi takes some 5 MB. */
const MOST_BYTES = 24 * 1024 * 1024;
/** From the first byte asked of the reader to the document's last. */
const LONGEST_MS = 60_000;
export const LONGEST_CIRCULAR_MS = longestStay(ROOM, LONGEST_MS);

const write = inWorker("circular");

const zAsked = z.strictObject({ period: zSpanName, regions: z.array(zRegionCode).max(120) });

export type CircularParts = {
  db: Db;
  revisions: RevisionFeed;
  geography: Pick<Geography, "boundary">;
  room?: Room;
  most?: number;
  longestMs?: number;
};

/**
 * 季度通报 and 半年汇总: `?period=2012Q3&regions=150600,152200`. GET drafts it without a map; POST takes the map's PNG as its body,
 * which is read when its turn has come, so that waiting costs no memory.
 */
export function circularRoutes(parts: CircularParts): Router {
  const places = new Places(parts.room ?? ROOM);
  const route = Router();
  const handle = async (req: Request, res: Response) => {
    const left = new AbortController();
    res.once("close", () => left.abort());
    const make = async () => (res.closed ? undefined : await answer(req, res, parts, left.signal));
    await places.use(make, left.signal).catch((error: unknown) => refuseCircular(req, res, error));
  };
  route.get(CIRCULAR_PATH, handle);
  route.post(CIRCULAR_PATH, handle);
  return route;
}

async function answer(req: Request, res: Response, parts: CircularParts, left: AbortSignal): Promise<void> {
  const { db, revisions, geography, most, longestMs = LONGEST_MS } = parts;
  const signal = AbortSignal.any([left, AbortSignal.timeout(longestMs)]);
  const search = new URLSearchParams(searchOf(req));
  const asked = zAsked.parse({
    period: search.get("period") ?? "",
    regions: (search.get("regions") ?? "").split(",").filter((code) => code !== ""),
  });
  const picture = req.method === "POST" ? pictureIn(await readBody(req, MOST_BYTES, signal)) : null;
  const { who, guest } = askerIn(res);
  const ledger = await gatherCircular(db, {
    ...asked,
    revision: revisions.current,
    reviewNumber: geography.boundary.reviewNumber,
    reports: scopesOf("report.published", who, guest).length > 0,
    origin: `${req.protocol}://${req.headers.host}`,
    ...(most === undefined ? {} : { most }),
  });
  const draft = draftCircular(ledger);
  // A document of words and one picture, written in one piece.
  const bytes = await buffer(write([{ draft, documents: ledger.documents, picture }], signal));
  res.set({
    "Content-Type": DOCX,
    "Cache-Control": "private, no-store",
    "Content-Disposition": disposition(
      `${ledger.period.kind === "half" ? "半年汇总" : "季度通报"}-${regionWords(ledger.regions)}${draft.period}-草稿.docx`,
      `circular-${asked.period}-draft.docx`,
    ),
  });
  res.end(bytes);
}

/** @throws WrongPicture */
function pictureIn(png: Buffer): Picture {
  if (pngSize(png) === null) throw new WrongPicture(NO_PNG);
  return { png, alt: "进展地图" };
}

/** @throws whatever else went wrong: the last resort logs it */
function refuseCircular(req: Request, res: Response, error: unknown): void {
  if (error instanceof TooManyRows) refuse(req, res, "PAYLOAD_TOO_LARGE", error.message);
  else if (error instanceof z.ZodError) {
    const words = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    refuse(req, res, "BAD_REQUEST", words.join("; "));
  } else refusePage(req, res, error);
}
