import { createHash } from "node:crypto";
import { z } from "zod";
import { InvalidInputError } from "#domain/error.ts";

/** Where a page ended: the sort key and the ordinal of its last row. */
export type Position = { key: string | number; ordinal: number };

const zCursor = z.tuple([z.string(), z.union([z.string(), z.number()]), z.int()]);

/** Ties a cursor to what it was made for: filter, sort, noun and month. */
export const digestOf = (question: unknown): string =>
  createHash("sha256").update(JSON.stringify(question)).digest("base64url").slice(0, 12);

export const formatCursor = (digest: string, { key, ordinal }: Position): string =>
  Buffer.from(JSON.stringify([digest, key, ordinal])).toString("base64url");

/** @throws InvalidInputError at `cursor` when it is none of ours, or of another filter or sort. */
export function parseCursor(digest: string, cursor: string): Position {
  const parsed = zCursor.safeParse(decode(cursor));
  if (!parsed.success) refuse("is no cursor of this list");
  const [madeFor, key, ordinal] = parsed.data;
  if (madeFor !== digest) refuse("belongs to another filter, sort or month");
  return { key, ordinal };
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

function refuse(message: string): never {
  throw new InvalidInputError([{ path: ["cursor"], message }]);
}
