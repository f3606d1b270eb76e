import { createHash } from "node:crypto";

/** What names a file of the ledger: its month, its revision, and the address that it is asked for at. */
export type Identity = { asOf: string; revision: number; path: string; query: string };

/**
 * As pages have theirs: the same file of the same ledger has the same id, YZT-201207-4F2K9C0A. The host is left out:
 * a server is known by several names.
 */
export function exportId({ asOf, revision, path, query }: Identity): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([path, query, revision]))
    .digest("hex");
  return `YZT-${asOf.replace("-", "")}-${digest.slice(0, 8).toUpperCase()}`;
}
