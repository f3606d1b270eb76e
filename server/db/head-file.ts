import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Head } from "./audit.ts";

const zHead = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type KeptHead = z.infer<typeof zHead>;

/** Length of the line: one that is shorter than the one before it would leave its end standing. */
const LENGTH = 128;

export const headFile = (dir: string): string => join(dir, "audit-head");

/**
 * Where the trail ended at the last change, outside the database: written after each, without waiting for the disk.
 * A commit is on the disk before, so the database is never behind this but by damage. A flipped bit in the WAL ends
 * the log there for SQLite, which says nothing of what came after: this does.
 */
export function openHeadFile(dir: string): {
  keep: (head: Pick<Head, "seq" | "hash">) => void;
  close: () => void;
} {
  const file = openSync(headFile(dir), existsSync(headFile(dir)) ? "r+" : "w+", 0o640);
  let kept = 0;
  let isOpen = true;
  return {
    keep: ({ seq, hash }) => {
      // Two changes may be told of in the other order.
      if (seq <= kept || !isOpen) return;
      kept = seq;
      try {
        writeSync(
          file,
          JSON.stringify({ seq, hash })
            .padEnd(LENGTH - 1)
            .concat("\n"),
          0,
        );
      } catch {
        // The change is done and stays done: what cannot be written here is no more than a witness less.
      }
    },
    close: () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/** Null where there is none, or none that can be read: a power failure may have cut it. */
export function readHeadFile(dir: string): KeptHead | null {
  if (!existsSync(headFile(dir))) return null;
  try {
    return zHead.parse(JSON.parse(readFileSync(headFile(dir), "utf8")));
  } catch {
    return null;
  }
}
