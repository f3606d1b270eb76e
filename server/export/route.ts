import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import { parseView } from "#domain/view.ts";
import type { Db } from "../db/schema.ts";
import { refuseCall } from "../http/answers.ts";
import { hasCurrent, tagOf } from "../http/etag.ts";
import { searchOf } from "../http/page-route.ts";
import type { Geography } from "../page/geography.ts";
import { preferenceOf } from "../page/preference.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import { csv } from "./csv.ts";
import { disposition, type Format } from "./format.ts";
import { gather, MOST_ROWS, TooManyRows } from "./gather.ts";
import { geojson } from "./geojson.ts";
import { Places, type Room, TooManyExports } from "./places.ts";
import { xlsx } from "./xlsx.ts";

/** Every format by the address it is served at. */
const FORMATS: Record<string, Format> = {
  "/export/ledger.xlsx": xlsx,
  "/export/ledger.csv": csv,
  "/export/ledger.geojson": geojson,
};

/** Two, for the machine has other things to do; a room of people who all press the button waits its turn. */
const ROOM: Room = { atOnce: 2, waiting: 30 };
/** A reader so slow that it keeps a place longer is let go. */
const LONGEST_MS = 60_000;

export type ExportParts = {
  db: Db;
  revisions: RevisionFeed;
  geography: Pick<Geography, "boundary">;
  room?: Room;
  most?: number;
};

/** The ledger of the view that the address asks for, as a file: the same query string as `/`. */
export function exportRoutes(parts: ExportParts): Router {
  const { db, revisions, geography, room = ROOM, most = MOST_ROWS } = parts;
  const places = new Places(room);
  const route = Router();
  for (const [path, format] of Object.entries(FORMATS)) {
    route.get(path, async (req, res) => {
      const view = parseView(searchOf(req));
      const { lang } = preferenceOf(view, req.headers.cookie);
      const { current: revision } = revisions;
      const tag = tagOf(req, revision, lang);
      res.set({ ETag: tag, "Cache-Control": "private, no-cache", Vary: "Cookie" });
      if (hasCurrent(req, tag)) {
        res.status(304).end();
        return;
      }
      await places
        .use(async () => {
          if (res.closed) return;
          const gathered = await gather(db, {
            view,
            lang,
            revision,
            most,
            origin: `${req.protocol}://${req.headers.host}`,
            reviewNumber: geography.boundary.reviewNumber,
            ...(format.noun === undefined ? {} : { noun: format.noun }),
          });
          const ending = `-${gathered.day}.${format.extension}`;
          const plain = `${format.name.en}${ending}`;
          res.set({
            "Content-Type": format.type,
            "Content-Disposition": disposition(`${format.name[lang]}${ending}`, plain),
          });
          await send(res, format.write(gathered));
        })
        .catch((error: unknown) => refuse(res, error));
    });
  }
  return route;
}

/** A file that cannot be finished is cut off, never ended: a browser then says that it failed. */
async function send(res: Response, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), res, { signal: AbortSignal.timeout(LONGEST_MS) });
  } catch (error) {
    // Who left is owed nothing.
    if (!isLeaving(error)) throw error;
  }
}

const isLeaving = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ERR_STREAM_PREMATURE_CLOSE" || error.code === "ABORT_ERR");

/** @throws whatever else went wrong: the last resort logs it */
function refuse(res: Response, error: unknown): void {
  res.removeHeader("ETag");
  if (error instanceof TooManyExports) {
    refuseCall(res.set("Retry-After", "5"), "TOO_MANY_REQUESTS", error.message);
  } else if (error instanceof TooManyRows) {
    refuseCall(res, "PAYLOAD_TOO_LARGE", error.message);
  } else throw error;
}
