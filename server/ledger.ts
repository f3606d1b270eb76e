import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { SERVER } from "./act.ts";
import { type AuditHash, appendAudit } from "./db/audit.ts";
import { seedAssignments } from "./db/filing/assignments.ts";
import { type Database, openDatabase } from "./db/open.ts";
import { noteBuild, readRevision } from "./db/revision.ts";
import { seedDatabase } from "./db/seed.ts";
import { seedOpinions, seedTasks } from "./db/work/seed-work.ts";
import { RevisionFeed } from "./revision-feed.ts";

export type Ledger = { database: Database; revisions: RevisionFeed };

/**
 * Opens a data directory, brings it to this version, and seeds it when it is empty.
 * @param build names the code that answers: another one counts as a change of the ledger
 * @param auditHash digest of the notes that it leaves in the trail
 * @throws StartError, SeedError
 */
export async function openLedger(
  dir: string,
  build: string,
  auditHash: AuditHash = "sha256",
): Promise<Ledger> {
  const database = await openDatabase(dir);
  try {
    await seedDatabase(database.write, readSeeds(), readRegions(), build);
    const heads = [
      await seedAssignments(database.write, (tx, assignments) => {
        const note = { action: "assignment.seed", noun: "item", target: "", after: { assignments } };
        return appendAudit(tx, SERVER, note, auditHash);
      }),
      await seedTasks(database.write, (tx, tasks) => {
        const note = { action: "task.seed", noun: "task", target: "", after: { tasks } };
        return appendAudit(tx, SERVER, note, auditHash);
      }),
      await seedOpinions(database.write, (tx, opinions) => {
        const note = { action: "opinion.seed", noun: "opinion", target: "", after: { opinions } };
        return appendAudit(tx, SERVER, note, auditHash);
      }),
    ];
    for (const head of heads) if (head !== null) database.keepHead(head);
    await noteBuild(database.write, build);
    return { database, revisions: new RevisionFeed(await readRevision(database.read)) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
