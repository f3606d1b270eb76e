import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { actOf } from "#server/act.ts";
import type { Ledger } from "#server/ledger.ts";
import { bareEnv } from "../../bare-env.ts";

export type Ended = { code: number; out: string; err: string };

/** `npm run backup` or `npm run restore`, as a process of its own. */
export function run(command: "backup" | "restore", dir: string, ...words: string[]): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../../server/backup/run-${command}.ts`, import.meta.url));
  return new Promise((resolve) => {
    const env = { ...bareEnv(), DATA_DIR: dir };
    execFile(process.execPath, [file, ...words], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

/** An attachment as the server keeps it, and one more month with a note of it: both or neither, in any copy. */
export async function writeOne({ database, revisions }: Ledger, dir: string, n: number): Promise<void> {
  const bytes = Buffer.from(`attachment ${n}`);
  const hash = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(join(dir, "attachments", hash.slice(0, 2)), { recursive: true });
  writeFileSync(join(dir, "attachments", hash.slice(0, 2), hash), bytes);
  const act = actOf(
    { write: database.write, revisions, auditHash: "sha256" },
    { id: "a1", name: "王芳", address: "", requestId: "" },
  );
  await act(async ({ tx, note }) => {
    await tx
      .insertInto("stored_file")
      .values({ hash, type: "pdf", bytes: bytes.length, at: `write-${n}` })
      .execute();
    await note({ action: "report.write", noun: "stored_file", target: `write-${n}` });
  });
}

/** What `writeOne` has left of itself: files told of, and notes of them. */
export async function written({
  database,
}: Pick<Ledger, "database">): Promise<[files: string[], notes: string[]]> {
  const files = await database.read
    .selectFrom("stored_file")
    .select("at")
    .where("at", "like", "write-%")
    .orderBy("at")
    .execute();
  const notes = await database.read
    .selectFrom("audit")
    .select("target")
    .where("noun", "=", "stored_file")
    .orderBy("target")
    .execute();
  return [files.map((row) => row.at), notes.map((row) => row.target)];
}
