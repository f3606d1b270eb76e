import { createHash } from "node:crypto";
import { sql } from "kysely";
import { StartError } from "../start-error.ts";
import { ledger } from "./migrations/001-ledger.ts";
import { people } from "./migrations/002-people.ts";
import { filing } from "./migrations/003-filing.ts";
import { upload } from "./migrations/004-upload.ts";
import { lights } from "./migrations/005-lights.ts";
import { trail } from "./migrations/006-trail.ts";
import { demo } from "./migrations/007-demo.ts";
import { snapshotHead } from "./migrations/008-snapshot-head.ts";
import { work } from "./migrations/009-work.ts";
import { contacts } from "./migrations/010-contacts.ts";
import { calendars } from "./migrations/011-calendars.ts";
import { filingRule } from "./migrations/012-filing-rule.ts";
import { workFile } from "./migrations/013-work-file.ts";
import type { Db, Dialect, Schema } from "./schema.ts";

/** One way only: a migration that has run anywhere is never edited, the next one follows it. */
export type Migration = {
  number: number;
  name: string;
  statements: (dialect: Dialect) => readonly string[];
};

export const MIGRATIONS: readonly Migration[] = [
  ledger,
  people,
  filing,
  upload,
  lights,
  trail,
  demo,
  snapshotHead,
  work,
  contacts,
  calendars,
  filingRule,
  workFile,
];

const checksum = (statements: readonly string[]): string =>
  createHash("sha256").update(statements.join(";\n")).digest("hex");

/**
 * Brings a database to this version in one transaction; nothing is written when anything is amiss.
 * @throws StartError when a newer version made it, or when a migration that ran is not the one we know.
 */
export async function migrate(
  db: Db,
  dialect: Dialect,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`create table if not exists migration (
      number integer primary key, name text not null, checksum text not null, applied_at text not null)`.execute(
      tx,
    );
    const applied = await tx.selectFrom("migration").selectAll().orderBy("number").execute();
    refuseUnknownMigrations(applied, dialect, migrations);
    for (const migration of migrations.slice(applied.length)) {
      const statements = migration.statements(dialect);
      for (const statement of statements) await sql.raw(statement).execute(tx);
      await tx
        .insertInto("migration")
        .values({
          number: migration.number,
          name: migration.name,
          checksum: checksum(statements),
          applied_at: new Date().toISOString(),
        })
        .execute();
    }
  });
}

/** @throws StartError when a newer version made a database, or a migration that ran is not the one we know */
export function refuseUnknownMigrations(
  applied: readonly Pick<Schema["migration"], "number" | "name" | "checksum">[],
  dialect: Dialect,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  for (const row of applied) {
    const known = migrations.find((migration) => migration.number === row.number);
    if (known === undefined) {
      throw new StartError(
        `The database has migration ${row.number} (${row.name}), which this version does not know: a newer version made it, use that one.`,
      );
    }
    if (checksum(known.statements(dialect)) !== row.checksum) {
      throw new StartError(
        `Migration ${row.number} (${row.name}) of the database is not the one this version has: restore the version that made it, or a backup.`,
      );
    }
  }
}
