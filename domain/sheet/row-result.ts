import { z } from "zod";
import { zCellIssueCode, zHandling } from "./issue.ts";

const zValue = z.union([z.string(), z.number()]).nullable();

/** What a row of an upload comes to. `same` says nothing new, `bad` has a cell that is refused. */
export const ROW_STATES = ["same", "changed", "bad"] as const;
export const zRowState = z.enum(ROW_STATES);
export type RowState = z.infer<typeof zRowState>;

/** A cell that says something else than what stands: money in 万元, a day YYYY-MM-DD, a closed list its code. */
export const zCellChange = z.strictObject({
  /** A1 style, in the file as it was uploaded. */
  address: z.string(),
  column: z.string(),
  was: zValue,
  now: zValue,
  handled: z.array(zHandling),
});
export type CellChange = z.infer<typeof zCellChange>;

/** A cell that is refused, with what it says, cut short. */
export const zCellIssue = z.strictObject({
  address: z.string(),
  column: z.string().nullable(),
  code: zCellIssueCode,
  said: z.string(),
});
export type CellIssue = z.infer<typeof zCellIssue>;

export const zRowResult = z.strictObject({
  /** Row of the file, from 1. */
  row: z.int(),
  item: z.string().nullable(),
  title: z.string().nullable(),
  state: zRowState,
  changes: z.array(zCellChange),
  issues: z.array(zCellIssue),
});
export type RowResult = z.infer<typeof zRowResult>;
