import type { Migration } from "../migrate.ts";

/** Where the audit trail ended when a month was frozen: whoever has the id can tell a rewritten trail. */
export const snapshotHead: Migration = {
  number: 8,
  name: "snapshot-head",
  statements: () => [
    "alter table snapshot add column audit_seq integer",
    "alter table snapshot add column audit_hash text",
  ],
};
