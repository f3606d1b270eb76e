import { appendAudit } from "../db/audit.ts";
import type { Db, Schema } from "../db/schema.ts";
import { lastBefore, listSeals, removeSealed, trailRows } from "../db/trail.ts";
import { StartError } from "../start-error.ts";
import { writeSealed } from "./sealed-file.ts";
import { verifyTrail } from "./verify.ts";

export type Sealing = { dir: string; before: string; keepMonths: number; auditHash: string; now?: Date };

/**
 * Takes the rows before a month (YYYY-MM, UTC) out of the trail into a file of their own, and notes that in the
 * trail. Null where there are none.
 * @throws StartError when the month is younger than is kept, or the trail has a fault
 */
export async function sealTrail(
  write: Db,
  { dir, before, keepMonths, auditHash, now = new Date() }: Sealing,
): Promise<Schema["audit_seal"] | null> {
  const youngest = monthsBefore(now, keepMonths);
  if (before > youngest) {
    throw new StartError(
      `--before is ${before}, expected ${youngest} or earlier: ${keepMonths} months are kept.`,
    );
  }
  const { faults } = await verifyTrail(write, dir);
  if (faults[0] !== undefined)
    throw new StartError(`The trail has a fault, nothing was sealed. ${faults[0]}`);
  const last = await lastBefore(write, `${before}-01`);
  if (last === undefined) return null;
  const sealed = (await listSeals(write)).at(-1);
  const first = (sealed?.through ?? 0) + 1;
  const file = `audit-${String(first).padStart(9, "0")}-${String(last.seq).padStart(9, "0")}.jsonl`;
  const { sha256 } = await writeSealed(dir, file, trailRows(write, first - 1, last.seq));
  const { previous } = await write
    .selectFrom("audit")
    .select("previous")
    .where("seq", "=", first)
    .executeTakeFirstOrThrow();
  const seal = {
    first,
    through: last.seq,
    previous,
    head: last.hash,
    file,
    sha256,
    sealed_at: now.toISOString(),
  };
  await write.transaction().execute(async (tx) => {
    await removeSealed(tx, seal);
    const actor = { id: null, name: "audit:seal", address: "", requestId: "" };
    await appendAudit(
      tx,
      actor,
      { action: "audit.seal", noun: "audit", target: file, after: seal },
      auditHash,
    );
  });
  return seal;
}

/** The month that began so many months before this one. */
function monthsBefore(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
}
