import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { actOf } from "#server/act.ts";
import { seedAssignments } from "#server/db/filing/assignments.ts";
import { openDatabase } from "#server/db/open.ts";
import { readRevision } from "#server/db/revision.ts";
import { seedDatabase } from "#server/db/seed.ts";
import type { Ledger } from "#server/ledger.ts";
import { RevisionFeed } from "#server/revision-feed.ts";
import { aCopy } from "../../factories.ts";

async function seedUnnoted(dir: string): Promise<void> {
  const database = await openDatabase(dir);
  await seedDatabase(database.write, readSeeds(), readRegions(), "test");
  await seedAssignments(database.write, async () => {});
  await database.close();
}

/** A ledger whose trail has no row yet: a first start would leave its own. */
export async function anEmptyTrail(): Promise<Ledger & { dir: string }> {
  const dir = await aCopy(seedUnnoted);
  const database = await openDatabase(dir);
  return { database, revisions: new RevisionFeed(await readRevision(database.read)), dir };
}

/** A ledger with a trail of `rows` rows, each noted by way of `act`. */
export async function aTrail(rows: number, auditHash = "sha256"): Promise<Ledger & { dir: string }> {
  const ledger = await anEmptyTrail();
  for (let n = 1; n <= rows; n += 1) await noteOne(ledger, `target-${n}`, auditHash);
  return ledger;
}

export const noteOne = (
  { database, revisions }: Ledger,
  target: string,
  auditHash = "sha256",
): Promise<void> =>
  actOf(
    { write: database.write, revisions, auditHash, keepHead: database.keepHead },
    { id: "a1", name: "王芳", address: "10.0.0.1", requestId: "r1" },
  )(({ note }) =>
    note({ action: "report.write", noun: "report", target, unit: "league-150600", after: { words: "完成" } }),
  );

/** Does to the database what only a hand at the file can do: the triggers are put away first. */
export function tamper(dir: string, sql: string): void {
  const database = new DatabaseSync(join(dir, "one-map.db"));
  const triggers = database.prepare("select name, sql from sqlite_schema where type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`drop trigger ${String(name)}`);
  database.exec(sql);
  for (const trigger of triggers) database.exec(String(trigger.sql));
  database.close();
}
