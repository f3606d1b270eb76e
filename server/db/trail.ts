import type { Db, Schema } from "./schema.ts";

/** Rows of a page of the trail, as it is read from end to end. */
const PAGE = 500;

/** The trail's rows after `after`, oldest first, to `through`. */
export async function* trailRows(
  db: Db,
  after = 0,
  through = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Schema["audit"]> {
  let last = after;
  while (true) {
    const rows = await db
      .selectFrom("audit")
      .selectAll()
      .where("seq", ">", last)
      .where("seq", "<=", through)
      .orderBy("seq")
      .limit(PAGE)
      .execute();
    yield* rows;
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < PAGE) return;
  }
}

export const listSeals = (db: Db): Promise<Schema["audit_seal"][]> =>
  db.selectFrom("audit_seal").selectAll().orderBy("through").execute();

/** The last row before a moment, the trail's very last row never. */
export async function lastBefore(
  db: Db,
  at: string,
): Promise<Pick<Schema["audit"], "seq" | "hash"> | undefined> {
  const end = await db
    .selectFrom("audit")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .executeTakeFirst();
  return db
    .selectFrom("audit")
    .select(["seq", "hash"])
    .where("at", "<", at)
    .where("seq", "<", Number(end?.seq ?? 0))
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Records a seal and takes its rows out of the table, in the caller's transaction. */
export async function removeSealed(tx: Db, seal: Schema["audit_seal"]): Promise<void> {
  await tx.insertInto("audit_seal").values(seal).execute();
  await tx.deleteFrom("audit").where("seq", ">=", seal.first).where("seq", "<=", seal.through).execute();
}
