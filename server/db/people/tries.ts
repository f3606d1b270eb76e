import type { Db, Schema } from "../schema.ts";

export type Tries = Schema["wrong_try"];

export const triesOf = (db: Db, key: string): Promise<Tries | undefined> =>
  db.selectFrom("wrong_try").selectAll().where("key", "=", key).executeTakeFirst();

export const blockedKeys = (db: Db, now: string): Promise<Pick<Tries, "key" | "blocked_until">[]> =>
  db.selectFrom("wrong_try").select(["key", "blocked_until"]).where("blocked_until", ">", now).execute();

export async function keepTries(tx: Db, row: Tries): Promise<void> {
  await tx
    .insertInto("wrong_try")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
}

export async function forgetTries(tx: Db, key: string): Promise<void> {
  await tx.deleteFrom("wrong_try").where("key", "=", key).execute();
}

/** Names that were tried and do not exist are no record to keep. */
export async function sweepTries(tx: Db, triedBefore: string): Promise<void> {
  await tx.deleteFrom("wrong_try").where("tried_at", "<", triedBefore).execute();
}
