import { forgetUnattached, storedHashes } from "../../db/filing/stored-files.ts";
import type { Db } from "../../db/schema.ts";
import type { Log } from "../../log.ts";
import type { FileStore } from "./file-store.ts";

/** A file that was sent in and attached to nothing is kept so long: somebody may still be writing. */
export const UNATTACHED_MS = 7 * 24 * 3_600_000;

/** At start, before anything is sent in: rows of files that no report has held for long, then files without a row. */
export async function sweepFiles(
  write: Db,
  store: FileStore,
  log: Pick<Log, "info">,
  now = new Date(),
): Promise<void> {
  const before = new Date(now.getTime() - UNATTACHED_MS).toISOString();
  const rows = await forgetUnattached(write, before);
  const files = await store.sweep(await storedHashes(write));
  if (rows + files > 0) log.info({ rows, files }, "files that no report holds are taken away");
}
