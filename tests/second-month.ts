import { sql } from "kysely";
import type { Stage } from "#domain/stage.ts";
import { bumpRevision } from "#server/db/revision.ts";
import { writeRollup } from "#server/db/rollup.ts";
import { type Db, STILL } from "#server/db/schema.ts";
import type { Ledger } from "#server/ledger.ts";

/** Tables that hold rows for a version of an item. */
const OF_A_VERSION = ["item_region", "item_unit", "item_place", "item_text", "item_source"] as const;

/**
 * Publishes a month in which items stand on other steps than before, as a month's reports will: history is rows, not
 * overwritten columns. Every screen is told.
 */
export async function publishMonth(
  { database, revisions }: Ledger,
  month: string,
  stages: Readonly<Record<string, Stage>>,
): Promise<void> {
  const revision = await database.write.transaction().execute(async (tx) => {
    await tx
      .insertInto("publication")
      .values({ as_of: month, published_at: new Date().toISOString() })
      .execute();
    for (const [id, stage] of Object.entries(stages)) await moveTo(tx, id, month, stage);
    await writeRollup(tx, month);
    return bumpRevision(tx, `published ${month}`);
  });
  revisions.announce(revision);
}

async function moveTo(tx: Db, id: string, month: string, stage: Stage): Promise<void> {
  const before = await tx
    .selectFrom("item_version")
    .selectAll()
    .where("item_id", "=", id)
    .where("until", "=", STILL)
    .executeTakeFirstOrThrow();
  const { next } = await tx
    .selectFrom("item_version")
    .select((eb) => eb(eb.fn.max("id"), "+", 1).as("next"))
    .executeTakeFirstOrThrow();
  await tx.updateTable("item_version").set({ until: month }).where("id", "=", before.id).execute();
  await tx
    .insertInto("item_version")
    .values({ ...before, id: Number(next), as_of: month, stage })
    .execute();
  for (const table of OF_A_VERSION) {
    const rows = await tx.selectFrom(table).selectAll().where("version_id", "=", before.id).execute();
    for (const row of rows) {
      await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
        values (${sql.join(Object.values({ ...row, version_id: next }))})`.execute(tx);
    }
  }
}
