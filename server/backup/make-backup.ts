import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { canonicalJson } from "#domain/canonical-json.ts";
import { verifyTrail } from "../audit/verify.ts";
import { copyDatabase, inspectDatabase } from "../db/copy.ts";
import { openForReading } from "../db/open.ts";
import { StartError } from "../start-error.ts";
import { syncDirectory } from "../sync-directory.ts";
import { type Copied, copyFile, filesUnder, syncFolders } from "./copy-file.ts";
import { DATABASE, FILE, FOLDERS, MANIFEST, type Manifest, type ManifestFile } from "./manifest.ts";

export type Made = {
  folder: string;
  manifest: Manifest;
  /** Of the manifest, which has those of all other files: to be kept elsewhere. */
  sha256: string;
  /** What is amiss in the data themselves, a sentence each: they were copied as they are. */
  faults: string[];
};

/**
 * Copies one moment of a data directory to a new folder, beside the process that serves it. Written aside, seen to
 * the disk, then given its name: a folder that has the name is whole.
 * @throws StartError when there is nothing to copy, or the folder is there already
 */
export async function makeBackup(
  dir: string,
  folder: string,
  version: string,
  now = new Date(),
): Promise<Made> {
  if (!existsSync(join(dir, DATABASE))) throw new StartError(`DATA_DIR ${dir} holds no database yet.`);
  if (existsSync(folder))
    throw new StartError(`${folder} is there already, expected the name of a new folder.`);
  const aside = `${folder}.part`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const files: ManifestFile[] = [];
  const take = (path: string, copied: Copied) => files.push({ path, ...copied });
  // First, so that none of them tells of a row that came after the copy's moment.
  if (existsSync(join(dir, FILE))) take(FILE, copyFile(join(dir, FILE), join(aside, FILE)));
  copyDatabase(join(dir, DATABASE), join(aside, DATABASE));
  syncFile(join(aside, DATABASE));
  take(DATABASE, copyFile(join(aside, DATABASE), null));
  // Last: what the database tells of was there before it told.
  for (const name of FOLDERS.filter((one) => existsSync(join(dir, one)))) {
    for (const path of filesUnder(join(dir, name)).map((under) => `${name}/${under}`)) {
      take(path, copyFile(join(dir, path), join(aside, path)));
    }
  }
  const { head, faults } = await look(aside);
  const { migrations, revision, faults: damage } = inspectDatabase(join(aside, DATABASE));
  const manifest: Manifest = {
    product: "one-map",
    format: 1,
    version,
    madeAt: now.toISOString(),
    migration: migrations.at(-1)?.number ?? 0,
    revision,
    auditHead: head,
    files,
  };
  const text = `${canonicalJson(manifest)}\n`;
  writeFileSync(join(aside, MANIFEST), text, { flush: true });
  syncFolders(aside);
  renameSync(aside, folder);
  syncDirectory(dirname(folder));
  const { sha256 } = copyFile(join(folder, MANIFEST), null);
  return { folder, manifest, sha256, faults: [...damage, ...faults] };
}

/** The trail of a folder that holds a database, by way of a reader. */
export async function look(
  folder: string,
): Promise<Pick<Awaited<ReturnType<typeof verifyTrail>>, "head" | "faults">> {
  const { db, close } = await openForReading(folder);
  try {
    return await verifyTrail(db, folder);
  } finally {
    await close();
  }
}

function syncFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
