import type { InputIssue } from "#domain/error.ts";
import type { Attachment } from "#domain/report/report.ts";
import type { Db, Schema } from "../schema.ts";

/** Notes a file that lies by its hash, and the unit that sent it in. */
export async function keepFile(tx: Db, file: Omit<Schema["stored_file"], "at">, unit: string, at: string) {
  const known = await storedFile(tx, file.hash);
  if (known === null) {
    await tx
      .insertInto("stored_file")
      .values({ ...file, at })
      .execute();
  }
  await tx
    .insertInto("file_upload")
    .values({ hash: file.hash, unit_id: unit })
    .onConflict((conflict) => conflict.columns(["hash", "unit_id"]).doNothing())
    .execute();
}

export async function storedFile(db: Db, hash: string): Promise<Schema["stored_file"] | null> {
  const row = await db.selectFrom("stored_file").selectAll().where("hash", "=", hash).executeTakeFirst();
  return row ?? null;
}

/**
 * A unit attaches what it has sent in itself, as what it was found to be: a hash alone opens no other's file.
 * @param place of the list
 * @param held files that it may attach besides, for what it attaches them to has them already
 * @returns what is wrong, each fault at its file
 */
export async function foreignFiles(
  tx: Db,
  unit: string,
  attachments: readonly Attachment[],
  place: InputIssue["path"],
  held: ReadonlySet<string> = new Set(),
): Promise<InputIssue[]> {
  if (attachments.length === 0) return [];
  const hashes = attachments.map(({ hash }) => hash);
  const sent = await tx
    .selectFrom("stored_file as f")
    .leftJoin("file_upload as u", (join) => join.onRef("u.hash", "=", "f.hash").on("u.unit_id", "=", unit))
    .select(["f.hash", "f.type", "f.bytes", "u.unit_id"])
    .where("f.hash", "in", hashes)
    .execute();
  const own = sent.filter(({ hash, unit_id }) => unit_id !== null || held.has(hash));
  return attachments.flatMap(({ hash, type, bytes }, index) => {
    const path = [...place, index];
    if (hashes.indexOf(hash) !== index) return [{ path, message: "the same file is attached twice" }];
    const file = own.find((one) => one.hash === hash);
    if (file === undefined) return [{ path, message: "expected a file that your unit has sent in" }];
    if (file.type === type && file.bytes === bytes) return [];
    return [{ path, message: `expected ${file.type} of ${file.bytes} bytes, as the file is` }];
  });
}

export async function storedHashes(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom("stored_file").select("hash").execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** Forgets files that came in before a time and that no report and no record of the work holds. Returns how many. */
export async function forgetUnattached(db: Db, before: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom("stored_file as f")
      .leftJoin("attachment as a", "a.hash", "f.hash")
      .leftJoin("work_file as w", "w.hash", "f.hash")
      .select("f.hash")
      .where("f.at", "<", before)
      .where("a.hash", "is", null)
      .where("w.hash", "is", null)
      .execute();
    for (const { hash } of rows) {
      await tx.deleteFrom("file_upload").where("hash", "=", hash).execute();
      await tx.deleteFrom("stored_file").where("hash", "=", hash).execute();
    }
    return rows.length;
  });
}

/** A file as a report holds it, with where the report is; undefined where it holds none such. */
export async function attachedFile(db: Db, report: string, hash: string) {
  return db
    .selectFrom("attachment as a")
    .innerJoin("report as r", "r.id", "a.report_id")
    .innerJoin("stored_file as f", "f.hash", "a.hash")
    .select(["a.name", "f.type", "f.bytes", "r.unit_id", "r.state"])
    .where("a.report_id", "=", report)
    .where("a.hash", "=", hash)
    .executeTakeFirst();
}
