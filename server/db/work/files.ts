import type { Db } from "../schema.ts";

/** Every file that a version of a record holds. */
export async function heldHashes(db: Db, id: string): Promise<Set<string>> {
  const rows = await db.selectFrom("work_file").select("hash").where("work_id", "=", id).execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** A file as a record holds it, by the name that its latest version has for it; undefined where none holds it. */
export async function workFile(db: Db, id: string, hash: string) {
  return db
    .selectFrom("work_file as a")
    .innerJoin("work as w", "w.id", "a.work_id")
    .innerJoin("stored_file as f", "f.hash", "a.hash")
    .select(["a.name", "f.type", "f.bytes", "w.noun"])
    .where("a.work_id", "=", id)
    .where("a.hash", "=", hash)
    .orderBy("a.version", "desc")
    .executeTakeFirst();
}

/** Lets go of all files of a record: what nothing else holds is swept away. */
export async function forgetFiles(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom("work_file").where("work_id", "=", id).execute();
}
