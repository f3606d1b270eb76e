import { existsSync } from "node:fs";
import type { Head } from "../db/audit.ts";
import { readHeadFile } from "../db/head-file.ts";
import { frozenHeads } from "../db/months/snapshots.ts";
import type { Db, Schema } from "../db/schema.ts";
import { listSeals, trailRows } from "../db/trail.ts";
import { readAnchors } from "./anchors.ts";
import { Chain, type Claim } from "./chain.ts";
import { readSealed, sealedPath } from "./sealed-file.ts";

export type Verdict = {
  head: Pick<Head, "seq" | "hash">;
  /** Rows looked at, sealed ones too. */
  rows: number;
  anchors: number;
  seals: number;
  /** Sealed files that are kept elsewhere, by name: what they hold was not looked at. */
  away: string[];
  /** What is worth knowing and no fault, a sentence each. */
  remarks: string[];
  /** A sentence each, the first bad row first; none when all is well. */
  faults: string[];
};

/**
 * Reads the whole trail, what was sealed of it too, and holds it against its anchors: the file in `dir`, the heads that
 * frozen months carry, and whatever `claims` says was written down elsewhere.
 */
export async function verifyTrail(db: Db, dir: string, claims: readonly Claim[] = []): Promise<Verdict> {
  const { anchors, bad } = readAnchors(dir);
  const kept = readHeadFile(dir);
  const chain = new Chain([
    ...anchors.map((one) => ({ ...one, from: `The anchor of ${one.at}` })),
    ...(kept === null ? [] : [{ ...kept, from: "The file audit-head" }]),
    ...(await frozenHeads(db)),
    ...claims,
  ]);
  // One moment for both: a seal made meanwhile would seem to have eaten rows.
  const { seals, away } = await db.transaction().execute(async (tx) => {
    const seals = await listSeals(tx);
    const away = await followSeals(chain, seals, dir);
    const notes: string[] = [];
    for await (const row of trailRows(tx)) {
      chain.take(row);
      if (row.action === "audit.seal") notes.push(row.target);
    }
    const last = seals.at(-1);
    if (last !== undefined && !notes.includes(last.file)) {
      chain.fault(`The seal of rows ${last.first} to ${last.through} is not noted in the trail.`);
    }
    return { seals, away };
  });
  chain.end();
  // Whoever can cut a line can remove it whole: a half one says that the power failed, and no more than that.
  const remarks = bad.map(({ line, why }) => `Line ${line} of the file of anchors ${why}.`);
  const head = { seq: chain.seq, hash: chain.hash };
  return {
    head,
    rows: chain.rows,
    anchors: anchors.length,
    seals: seals.length,
    away,
    remarks,
    faults: chain.faults,
  };
}

async function followSeals(
  chain: Chain,
  seals: readonly Schema["audit_seal"][],
  dir: string,
): Promise<string[]> {
  const away: string[] = [];
  for (const seal of seals) {
    if (seal.first !== chain.seq + 1 || seal.previous !== chain.hash) {
      chain.fault(`The seal of rows ${seal.first} to ${seal.through} does not follow row ${chain.seq}.`);
    }
    if (existsSync(sealedPath(dir, seal.file))) {
      const { rows, sha256 } = readSealed(dir, seal.file);
      if (sha256 !== seal.sha256) chain.fault(`The sealed file ${seal.file} is not the one that was sealed.`);
      for (const row of rows) chain.take(row);
      if (chain.seq !== seal.through || chain.hash !== seal.head) {
        chain.fault(`The sealed file ${seal.file} does not end at row ${seal.through}.`);
      }
    } else away.push(seal.file);
    chain.skipTo(seal.through, seal.head);
  }
  return away;
}
