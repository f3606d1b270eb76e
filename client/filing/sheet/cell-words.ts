/** How the cells of a sheet are read on the screen: the same words as in the sheet itself. */
import { type Language, STAGE_WORDS } from "#domain/look/words.ts";
import { PROBLEM_KIND_WORDS } from "#domain/report/problem-words.ts";
import { REASON_COLUMN, SHEET_COLUMNS, type SheetColumn } from "#domain/sheet/columns.ts";
import type { FileIssue } from "#domain/sheet/issue.ts";
import { FILE_ISSUE_WORDS } from "#domain/sheet/issue-words.ts";
import type { CellChange } from "#domain/sheet/row-result.ts";

const COLUMNS = new Map<string, SheetColumn>(
  [...SHEET_COLUMNS, REASON_COLUMN].map((column) => [column.key, column]),
);

/** Head of a column by its key; none for a cell that lies in no column of ours. */
export const headWords = (column: string | null, lang: Language): string =>
  column === null ? "" : (COLUMNS.get(column)?.head[lang] ?? column);

const wordIn = (words: Record<string, Record<Language, string>>, code: string, lang: Language): string =>
  words[code]?.[lang] ?? code;

/** A value as the sheet shows it: a closed list's word, a figure as it is. null where nothing is said. */
export function valueWords(column: string, value: CellChange["was"], lang: Language): string | null {
  if (value === null) return null;
  switch (COLUMNS.get(column)?.kind) {
    case "stage":
      return wordIn(STAGE_WORDS, String(value), lang);
    case "problem-kind":
      return wordIn(PROBLEM_KIND_WORDS, String(value), lang);
    default:
      return String(value);
  }
}

/** Why a whole file is refused, and where: `表头的单位被改动，金额应为万元（K1、L1）`. */
export function fileIssueWords({ code, cells }: FileIssue, lang: Language): string {
  const why = FILE_ISSUE_WORDS[code][lang];
  if (cells.length === 0) return why;
  return lang === "en" ? `${why} (${cells.join(", ")})` : `${why}（${cells.join("、")}）`;
}
