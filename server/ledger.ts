import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { type Database, openDatabase } from "./db/open.ts";
import { noteBuild, readRevision } from "./db/revision.ts";
import { seedDatabase } from "./db/seed.ts";
import { RevisionFeed } from "./revision-feed.ts";

export type Ledger = { database: Database; revisions: RevisionFeed };

/**
 * Opens a data directory, brings it to this version, and seeds it when it is empty.
 * @param build names the code that answers: another one counts as a change of the ledger
 * @throws StartError, SeedError
 */
export async function openLedger(dir: string, build: string): Promise<Ledger> {
  const database = await openDatabase(dir);
  try {
    await seedDatabase(database.write, readSeeds(), readRegions(), build);
    await noteBuild(database.write, build);
    return { database, revisions: new RevisionFeed(await readRevision(database.read)) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
