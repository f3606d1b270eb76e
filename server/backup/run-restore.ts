/**
 * `npm run restore -- FOLDER [--replace] [--check]`: puts a backup into DATA_DIR. With --check it looks at the backup
 * and touches nothing else.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseEnv } from "../env.ts";
import { checkBackup } from "./check-backup.ts";
import { restoreBackup } from "./restore.ts";

try {
  const { values, positionals } = parseArgs({
    options: { replace: { type: "boolean", default: false }, check: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) throw new Error("Expected the folder of one backup.");
  const folder = resolve(given);
  const { DATA_DIR: dir, AUDIT_HASH: auditHash } = parseEnv(process.env);
  if (values.check) {
    const { madeAt, revision, auditHead } = await checkBackup(folder);
    process.stdout.write(`Backup of ${madeAt}: whole. Revision ${revision}, audit head ${auditHead.seq}.\n`);
  } else {
    const { manifest, aside } = await restoreBackup({ dir, folder, replace: values.replace, auditHash });
    process.stdout.write(
      `Restored: ${dir} is as it was at ${manifest.madeAt}.${aside === null ? "" : ` What was there lies in ${aside}.`}\n`,
    );
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
