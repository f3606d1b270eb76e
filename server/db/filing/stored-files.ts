import { InvalidInputError } from "#domain/error.ts";
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
 * @throws InvalidInputError
 */
export async function refuseForeignFiles(
  tx: Db,
  unit: string,
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  const hashes = attachments.map(({ hash }) => hash);
  const own = await tx
    .selectFrom("stored_file as f")
    .innerJoin("file_upload as u", "u.hash", "f.hash")
    .select(["f.hash", "f.type", "f.bytes"])
    .where("u.unit_id", "=", unit)
    .where("f.hash", "in", hashes)
    .execute();
  const issues = attachments.flatMap(({ hash, type, bytes }, index) => {
    const path = ["content", "attachments", index];
    if (hashes.indexOf(hash) !== index) return [{ path, message: "the same file is attached twice" }];
    const file = own.find((one) => one.hash === hash);
    if (file === undefined) return [{ path, message: "expected a file that your unit has sent in" }];
    if (file.type === type && file.bytes === bytes) return [];
    return [{ path, message: `expected ${file.type} of ${file.bytes} bytes, as the file is` }];
  });
  if (issues.length > 0) throw new InvalidInputError(issues);
}

export async function storedHashes(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom("stored_file").select("hash").execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** Forgets files that came in before a time and that no report holds. Returns how many. */
export async function forgetUnattached(db: Db, before: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom("stored_file as f")
      .leftJoin("attachment as a", "a.hash", "f.hash")
      .select("f.hash")
      .where("f.at", "<", before)
      .where("a.hash", "is", null)
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
