import { accessSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { resolve } from "node:path";
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

type Statfs = (path: string) => { type: number };

/**
 * Makes the data directory and sees that SQLite can live in it.
 * @throws StartError when it cannot be written or lies on a network file system.
 */
export function prepareDataDir(dir: string, statfs: Statfs = statfsSync): void {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    const file = resolve(dir, "one-map.db");
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new StartError(`DATA_DIR ${dir} cannot be written (${why}), expected a directory of this account.`);
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
