import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { canonicalJson } from "#domain/canonical-json.ts";
import type { Schema } from "../db/schema.ts";
import { syncDirectory } from "../sync-directory.ts";

type Row = Schema["audit"];

const zRow = z.strictObject({
  seq: z.int(),
  at: z.string(),
  account_id: z.string().nullable(),
  account_name: z.string(),
  address: z.string(),
  request_id: z.string(),
  action: z.string(),
  noun: z.string(),
  target: z.string(),
  unit_id: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  algorithm: z.string(),
  previous: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<Row>;

/** Where sealed files lie; a name from the database is a name and no path. */
export const sealedPath = (dir: string, file: string): string => join(dir, "sealed", basename(file));

/**
 * Writes rows, a line of canonical JSON each, aside and then under their name, and sees them to the disk.
 * @throws Error when another file has the name
 */
export async function writeSealed(
  dir: string,
  file: string,
  rows: AsyncIterable<Row>,
): Promise<{ sha256: string; rows: number }> {
  mkdirSync(join(dir, "sealed"), { recursive: true });
  const path = sealedPath(dir, file);
  const aside = `${path}.part`;
  const hash = createHash("sha256");
  let count = 0;
  const out = openSync(aside, "w", 0o640);
  try {
    for await (const row of rows) {
      const line = `${canonicalJson(row)}\n`;
      hash.update(line);
      writeSync(out, line);
      count += 1;
    }
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
  const sha256 = hash.digest("hex");
  // A seal that was cut off before its rows were removed left the same file.
  if (existsSync(path) && createHash("sha256").update(readFileSync(path)).digest("hex") !== sha256) {
    rmSync(aside);
    throw new Error(`${path} is there already and holds something else.`);
  }
  renameSync(aside, path);
  syncDirectory(join(dir, "sealed"));
  return { sha256, rows: count };
}

/** @throws Error naming the line that is no row */
export function readSealed(dir: string, file: string): { rows: Row[]; sha256: string } {
  const bytes = readFileSync(sealedPath(dir, file));
  const lines = bytes.toString("utf8").split("\n").slice(0, -1);
  const rows = lines.map((line, at) => {
    try {
      return zRow.parse(JSON.parse(line));
    } catch {
      throw new Error(`${file}, line ${at + 1}: expected a row of the audit trail.`);
    }
  });
  return { rows, sha256: createHash("sha256").update(bytes).digest("hex") };
}
