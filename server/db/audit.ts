import { createHash } from "node:crypto";
import { canonicalJson } from "#domain/canonical-json.ts";
import { hasPhone, redactPhones } from "#domain/redact.ts";
import type { Db, Schema } from "./schema.ts";

/** What was done to what. `before` and `after` hold no secret; telephone numbers in them are not kept. */
export type Note = {
  action: string;
  noun: string;
  target: string;
  unit?: string | null;
  before?: unknown;
  after?: unknown;
};

/** Who did it, from where, under which request. The name is kept as it is at that moment. */
export type Actor = { id: string | null; name: string; address: string; requestId: string };

/** Where the trail ends: a row and its hash. `seq` is 0 before the first. */
export type Head = { seq: number; hash: string; algorithm: string };

/** Digests a trail may be chained by; sm3 is GB/T 32905. */
export const AUDIT_HASHES = ["sha256", "sm3"] as const;
export type AuditHash = (typeof AUDIT_HASHES)[number];
export const isAuditHash = (name: string): name is AuditHash =>
  (AUDIT_HASHES as readonly string[]).includes(name);

/** `previous` of the first row. */
export const GENESIS = "0".repeat(64);

/** Hash of a row: over its canonical JSON, the hash itself left out. @throws TypeError for a text that is no text */
export function hashOf(row: Omit<Schema["audit"], "hash">): string {
  return createHash(row.algorithm).update(canonicalJson(row)).digest("hex");
}

/** Where the trail ends now. A seal never takes the last row, so it is always in the table. */
export async function auditHead(db: Db): Promise<Head> {
  const last = await db
    .selectFrom("audit")
    .select(["seq", "hash", "algorithm"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: GENESIS, algorithm: "sha256" };
}

/** Adds to the trail, in the transaction of what is noted: where this fails, that fails too. */
export async function appendAudit(tx: Db, actor: Actor, note: Note, algorithm: string): Promise<Head> {
  const last = await auditHead(tx);
  const row = {
    seq: last.seq + 1,
    at: new Date().toISOString(),
    account_id: actor.id,
    account_name: actor.name,
    address: actor.address,
    request_id: actor.requestId,
    action: note.action,
    noun: note.noun,
    target: note.target,
    unit_id: note.unit ?? null,
    before: jsonOf(note.before),
    after: jsonOf(note.after),
    algorithm,
    previous: last.hash,
  };
  const hash = hashOf(row);
  await tx
    .insertInto("audit")
    .values({ ...row, hash })
    .execute();
  return { seq: row.seq, hash, algorithm };
}

function jsonOf(value: unknown): string | null {
  if (value === undefined) return null;
  const text = canonicalJson(value);
  return hasPhone(text) ? canonicalJson(redactPhones(value)) : text;
}
