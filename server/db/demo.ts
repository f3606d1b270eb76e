import type { Db } from "./schema.ts";

/**
 * Whether the ledger holds demonstration data, which `npm run demo` alone makes. The one place that says so; every
 * page, picture and file asks here (truth rule 8).
 */
export async function isDemo(db: Db): Promise<boolean> {
  return (await db.selectFrom("demo").select("id").executeTakeFirst()) !== undefined;
}

/** Once marked, a ledger stays marked. */
export async function markDemo(tx: Db): Promise<void> {
  await tx.insertInto("demo").values({ id: 1, finished_at: null }).execute();
}

export async function finishDemo(db: Db): Promise<void> {
  await db.updateTable("demo").set({ finished_at: new Date().toISOString() }).execute();
}

/** False for one whose making was cut short. */
export async function isFinishedDemo(db: Db): Promise<boolean> {
  const row = await db.selectFrom("demo").select("finished_at").executeTakeFirst();
  return (row?.finished_at ?? null) !== null;
}
