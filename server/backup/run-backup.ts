/** `npm run backup [-- --to FOLDER]`: one moment of DATA_DIR as a folder, while the server writes. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseEnv } from "../env.ts";
import { makeBackup } from "./make-backup.ts";

const versionOf = (text: string): string => {
  const { version } = JSON.parse(text) as { version: string };
  return version;
};

try {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const { DATA_DIR } = parseEnv(process.env);
  const now = new Date();
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const folder = resolve(values.to ?? join(DATA_DIR, "backups", `one-map-${stamp}`));
  const version = versionOf(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const { manifest, sha256, faults } = await makeBackup(DATA_DIR, folder, version, now);
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  process.stdout.write(
    `Backup: ${folder}, ${manifest.files.length} files of ${bytes} bytes, revision ${manifest.revision}, ` +
      `audit head ${manifest.auditHead.seq}:${manifest.auditHead.hash}, manifest sha256 ${sha256}.\n`,
  );
  // What is damaged is copied too: it may be all there is. But nobody shall think it whole.
  if (faults.length > 0)
    process.stderr.write(`The data have faults, and so has the backup:\n${faults.join("\n")}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
