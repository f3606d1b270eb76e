import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { disposition } from "../export/format.ts";
import { longestStay, Places, type Room } from "../export/places.ts";
import type { BriefFormat } from "./format.ts";
import { BRIEF_FORMATS } from "./formats.ts";
import { type PageParts, readPage } from "./read-page.ts";
import { refusePage } from "./refuse.ts";

/** One at a time unpacks a picture of up to 45 MB; a room of people who all press the button waits its turn. */
const ROOM: Room = { atOnce: 2, waiting: 20 };
/** From the first byte asked of the reader to the last one taken by them. */
const LONGEST_MS = 120_000;
export const LONGEST_PAGE_MS = longestStay(ROOM, LONGEST_MS);

export type BriefParts = PageParts & { room?: Room; longestMs?: number };

/** A page as a file. What is sent (read-page.ts) is read when its turn has come, so that waiting costs no memory. */
export function briefRoutes(parts: BriefParts): Router {
  const { room = ROOM } = parts;
  const places = new Places(room);
  const route = Router();
  for (const [path, format] of Object.entries(BRIEF_FORMATS)) {
    route.post(path, async (req, res) => {
      res.set("Cache-Control", "no-store");
      const left = new AbortController();
      res.once("close", () => left.abort());
      const make = async () => (res.closed ? undefined : await answer(req, res, format, parts, left.signal));
      await places.use(make, left.signal).catch((error: unknown) => refusePage(req, res, error));
    });
  }
  return route;
}

async function answer(
  req: Request,
  res: Response,
  format: BriefFormat,
  parts: BriefParts,
  left: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([left, AbortSignal.timeout(parts.longestMs ?? LONGEST_MS)]);
  const page = await readPage(req, parts, signal);
  const pieces = format.write([page], signal);
  try {
    // What fails before its first piece is there is still answered in words.
    const first = await pieces.next();
    const { id, lang } = page.sheet;
    const ending = `-${id}.${format.extension}`;
    res.set({
      "Content-Type": format.type,
      "Content-Disposition": disposition(`${format.name[lang]}${ending}`, `${format.name.en}${ending}`),
    });
    const file = async function* () {
      if (!first.done) yield first.value;
      yield* pieces;
    };
    // A file that cannot be finished is cut off, never ended: a browser then says that it failed.
    await pipeline(Readable.from(file()), res, { signal });
  } finally {
    await pieces.return(undefined);
  }
}
