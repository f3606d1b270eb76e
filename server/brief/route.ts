import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { type Brief, zBrief } from "#domain/brief/brief.ts";
import { InvalidInputError } from "#domain/error.ts";
import type { Db } from "../db/schema.ts";
import { disposition } from "../export/format.ts";
import { Places, type Room, TooManyExports } from "../export/places.ts";
import { refuseCall } from "../http/answers.ts";
import type { Geography } from "../page/geography.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import type { BriefFormat } from "./format.ts";
import { BRIEF_FORMATS } from "./formats.ts";
import { makeSheet } from "./make-sheet.ts";
import { checkPng, WrongPicture } from "./png.ts";
import { BodyTooLarge, readBody } from "./read-body.ts";

/** One at a time unpacks a picture of up to 45 MB; a room of people who all press the button waits its turn. */
const ROOM: Room = { atOnce: 2, waiting: 20 };
/** A map of A3 at 300 dpi is some 20 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** From the first byte asked of the reader to the last one taken by them. */
const LONGEST_MS = 120_000;

export type BriefParts = {
  db: Db;
  revisions: RevisionFeed;
  geography: Pick<Geography, "boundary">;
  room?: Room;
  mostBytes?: number;
};

/**
 * A page as a file. The body is the brief as one line of JSON, a line feed, and the PNG of the map in exactly the
 * pixels that `brief.sheet` names. It is read when its turn has come, so that waiting costs no memory.
 */
export function briefRoutes(parts: BriefParts): Router {
  const { room = ROOM } = parts;
  const places = new Places(room);
  const route = Router();
  for (const [path, format] of Object.entries(BRIEF_FORMATS)) {
    route.post(path, async (req, res) => {
      res.set("Cache-Control", "no-store");
      const make = async () => (res.closed ? undefined : await answer(req, res, format, parts));
      await places.use(make).catch((error: unknown) => refuse(req, res, error));
    });
  }
  return route;
}

async function answer(req: Request, res: Response, format: BriefFormat, parts: BriefParts): Promise<void> {
  const { db, geography, revisions, mostBytes = MOST_BYTES } = parts;
  const signal = AbortSignal.timeout(LONGEST_MS);
  const { brief, map } = partsOf(await readBody(req, mostBytes, signal));
  const origin = `${req.protocol}://${req.headers.host}`;
  const setting = { boundary: geography.boundary, origin, revision: revisions.current };
  const { sheet } = await makeSheet(db, brief, setting);
  checkPng(map, sheet.map.pixels);
  const pieces = format.write([{ sheet, map }]);
  // What fails before its first piece is there is still answered in words.
  const first = await pieces.next();
  const ending = `-${sheet.id}.${format.extension}`;
  res.set({
    "Content-Type": format.type,
    "Content-Disposition": disposition(`${format.name[brief.lang]}${ending}`, `${format.name.en}${ending}`),
  });
  const file = async function* () {
    try {
      if (!first.done) yield first.value;
      yield* pieces;
    } finally {
      await pieces.return(undefined);
    }
  };
  // A file that cannot be finished is cut off, never ended: a browser then says that it failed.
  await pipeline(Readable.from(file()), res, { signal });
}

/** @throws InvalidInputError naming the field */
function partsOf(body: Buffer): { brief: Brief; map: Buffer } {
  const end = body.indexOf(0x0a);
  if (end < 0) throw new InvalidInputError([{ path: [], message: "expected a line of JSON, then a PNG" }]);
  const parsed = zBrief.safeParse(jsonIn(body.toString("utf8", 0, end)));
  if (!parsed.success) {
    throw new InvalidInputError(
      parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
    );
  }
  return { brief: parsed.data, map: body.subarray(end + 1) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInputError([{ path: [], message: "expected JSON in the first line" }]);
  }
}

const LEAVING = ["ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR", "ECONNRESET"];

/** @throws whatever else went wrong: the last resort logs it */
function refuse(req: Request, res: Response, error: unknown): void {
  if (error instanceof Error && "code" in error && LEAVING.includes(String(error.code))) {
    res.destroy();
    return;
  }
  // What is left of the body is not read: the connection ends with the answer.
  if (!req.complete) res.set("Connection", "close");
  if (error instanceof TooManyExports) {
    refuseCall(res.set("Retry-After", "10"), "TOO_MANY_REQUESTS", error.message);
  } else if (error instanceof BodyTooLarge) {
    refuseCall(res, "PAYLOAD_TOO_LARGE", error.message);
  } else if (error instanceof InvalidInputError || error instanceof WrongPicture) {
    refuseCall(res, "BAD_REQUEST", error.message);
  } else throw error;
}
