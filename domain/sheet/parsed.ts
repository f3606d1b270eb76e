import type { CellIssueCode, Handling } from "./issue.ts";
import type { RawCell } from "./raw-cell.ts";

/** What a cell means, with what was done to it on the way; or why it means nothing. */
export type Parsed<T> = { value: T; handled: readonly Handling[] } | { issue: CellIssueCode };

export const NOTHING_HANDLED: readonly Handling[] = [];
export const parsed = <T>(value: T, handled: readonly Handling[] = NOTHING_HANDLED): Parsed<T> => ({
  value,
  handled,
});
export const refused = (issue: CellIssueCode): { issue: CellIssueCode } => ({ issue });

/** Full width to half, all kinds of minus to one, no space about it. */
export const halfWidth = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[−–—―‐‑]/g, "-")
    .trim();

/** `－`, `—`, `--` or `/` alone: nothing is said. */
export const isNoneSign = (half: string): boolean => /^(?:-{1,4}|\/)$/.test(half);

/** Empty is null: of no cell, and of one of spaces. */
export const isEmpty = (cell: RawCell | undefined): cell is undefined =>
  cell === undefined || (cell.kind === "text" && cell.text.trim() === "" && !cell.formula);
