import type { Request } from "express";
import { type Brief, zBrief } from "#domain/brief/brief.ts";
import { InvalidInputError } from "#domain/error.ts";
import type { Db } from "../db/schema.ts";
import type { Geography } from "../page/geography.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import type { BriefPage } from "./format.ts";
import { makeSheet } from "./make-sheet.ts";
import { checkPng } from "./png.ts";
import { readBody } from "./read-body.ts";

/** A map of A3 at 300 dpi is some 20 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The longest texts and filters of a brief take a quarter of it. */
const MOST_LINE = 256 * 1024;

export type PageParts = {
  db: Db;
  revisions: RevisionFeed;
  geography: Pick<Geography, "boundary">;
  mostBytes?: number;
};

/**
 * A page as it is sent: the brief as one line of JSON, a line feed, and the PNG of the map in exactly the pixels
 * that `brief.sheet` names.
 * @throws InvalidInputError naming the field, WrongPicture, BodyTooLarge, or an AbortError
 */
export async function readPage(
  req: Request,
  { db, geography, revisions, mostBytes = MOST_BYTES }: PageParts,
  signal: AbortSignal,
): Promise<BriefPage> {
  const { brief, map } = partsOf(await readBody(req, mostBytes, signal));
  const origin = `${req.protocol}://${req.headers.host}`;
  const setting = { boundary: geography.boundary, origin, revision: revisions.current };
  const { sheet } = await makeSheet(db, brief, setting);
  checkPng(map, sheet.map.pixels);
  return { sheet, map };
}

function partsOf(body: Buffer): { brief: Brief; map: Buffer } {
  const end = body.subarray(0, MOST_LINE).indexOf(0x0a);
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
