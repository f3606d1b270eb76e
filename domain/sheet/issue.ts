import { z } from "zod";

/** Why a cell is refused. */
export const CELL_ISSUES = [
  "error-cell",
  "formula-without-value",
  "true-or-false",
  "not-a-number",
  "misplaced-comma",
  "too-many-decimals",
  "too-large",
  "looks-like-yi",
  "looks-like-fraction",
  "beyond-hundred",
  "number-for-a-day",
  "not-a-day",
  "day-missing",
  "no-such-month",
  "no-such-day",
  "no-such-stage",
  "not-on-this-ladder",
  "no-such-kind",
  "control-character",
  "too-long",
  "not-a-milestone",
  "too-many-milestones",
  "without-head",
  "key-missing",
  "key-changed",
  "key-twice",
  "not-your-item",
  "other-unit",
  "other-month",
  "not-open",
] as const;
export const zCellIssueCode = z.enum(CELL_ISSUES);
export type CellIssueCode = z.infer<typeof zCellIssueCode>;

/** What was made of a cell without asking, told beside the value. */
export const HANDLINGS = [
  "formula",
  "full-width",
  "thousands",
  "yi-to-wan",
  "yuan-to-wan",
  "unit-taken-off",
  "text-to-number",
  "percent-sign",
  "none-sign",
  "float-noise",
  "text-to-day",
  "time-taken-off",
] as const;
export const zHandling = z.enum(HANDLINGS);
export type Handling = z.infer<typeof zHandling>;

/** Why a whole file is refused; `cells` names where, if it is about cells. */
export const FILE_ISSUES = [
  "empty",
  "too-large",
  "not-a-workbook",
  "old-workbook",
  "encrypted",
  "broken",
  "too-many-parts",
  "part-too-large",
  "ratio",
  "doctype",
  "macros",
  "external-links",
  "active-content",
  "merged-cells",
  "too-many-rows",
  "too-many-columns",
  "no-head",
  "head-missing",
  "head-unknown",
  "head-twice",
  "head-unit",
  "not-text",
  "too-slow",
] as const;
export const zFileIssue = z.strictObject({
  code: z.enum(FILE_ISSUES),
  /** Addresses such as C1 or A5:B5, or the heads that are missing. */
  cells: z.array(z.string()),
});
export type FileIssue = z.infer<typeof zFileIssue>;
export type FileIssueCode = FileIssue["code"];

/** Thrown by whoever reads a file that is refused as a whole. */
export class RefusedFile extends Error {
  readonly issue: FileIssue;
  constructor(code: FileIssueCode, cells: readonly string[] = []) {
    super(`the file is refused: ${code}${cells.length > 0 ? ` at ${cells.join(", ")}` : ""}`);
    this.name = "RefusedFile";
    this.issue = { code, cells: cells.slice(0, 20) };
  }
}
