import { createHash } from "node:crypto";
import type { Request } from "express";

/**
 * Names what an answer was made of: the revision, the question as its address has it, and `variant`, all else
 * that it varies by. Who has the tag was given the answer to this very question.
 */
export function tagOf(req: Request, revision: number, ...variant: readonly string[]): string {
  const asked = JSON.stringify([req.headers.host, req.originalUrl, ...variant]);
  return `"r${revision}-${createHash("sha256").update(asked).digest("base64url").slice(0, 16)}"`;
}

/** True when the asker has what the tag names; a proxy may have weakened it. */
export function hasCurrent(req: Request, tag: string): boolean {
  const tags = (req.headers["if-none-match"] ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes(tag);
}
