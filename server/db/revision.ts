import type { Db } from "./schema.ts";

/** 0 before the ledger was first written. */
export async function readRevision(db: Db): Promise<number> {
  const row = await db.selectFrom("revision").select("value").executeTakeFirst();
  return row?.value ?? 0;
}

/** Of the server that wrote last: a change of the ledger is not one of the build. */
export async function readBuild(db: Db): Promise<string> {
  const row = await db.selectFrom("revision").select("build").executeTakeFirst();
  return row?.build ?? "";
}

/** Counts up in the caller's transaction; returns the new revision. */
export async function bumpRevision(db: Db, build: string): Promise<number> {
  return writeRevision(db, (await readRevision(db)) + 1, build);
}

/** More than changes between two backups: what browsers keep of the revisions that a restore undid fits none to come. */
const LEAP = 100_000;

/** Counts up far beyond a revision that was seen, so that no later state shares its number with one that is undone. */
export const leapRevision = (db: Db, seen: number, build: string): Promise<number> =>
  writeRevision(db, seen + LEAP, build);

async function writeRevision(db: Db, value: number, build: string): Promise<number> {
  const changed = { value, build, changed_at: new Date().toISOString() };
  await db
    .insertInto("revision")
    .values({ id: 1, ...changed })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
    .execute();
  return value;
}

/**
 * A new build may answer the same question in another shape, so it counts as a change: no browser keeps an
 * answer of the old one for current.
 */
export async function noteBuild(db: Db, build: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom("revision").select("build").executeTakeFirst();
    if (row !== undefined && row.build !== build) await bumpRevision(tx, build);
  });
}
