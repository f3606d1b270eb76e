import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import { StartError } from "../start-error.ts";
import { OpenError, WorkerConnection } from "./connection.ts";
import { workerDialect } from "./driver.ts";
import { prepareDataDir, refuseUnfinishedRestore } from "./file-system.ts";
import { type KeptHead, openHeadFile, readHeadFile } from "./head-file.ts";
import { migrate } from "./migrate.ts";
import type { Db, Schema } from "./schema.ts";

export type Database = {
  /** Two readers: a slow question does not hold up a short one. */
  read: Db;
  /** One writer and its queue; every transaction is BEGIN IMMEDIATE. */
  write: Db;
  /** Tells where the trail ends after a change, for the next start to find it there. */
  keepHead: (head: KeptHead) => void;
  close: () => Promise<void>;
};

const READERS = 2;
/** SQLite's result code of a lock that another holds. */
const BUSY = "SQLITE_5";

/**
 * Opens the database of a data directory, new or old, and brings it to this version.
 * @throws StartError when the directory, the file, SQLite or another process forbids it; data stay untouched.
 */
export async function openDatabase(dir: string): Promise<Database> {
  prepareDataDir(dir);
  refuseUnfinishedRestore(dir);
  const path = join(dir, "one-map.db");
  const writer = await openWriter(dir, path);
  const readers: WorkerConnection[] = [];
  try {
    refuseBadSqlite(writer.version);
    const write = new Kysely<Schema>({
      dialect: workerDialect([writer], () => openWriter(dir, path), "begin immediate"),
    });
    await migrate(write, "sqlite");
    const openReader = () =>
      WorkerConnection.open({ path, write: false, inspect: false, head: null, lock: null });
    for (let n = 0; n < READERS; n += 1) readers.push(await openReader());
    const read = new Kysely<Schema>({ dialect: workerDialect(readers, openReader, "begin") });
    // Kysely makes its driver on first use; one that was never made would not close its workers.
    await read.selectFrom("migration").select("number").execute();
    const headFile = openHeadFile(dir);
    return {
      read,
      write,
      keepHead: headFile.keep,
      close: async () => {
        headFile.close();
        await read.destroy();
        await write.destroy();
      },
    };
  } catch (error) {
    await Promise.all([writer, ...readers].map((connection) => connection.close()));
    throw error;
  }
}

/**
 * Reads a data directory beside the process that serves it: no lock, nothing written.
 * @throws StartError when there is no database, or none of ours
 */
export async function openForReading(dir: string): Promise<{ db: Db; close: () => Promise<void> }> {
  const path = join(dir, "one-map.db");
  if (!existsSync(path)) throw new StartError(`DATA_DIR ${dir} holds no database yet.`);
  const open = () => WorkerConnection.open({ path, write: false, inspect: true, head: null, lock: null });
  const connection = await open().catch((error: unknown) => {
    throw error instanceof OpenError ? unusable(path, error) : error;
  });
  const db = new Kysely<Schema>({ dialect: workerDialect([connection], open, "begin") });
  return { db, close: () => connection.close() };
}

async function openWriter(dir: string, path: string): Promise<WorkerConnection> {
  const isOld = existsSync(path) && statSync(path).size > 0;
  try {
    return await WorkerConnection.open({
      path,
      write: true,
      inspect: isOld,
      head: readHeadFile(dir),
      lock: join(dir, "one-map.lock"),
    });
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    if (error.at === "database") throw unusable(path, error);
    throw error.code === BUSY
      ? new StartError(`Another process serves DATA_DIR ${dir}: stop it first, or choose another DATA_DIR.`)
      : new StartError(
          `DATA_DIR ${dir} cannot be locked (${error.message}), expected a directory of this account.`,
        );
  }
}

const unusable = (path: string, error: OpenError): StartError =>
  new StartError(
    `The database ${path} cannot be used (${error.message}): it was left as it is, restore a backup or move it away.`,
  );

/**
 * Before 3.51.3 a WAL reset could damage a database; 3.52.0 was withdrawn.
 * @throws StartError
 */
export function refuseBadSqlite(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const rank = major * 1_000_000 + minor * 1_000 + patch;
  if (rank < 3_051_003 || version === "3.52.0") {
    throw new StartError(
      `This Node.js brings SQLite ${version}, which can damage a database: expected 3.51.3 or later, and not 3.52.0.`,
    );
  }
}
