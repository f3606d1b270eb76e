import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { inspectDatabase } from "../db/copy.ts";
import { refuseUnknownMigrations } from "../db/migrate.ts";
import { StartError } from "../start-error.ts";
import { copyFile, filesUnder } from "./copy-file.ts";
import { look } from "./make-backup.ts";
import { DATABASE, MANIFEST, type Manifest, zManifest } from "./manifest.ts";

/**
 * Looks at a backup from its manifest to its last file, and at what its database says.
 * @throws StartError naming what is amiss, the first fault first
 */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  const faults = faultsOfFiles(folder, manifest);
  // A database whose bytes are not the ones that were copied is not opened.
  if (faults.length === 0) faults.push(...(await faultsOfDatabase(folder, manifest)));
  if (faults.length > 0) throw new StartError(`${folder} cannot be restored:\n${faults.join("\n")}`);
  return manifest;
}

function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) throw new StartError(`${folder} is no backup: it has no ${MANIFEST}.`);
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new StartError(`${path} is no JSON.`);
  }
  const parsed = zManifest.safeParse(given);
  if (!parsed.success) throw new StartError(`${path} is no manifest:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function faultsOfFiles(folder: string, { files }: Manifest): string[] {
  const faults: string[] = [];
  const named = new Set(files.map((file) => file.path));
  if (!named.has(DATABASE)) faults.push(`${MANIFEST} names no ${DATABASE}.`);
  for (const path of filesUnder(folder)) {
    if (path !== MANIFEST && !named.has(path)) faults.push(`${path} is not in ${MANIFEST}.`);
  }
  for (const { path, bytes, sha256 } of files) {
    const file = join(folder, path);
    if (!existsSync(file)) faults.push(`${path} is missing.`);
    else {
      const found = copyFile(file, null);
      if (found.bytes !== bytes || found.sha256 !== sha256)
        faults.push(`${path} is not the file that was copied.`);
    }
  }
  return faults;
}

async function faultsOfDatabase(folder: string, { files, auditHead }: Manifest): Promise<string[]> {
  const { faults, migrations, files: known } = inspectDatabase(join(folder, DATABASE));
  refuseUnknownMigrations(migrations, "sqlite");
  const names = new Set(files.map((file) => basename(file.path)));
  const lost = known.filter((hash) => !names.has(hash));
  if (lost.length > 0) faults.push(`Of the attachments ${lost.length} are missing, such as ${lost[0]}.`);
  const trail = await look(folder);
  faults.push(...trail.faults);
  if (trail.head.seq !== auditHead.seq || trail.head.hash !== auditHead.hash) {
    faults.push(`The audit trail ends at ${trail.head.seq}, ${MANIFEST} says ${auditHead.seq}.`);
  }
  return faults;
}
