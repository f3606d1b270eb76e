/**
 * `npm run audit:verify [-- --anchor SEQ:HASH …]`: follows the trail from its first row to its last, beside the
 * process that serves it, and changes nothing. Ends with 0 when it is whole, with 1 and the first bad row when it is
 * not, with 2 when it could not be looked at.
 */
import { parseArgs } from "node:util";
import { openForReading } from "../db/open.ts";
import { parseEnv } from "../env.ts";
import type { Claim } from "./chain.ts";
import { verifyTrail } from "./verify.ts";

/** An anchor from a log or a syslog. @throws Error */
function claimOf(text: string): Claim {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new Error(`--anchor is ${JSON.stringify(text)}, expected SEQ:HASH as a log line has them.`);
  }
  return { seq: Number(seq), hash, from: `The anchor ${seq} given` };
}

try {
  const { values } = parseArgs({ options: { anchor: { type: "string", multiple: true } } });
  const claims = (values.anchor ?? []).map(claimOf);
  const { DATA_DIR } = parseEnv(process.env);
  const { db, close } = await openForReading(DATA_DIR);
  const { faults, head, rows, anchors, seals, away, remarks } = await verifyTrail(db, DATA_DIR, claims);
  await close();
  const looked = `${rows} rows to ${head.seq}:${head.hash}, ${anchors + claims.length} anchors, ${seals} seals`;
  const missing = away.map((file) => `${file} is kept elsewhere and was not looked at.`);
  const verdict = faults.length === 0 ? `Audit trail: whole. ${looked}.` : `Audit trail: broken. ${looked}.`;
  process.stdout.write(`${[...faults, ...missing, ...remarks, verdict].join("\n")}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
