/**
 * `npm run audit:seal -- --before YYYY-MM`: takes older rows of the trail into a file in DATA_DIR/sealed, which the
 * rest goes on from. Needs the data directory to itself: stop the server first.
 */
import { parseArgs } from "node:util";
import { zMonth } from "#domain/month.ts";
import { openDatabase } from "../db/open.ts";
import { parseEnv } from "../env.ts";
import { sealTrail } from "./seal.ts";

try {
  const { values } = parseArgs({ options: { before: { type: "string" } } });
  const before = zMonth.safeParse(values.before);
  if (!before.success) throw new Error("--before is missing or no month, expected one such as 2012-07.");
  const { DATA_DIR: dir, AUDIT_KEEP_MONTHS: keepMonths, AUDIT_HASH: auditHash } = parseEnv(process.env);
  const database = await openDatabase(dir);
  try {
    const seal = await sealTrail(database.write, { dir, before: before.data, keepMonths, auditHash });
    process.stdout.write(
      seal === null
        ? "Nothing to seal.\n"
        : `Rows ${seal.first} to ${seal.through} are sealed in ${seal.file} (sha256 ${seal.sha256}, head ${seal.head}).\n`,
    );
  } finally {
    await database.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
