import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { appendAudit } from "../db/audit.ts";
import { holdDirectory, inspectDatabase } from "../db/copy.ts";
import { prepareDataDir, UNFINISHED_RESTORE } from "../db/file-system.ts";
import { openDatabase } from "../db/open.ts";
import { leapRevision } from "../db/revision.ts";
import { StartError } from "../start-error.ts";
import { syncDirectory } from "../sync-directory.ts";
import { checkBackup } from "./check-backup.ts";
import { copyFile, syncFolders } from "./copy-file.ts";
import { DATABASE, MANIFEST, type Manifest } from "./manifest.ts";

const LOCK = "one-map.lock";
const STAGING = "restoring";
const ASIDE = "before-restore-";
/** What stays where it is when the rest is moved aside; SQLite keeps a journal beside the lock while it is held. */
const STAYS = [LOCK, `${LOCK}-journal`, STAGING, UNFINISHED_RESTORE, "backups"];

export type Restoring = { dir: string; folder: string; replace: boolean; auditHash: string; now?: Date };
export type Restored = {
  manifest: Manifest /** Where what was there lies now; null where nothing was. */;
  aside: string | null;
};

/**
 * Puts a backup in the place of a data directory's contents. The copy is made, checked and opened beside them first;
 * then what is there is moved aside, never deleted. Cut off between, the directory is refused by a start until this
 * has run again.
 * @throws StartError when the backup has a fault, a process serves the directory, or it holds data and `replace` is
 * false: all is left as it was
 */
export async function restoreBackup({
  dir,
  folder,
  replace,
  auditHash,
  now = new Date(),
}: Restoring): Promise<Restored> {
  prepareDataDir(dir);
  if (!replace && existsSync(join(dir, DATABASE))) {
    throw new StartError(
      `DATA_DIR ${dir} holds data: say --replace to move them aside, or choose another DATA_DIR.`,
    );
  }
  const held = holdDirectory(join(dir, LOCK));
  if (held === null) throw new StartError(`Another process serves DATA_DIR ${dir}: stop it first.`);
  try {
    const manifest = await checkBackup(folder);
    const staging = join(dir, STAGING);
    rmSync(staging, { recursive: true, force: true });
    for (const { path, sha256 } of manifest.files) {
      const copied = copyFile(join(folder, path), join(staging, path));
      if (copied.sha256 !== sha256) throw new StartError(`${path} changed while it was copied.`);
    }
    await note(staging, manifest, revisionOf(dir), copyFile(join(folder, MANIFEST), null).sha256, auditHash);
    syncFolders(staging);
    return { manifest, aside: swap(dir, staging, now) };
  } finally {
    held.release();
  }
}

/** Opens the copy, which brings it to this version, and notes the restore in its trail. */
async function note(
  staging: string,
  manifest: Manifest,
  replaced: number,
  sha256: string,
  auditHash: string,
) {
  const database = await openDatabase(staging);
  try {
    const head = await database.write.transaction().execute(async (tx) => {
      const revision = await leapRevision(tx, Math.max(manifest.revision, replaced), "restore");
      const { madeAt, version, auditHead } = manifest;
      const actor = { id: null, name: "restore", address: "", requestId: "" };
      const before = { revision: replaced };
      const after = { revision, madeAt, version, auditHead };
      return appendAudit(
        tx,
        actor,
        { action: "backup.restore", noun: "backup", target: sha256, before, after },
        auditHash,
      );
    });
    database.keepHead(head);
  } finally {
    await database.close();
  }
  rmSync(join(staging, LOCK), { force: true });
}

/** Revision of the data that are replaced; 0 where there are none, or they cannot be read. */
function revisionOf(dir: string): number {
  if (!existsSync(join(dir, DATABASE))) return 0;
  try {
    return inspectDatabase(join(dir, DATABASE)).revision;
  } catch {
    return 0;
  }
}

function swap(dir: string, staging: string, now: Date): string | null {
  const aside = join(dir, `${ASIDE}${now.toISOString().replace(/[-:]|\.\d+/g, "")}`);
  writeFileSync(join(dir, UNFINISHED_RESTORE), `${now.toISOString()}\n`, { flush: true });
  syncDirectory(dir);
  const old = readdirSync(dir).filter((name) => !STAYS.includes(name) && !name.startsWith(ASIDE));
  if (old.length > 0) mkdirSync(aside);
  for (const name of old) renameSync(join(dir, name), join(aside, name));
  for (const name of readdirSync(staging)) renameSync(join(staging, name), join(dir, name));
  syncDirectory(dir);
  rmSync(staging, { recursive: true });
  rmSync(join(dir, UNFINISHED_RESTORE));
  syncDirectory(dir);
  return old.length > 0 ? aside : null;
}
