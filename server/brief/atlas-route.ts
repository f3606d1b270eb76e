import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { InvalidInputError } from "#domain/error.ts";
import type { Words } from "#domain/look/words.ts";
import { giveBack } from "../document/give-back.ts";
import { disposition } from "../export/format.ts";
import { refuseCall } from "../http/answers.ts";
import type { Atlas } from "./atlas.ts";
import type { BriefFormat } from "./format.ts";
import { pdf, pptx } from "./formats.ts";
import { NoSuchAtlas, type OpenAtlases } from "./open-atlases.ts";
import { type PageParts, readPage } from "./read-page.ts";
import { refusePage } from "./refuse.ts";

/** By the address that begins one. */
export const ATLAS_FORMATS: Record<string, BriefFormat> = {
  "/export/atlas.pdf": pdf,
  "/export/atlas.pptx": pptx,
};
const ATLAS_NAME: Words = { "zh-CN": "一张图-图册", en: "one-map-atlas" };
/** For one page. */
const LONGEST_MS = 120_000;
/** For the file: 118 pages of A3 over a slow line. */
const LONGEST_FETCH_MS = 30 * 60_000;

export type AtlasParts = PageParts & { atlases: OpenAtlases };
type Asked = Request<{ id: string; page: string }>;

/**
 * A file of many pages, begun, filled page by page, ended, and fetched:
 *
 *   POST /export/atlas.pdf (or .pptx)  201 {"id"}
 *   POST /export/atlas/:id/:page       204; the page's number from 1, its body as read-page.ts has it
 *   POST /export/atlas/:id/end         200 {"bytes"}
 *   GET  /export/atlas/:id             the file
 *   DELETE /export/atlas/:id           204
 *
 * A page sent once more is in the file once: a lost answer may be asked for again.
 */
export function atlasRoutes(parts: AtlasParts): Router {
  const { atlases } = parts;
  const route = Router();
  for (const [path, format] of Object.entries(ATLAS_FORMATS)) {
    route.post(
      path,
      refusing(async (_req, res) => {
        const { id } = await atlases.begin(format);
        res.status(201).json({ id });
      }),
    );
  }
  const at = "/export/atlas/:id";
  route.post(
    `${at}/end`,
    refusing(async ({ params }, res) => {
      const bytes = await atlases.use(params.id, endFile);
      res.json({ bytes });
    }),
  );
  route.post(
    `${at}/:page`,
    refusing(async (req, res) => {
      await atlases.use(req.params.id, (atlas) => addPage(req, res, atlas, parts));
    }),
  );
  route.get(
    at,
    refusing(async (req, res) => {
      const { id } = req.params;
      if (await atlases.use(id, (atlas) => sendFile(req, res, atlas))) await atlases.drop(id);
    }),
  );
  route.delete(
    at,
    refusing(async ({ params }, res) => {
      await atlases.drop(params.id);
      res.status(204).end();
    }),
  );
  return route;
}

const refusing =
  (make: (req: Asked, res: Response) => Promise<void>) => async (req: Asked, res: Response) => {
    res.set("Cache-Control", "no-store");
    await make(req, res).catch((error: unknown) => {
      if (error instanceof NoSuchAtlas) refuseCall(res, "NOT_FOUND", error.message);
      else if (isDiskFull(error)) refuseCall(res, "INSUFFICIENT_STORAGE", "The server's disk is full.");
      else refusePage(req, res, error);
    });
  };

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT"].includes(String(error.code));

async function addPage(req: Asked, res: Response, atlas: Atlas, parts: AtlasParts): Promise<void> {
  const number = Number(req.params.page);
  const page = await readPage(req, parts, AbortSignal.timeout(LONGEST_MS));
  try {
    const next = atlas.drawn + 1;
    if (atlas.whole || !Number.isInteger(number) || number < 1 || number > next) {
      const expected = atlas.whole ? "no page more" : `page ${next}`;
      throw new InvalidInputError([{ path: ["page"], message: `expected ${expected}` }]);
    }
    if (number === next) await atlas.add(page);
  } finally {
    giveBack(page.map);
  }
  res.status(204).end();
}

async function endFile(atlas: Atlas): Promise<number> {
  if (atlas.first === null)
    throw new InvalidInputError([{ path: ["id"], message: "expected page 1 before the end" }]);
  return await atlas.finish();
}

/** Fetched to its last byte it is done with. One that is cut off may be fetched again. */
async function sendFile(req: Asked, res: Response, atlas: Atlas): Promise<boolean> {
  const { whole, first, format } = atlas;
  if (!whole || first === null) {
    throw new InvalidInputError([{ path: ["id"], message: "expected an atlas that is ended" }]);
  }
  const ending = `-${first.id}.${format.extension}`;
  const bytes = await atlas.finish();
  res.set({
    "Content-Type": format.type,
    "Content-Length": String(bytes),
    "Content-Disposition": disposition(`${ATLAS_NAME[first.lang]}${ending}`, `${ATLAS_NAME.en}${ending}`),
  });
  if (req.method === "HEAD") {
    res.end();
    return false;
  }
  const signal = AbortSignal.timeout(LONGEST_FETCH_MS);
  await pipeline(upTo(bytes, atlas.read()), res, { signal });
  return true;
}

/**
 * Ends with the last byte and not when the file says that it has no more: meanwhile a reader who has all that was
 * promised may have hung up, and his file would count as not fetched.
 */
async function* upTo(bytes: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const piece of pieces) {
    yield piece;
    left -= piece.length;
    if (left <= 0) return;
  }
}
