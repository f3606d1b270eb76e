import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { syncDirectory } from "../sync-directory.ts";

const PIECE = 1024 * 1024;

export type Copied = { bytes: number; sha256: string };

/** Reads a file through, writes it to `to` where that is given and sees it to the disk. */
export function copyFile(from: string, to: string | null): Copied {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(PIECE);
  let bytes = 0;
  if (to !== null) mkdirSync(dirname(to), { recursive: true });
  const source = openSync(from, "r");
  const target = to === null ? null : openSync(to, "wx", 0o640);
  try {
    for (let read = readSync(source, piece); read > 0; read = readSync(source, piece)) {
      const part = piece.subarray(0, read);
      hash.update(part);
      if (target !== null) writeAll(target, part);
      bytes += read;
    }
    if (target !== null) fsyncSync(target);
  } finally {
    closeSync(source);
    if (target !== null) closeSync(target);
  }
  return { bytes, sha256: hash.digest("hex") };
}

function writeAll(file: number, part: Buffer): void {
  for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
}

/** Files under a folder as paths with slashes, sorted; what is being written is none yet. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".part") && !isIncoming(entry.parentPath))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** Where an attachment lies until it has been looked at (server/filing/files/file-store.ts). */
const isIncoming = (folder: string): boolean => basename(folder) === "incoming";

/** Sees a folder and all folders in it to the disk. */
export function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) syncFolders(join(folder, entry.name));
  }
  syncDirectory(folder);
}
