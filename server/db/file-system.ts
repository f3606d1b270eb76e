import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { StartError } from "../start-error.ts";

/** File system magic numbers of Linux (statfs(2)) on which SQLite's locks and WAL cannot be trusted. */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB2"],
  [0x5346414f, "AFS"],
  [0x00c36400, "Ceph"],
  [0x0bd00bd0, "Lustre"],
  [0x47504653, "GPFS"],
]);

/** What SQLite and we write there; a file of another account among them would be opened for reading alone. */
const FILES = ["one-map.db", "one-map.db-wal", "one-map.db-shm", "one-map.lock"];

type FileSystem = {
  statfs: (path: string) => { type: number };
  access: (path: string, mode: number) => void;
};

/**
 * Makes the data directory and sees that SQLite can live in it.
 * @throws StartError when it cannot be written or lies on a network file system.
 */
export function prepareDataDir(dir: string, fileSystem: Partial<FileSystem> = {}): void {
  const { statfs = statfsSync, access = accessSync } = fileSystem;
  try {
    makeDirectory(dir);
    access(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const file of FILES.map((name) => join(dir, name)).filter(existsSync)) {
      access(file, constants.R_OK | constants.W_OK);
    }
  } catch (error) {
    const { code, path = dir } = error as NodeJS.ErrnoException;
    throw new StartError(
      `DATA_DIR ${dir} cannot be written (${code}: ${path}), expected a directory of this account.`,
    );
  }
  // On Windows a share is known by its path; statfs says nothing there.
  const magic = statfs(dir).type >>> 0;
  const network = dir.startsWith("\\\\") ? "network share" : NETWORK_FILE_SYSTEMS.get(magic);
  if (network !== undefined) {
    throw new StartError(
      `DATA_DIR ${dir} lies on a network file system (${network}), where a database can be damaged: expected a local disk.`,
    );
  }
}

/** Step by step: Node's own recursion never ends where a parent exists and yet takes no directory, as /proc. */
function makeDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (!existsSync(dirname(path))) makeDirectory(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another start may have made it meanwhile.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** Stands in a data directory while a restore swaps its contents. */
export const UNFINISHED_RESTORE = "restore-unfinished";

/** @throws StartError while a directory holds half of one state and half of another */
export function refuseUnfinishedRestore(dir: string): void {
  if (existsSync(join(dir, UNFINISHED_RESTORE))) {
    throw new StartError(
      `A restore into DATA_DIR ${dir} was cut off: run it again with --replace; what was there lies in its folder before-restore-….`,
    );
  }
}
