/** What a database worker is told and what it says. */
export type Opening = {
  path: string;
  write: boolean;
  /** Check an existing file before it is opened for writing. */
  inspect: boolean;
  /** A row of the audit trail that is to be there when inspected: it was told of as written. */
  head: { seq: number; hash: string } | null;
  /** Lock file to hold while open; null for readers, which the writer covers. */
  lock: string | null;
};

export type Refusal = { message: string; code: string | null };
export type Ask = { id: number; sql: string; parameters: readonly unknown[] };
export type Answer =
  | { opened: true; version: string }
  | { opened: false; at: "lock" | "database"; error: Refusal }
  | { id: number; rows: unknown[]; changes: number }
  | { id: number; error: Refusal };
