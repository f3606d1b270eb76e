import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import { NotFoundError } from "#domain/error.ts";
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
import { type Asked, gather, gatherFrozen, MOST_ROWS, TooManyRows } from "./gather.ts";
import { geojson } from "./geojson.ts";
import { oc4ids } from "./oc4ids.ts";
import { Places, type Room, TooManyExports } from "./places.ts";
import { xlsx } from "./xlsx.ts";

/** Every format by the address it is served at. */
const FORMATS: Record<string, Format> = {
  "/export/ledger.xlsx": xlsx,
  "/export/ledger.csv": csv,
  "/export/ledger.geojson": geojson,
  "/export/projects.oc4ids.json": oc4ids,
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

/**
 * The ledger of the view that the address asks for, as a file: the same query string as `/`. With `snapshot=ID` it is
 * that version of a frozen month, whole, whatever was corrected since.
 */
export function exportRoutes(parts: ExportParts): Router {
  const { revisions, room = ROOM } = parts;
  const places = new Places(room);
  const route = Router();
  for (const [path, format] of Object.entries(FORMATS)) {
    route.get(path, async (req, res) => {
      const view = parseView(searchOf(req));
      const { lang } = preferenceOf(view, req.headers.cookie);
      const { current: revision } = revisions;
      const tag = tagOf(req, revision, lang);
      res.set({ "Cache-Control": "private, no-cache", Vary: "Cookie" });
      if (hasCurrent(req, tag)) {
        res.set("ETag", tag).status(304).end();
        return;
      }
      const origin = `${req.protocol}://${req.headers.host}`;
      const snapshot = new URLSearchParams(searchOf(req)).get("snapshot");
      const asked = { view, lang, revision, origin, path, snapshot };
      // Who left while waiting is owed nothing.
      const make = async () => (res.closed ? undefined : await answer(res, format, tag, asked, parts));
      await places.use(make).catch((error: unknown) => refuse(res, error));
    });
  }
  return route;
}

/** Thrown where a format has no file that holds nothing; says so in words. */
class NothingToExport extends Error {}

type Question = Pick<Asked, "view" | "lang" | "revision" | "origin" | "path"> & { snapshot: string | null };

async function answer(res: Response, format: Format, tag: string, asked: Question, parts: ExportParts) {
  const { db, geography, most = MOST_ROWS } = parts;
  const { noun, none, name, extension } = format;
  const { reviewNumber } = geography.boundary;
  const only = noun === undefined ? {} : { noun };
  const { view, revision, snapshot, ...rest } = asked;
  const gathered =
    snapshot === null
      ? await gather(db, { ...rest, ...only, view, revision, most, reviewNumber })
      : await gatherFrozen(db, { ...rest, ...only, snapshot, reviewNumber });
  if (none !== undefined && gathered.about.rows === 0) throw new NothingToExport(none);
  const pieces = format.write(gathered);
  // What fails before its first piece is there is still answered in words.
  const first = await pieces.next();
  const ending = `-${gathered.day}.${extension}`;
  res.set({
    ETag: tag,
    "Content-Type": format.type,
    "Content-Disposition": disposition(`${name[asked.lang]}${ending}`, `${name.en}${ending}`),
  });
  await send(res, resumed(first, pieces));
}

type Piece = string | Uint8Array;

async function* resumed(first: IteratorResult<Piece>, rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** A file that cannot be finished is cut off, never ended: a browser then says that it failed. */
async function send(res: Response, pieces: AsyncIterable<Piece>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), res, { signal: AbortSignal.timeout(LONGEST_MS) });
  } catch (error) {
    if (!isLeaving(error)) throw error;
  }
}

const isLeaving = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ERR_STREAM_PREMATURE_CLOSE" || error.code === "ABORT_ERR");

/** @throws whatever else went wrong: the last resort logs it */
function refuse(res: Response, error: unknown): void {
  if (error instanceof TooManyExports) {
    refuseCall(res.set("Retry-After", "5"), "TOO_MANY_REQUESTS", error.message);
  } else if (error instanceof TooManyRows) {
    refuseCall(res, "PAYLOAD_TOO_LARGE", error.message);
  } else if (error instanceof NothingToExport || error instanceof NotFoundError) {
    refuseCall(res, "NOT_FOUND", error.message);
  } else throw error;
}
