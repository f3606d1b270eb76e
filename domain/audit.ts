import { z } from "zod";

const zWord = z.string().min(1).max(200);
const zMoment = z.iso.datetime();

/** What a reader of the trail looks for; what is absent does not limit. `from` is counted in, `to` is not. */
export const zAuditFilter = z.strictObject({
  account: zWord.optional(),
  action: zWord.optional(),
  noun: zWord.optional(),
  target: zWord.optional(),
  unit: zWord.optional(),
  /** Found in the account's name, the target, or in what stood before or after. */
  text: zWord.optional(),
  from: zMoment.optional(),
  to: zMoment.optional(),
});
export type AuditFilter = z.infer<typeof zAuditFilter>;

export const zAuditQuery = z.strictObject({
  filter: zAuditFilter.optional(),
  /** `nextBefore` of the page before. */
  before: z.int().min(1).optional(),
  /** `nextAfter` of the page behind. */
  after: z.int().min(0).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof zAuditQuery>;

export const zAuditEntry = z.strictObject({
  seq: z.int(),
  at: z.string(),
  /** Null where nobody was signed in. The name is the one of that moment. */
  account: z.strictObject({ id: z.string().nullable(), name: z.string() }),
  address: z.string(),
  requestId: z.string(),
  action: z.string(),
  noun: z.string(),
  target: z.string(),
  unit: z.string().nullable(),
  /** JSON, canonical; telephone numbers were left out when it was written. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof zAuditEntry>;

/** Newest first. `nextBefore` is null on the last page, `nextAfter` on the one of the newest. */
export const zAuditPage = z.strictObject({
  entries: z.array(zAuditEntry),
  nextBefore: z.int().nullable(),
  nextAfter: z.int().nullable(),
});
export type AuditPage = z.infer<typeof zAuditPage>;
