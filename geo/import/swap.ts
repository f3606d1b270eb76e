import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { ImportRefusal } from "./refusal.ts";

/** Where a new data set is made ready: beside the present one, so that a rename is all that is left to do. */
export const stagingOf = (dataDir: string): string => `${dataDir}.staging`;

/** Copies the present set to the staging folder. Refused while another import has one. */
export function openStaging(dataDir: string): string {
  const staging = stagingOf(dataDir);
  try {
    mkdirSync(staging);
  } catch (cause) {
    throw new ImportRefusal(
      existsSync(staging)
        ? `${staging} exists: another import is running, or one was broken off; if none runs, delete it.`
        : `${staging} cannot be made: is the folder writable?`,
      { cause },
    );
  }
  cpSync(dataDir, staging, { recursive: true });
  return staging;
}

export function dropStaging(dataDir: string): void {
  rmSync(stagingOf(dataDir), { recursive: true, force: true });
}

/**
 * Puts the staged set in the present one's place and keeps the old as `<folder>.before-<stamp>`, whose path is
 * returned. Two renames: should the second fail, the first is undone.
 */
export function swapIn(dataDir: string, stamp: string): string {
  const backup = `${dataDir}.before-${stamp}`;
  if (existsSync(backup)) throw new ImportRefusal(`${backup} exists already.`);
  renameSync(dataDir, backup);
  try {
    renameSync(stagingOf(dataDir), dataDir);
  } catch (cause) {
    renameSync(backup, dataDir);
    throw new ImportRefusal(`The new set could not be put in place of ${dataDir}.`, { cause });
  }
  return backup;
}
