import { GENESIS, hashOf, isAuditHash } from "../db/audit.ts";
import type { Schema } from "../db/schema.ts";
import type { Anchor } from "./anchors.ts";

type Row = Schema["audit"];
export type Claim = Pick<Anchor, "seq" | "hash"> & { from: string };

/** Follows rows one by one, and holds them against what was said of them elsewhere. */
export class Chain {
  readonly faults: string[] = [];
  rows = 0;
  seq = 0;
  hash = GENESIS;
  readonly #claims = new Map<number, Claim[]>();
  #broken = false;

  constructor(claims: readonly Claim[]) {
    for (const claim of claims) this.#claims.set(claim.seq, [...(this.#claims.get(claim.seq) ?? []), claim]);
  }

  /** The next row. Past the first bad one rows are counted and claims looked at, and nothing more. */
  take(row: Row): void {
    this.rows += 1;
    const why = this.#broken ? null : this.#faultOf(row);
    if (why !== null) {
      this.#broken = true;
      this.faults.push(`Row ${row.seq}: ${why}.`);
    }
    this.#stand(row.seq, row.hash);
  }

  /** Goes on behind rows that are not here, on the word of their seal. */
  skipTo(seq: number, hash: string): void {
    for (const at of this.#claims.keys()) if (at > this.seq && at < seq) this.#claims.delete(at);
    this.#stand(seq, hash);
  }

  fault(words: string): void {
    this.faults.push(words);
  }

  /** Call after the last row: claims of rows that are not there are a tail that was cut. */
  end(): void {
    for (const claims of this.#claims.values()) {
      for (const { seq, from } of claims)
        this.fault(`${from} knows row ${seq}, the trail ends at ${this.seq}.`);
    }
  }

  #stand(seq: number, hash: string): void {
    this.seq = seq;
    this.hash = hash;
    for (const claim of this.#claims.get(seq) ?? []) {
      if (claim.hash !== hash) this.fault(`Row ${seq}: ${claim.from} says it was another one.`);
    }
    this.#claims.delete(seq);
  }

  #faultOf(row: Row): string | null {
    if (row.seq !== this.seq + 1) return `it follows row ${this.seq}, rows between them are missing`;
    if (row.previous !== this.hash) return "it does not follow the row before it";
    if (!isAuditHash(row.algorithm)) return `its digest ${JSON.stringify(row.algorithm)} is unknown`;
    try {
      const { hash, ...rest } = row;
      return hashOf(rest) === hash ? null : "it is not what its hash was made of";
    } catch (error) {
      return `it cannot be hashed (${error instanceof Error ? error.message : String(error)})`;
    }
  }
}
