/** What is asked of an upload over the wire, and what is answered. */
import { z } from "zod";
import { zMonth } from "../month.ts";
import { zUnitId } from "../report/exchange.ts";
import { zFileIssue } from "./issue.ts";
import { ROW_STATES, zRowResult } from "./row-result.ts";

/** 128 random bits. */
export const zJobId = z.string().regex(/^[\w-]{22}$/);
export const zJobOnly = z.strictObject({ job: zJobId });

/** `reading` until the whole file is compared; `refused` as a whole; `saved` once it was taken in. */
export const JOB_STATES = ["reading", "read", "refused", "saved"] as const;

export const zUploadStatus = z.strictObject({
  job: zJobId,
  unit: zUnitId,
  unitName: z.string(),
  month: zMonth,
  /** What the file was called; nothing is decided by it. */
  fileName: z.string(),
  state: z.enum(JOB_STATES),
  /** Share of the file that is read, 0 to 1. */
  progress: z.number().min(0).max(1),
  counts: z.strictObject({ same: z.int(), changed: z.int(), bad: z.int() }),
  refusal: zFileIssue.nullable(),
});
export type UploadStatus = z.infer<typeof zUploadStatus>;

export const MOST_ROWS_AT_ONCE = 200;
/** Rows in the file's order, of the states that are asked for: those that say something new, unless told. */
export const zUploadRowsQuery = z.strictObject({
  job: zJobId,
  only: z.array(z.enum(ROW_STATES)).max(3).default(["changed", "bad"]),
  /** How many of them to leave out. */
  skip: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(MOST_ROWS_AT_ONCE).default(100),
});
export type UploadRowsQuery = z.infer<typeof zUploadRowsQuery>;
export const zUploadRows = z.strictObject({ rows: z.array(zRowResult), total: z.int() });
export type UploadRows = z.infer<typeof zUploadRows>;

export const SAVE_MODES = ["all-or-nothing", "good-rows"] as const;
export const zSaveUpload = z.strictObject({
  job: zJobId,
  mode: z.enum(SAVE_MODES),
  /** Made once for each time that somebody says yes; the same again is answered the same, and does nothing. */
  idempotencyKey: z.string().regex(/^[\w-]{8,80}$/),
});
export type SaveUpload = z.infer<typeof zSaveUpload>;

/** Reports saved as drafts, and rows left out. */
export const zUploadSaved = z.strictObject({ saved: z.int(), same: z.int(), bad: z.int() });
export type UploadSaved = z.infer<typeof zUploadSaved>;
