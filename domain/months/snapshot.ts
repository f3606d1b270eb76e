import { z } from "zod";
import { zMonth } from "../month.ts";

/** 128 random bits in hexadecimal: whoever has one was given it. */
export const zSnapshotId = z.string().regex(/^[0-9a-f]{32}$/, "expected the id of a frozen month");

/** 定版: a month as it was frozen. `hash` is the sha256 of its content's canonical JSON (RFC 8785). */
export const zSnapshot = z.strictObject({
  id: zSnapshotId,
  month: zMonth,
  /** 1, and one more for each correction after it. */
  version: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The ledger's revision when it was frozen. */
  revision: z.int().min(0),
  /** What was corrected; null for the first version. */
  reason: z.string().nullable(),
  frozenAt: z.string(),
  /** Where the audit trail ended before; null of a version that is older than this. */
  auditHead: z.strictObject({ seq: z.int().min(0), hash: z.string() }).nullable(),
});
export type Snapshot = z.infer<typeof zSnapshot>;

/** A published month; `snapshots` the newest first, none while it is not frozen. */
export const zMonthEntry = z.strictObject({
  month: zMonth,
  publishedAt: z.string(),
  snapshots: z.array(zSnapshot),
});
export type MonthEntry = z.infer<typeof zMonthEntry>;

/** The first version needs no reason, each later one does. */
export const zFreeze = z.strictObject({
  month: zMonth,
  reason: z.string().trim().min(1).max(1000).optional(),
});
export type Freeze = z.infer<typeof zFreeze>;

export const zSnapshotGet = z.strictObject({ id: zSnapshotId });
export const zSnapshotContent = z.strictObject({ snapshot: zSnapshot, content: z.json() });
export type SnapshotContent = z.infer<typeof zSnapshotContent>;

export const zVerified = z.strictObject({
  snapshot: zSnapshot,
  /** Hash of what is kept, computed anew. */
  computed: z.string(),
  /** What is kept is what was frozen. */
  intact: z.boolean(),
  /** The ledger says of the month today what this version says; false for a version that another followed. */
  current: z.boolean(),
});
export type Verified = z.infer<typeof zVerified>;
