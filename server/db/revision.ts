import type { Db } from "./schema.ts";

/** 0 before the ledger was first written. */
export async function readRevision(db: Db): Promise<number> {
  const row = await db.selectFrom("revision").select("value").executeTakeFirst();
  return row?.value ?? 0;
}

/** Counts up in the caller's transaction; returns the new revision. */
export async function bumpRevision(db: Db, build: string): Promise<number> {
  const value = (await readRevision(db)) + 1;
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
