import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { canonicalJson } from "#domain/canonical-json.ts";
import type { Head } from "../db/audit.ts";

const zAnchor = z.strictObject({
  at: z.string(),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  algorithm: z.string(),
});
/** Where the trail ended at a time, written outside the database. */
export type Anchor = z.infer<typeof zAnchor>;

/** A line of the file that is no anchor. */
export type BadLine = { line: number; why: string };

export const anchorsFile = (dir: string): string => join(dir, "anchors");

/** Adds a line and sees it to the disk; nothing that stands there is touched. */
export function appendAnchor(dir: string, head: Head, at: string): Anchor {
  const anchor = { at, seq: head.seq, hash: head.hash, algorithm: head.algorithm };
  const torn = !endsWhole(anchorsFile(dir));
  const file = openSync(anchorsFile(dir), "a", 0o640);
  try {
    // A line that a power failure cut is closed, so that this one stands by itself.
    writeSync(file, `${torn ? "\n" : ""}${canonicalJson(anchor)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return anchor;
}

const endsWhole = (file: string): boolean => {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text === "" || text.endsWith("\n");
};

/** All anchors, oldest first. A half line (the power failed while it was written) is a bad one too, and says so. */
export function readAnchors(dir: string): { anchors: Anchor[]; bad: BadLine[] } {
  const file = anchorsFile(dir);
  const anchors: Anchor[] = [];
  const bad: BadLine[] = [];
  if (!existsSync(file)) return { anchors, bad };
  for (const [at, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (line === "") continue;
    const parsed = zAnchor.safeParse(parse(line));
    if (parsed.success) anchors.push(parsed.data);
    else bad.push({ line: at + 1, why: "is no anchor" });
  }
  return { anchors, bad };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
