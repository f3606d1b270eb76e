import type { ItemType } from "#domain/item.ts";
import type { FileIssue } from "#domain/sheet/issue.ts";
import type { RawRow } from "#domain/sheet/raw-cell.ts";
import type { RowResult } from "#domain/sheet/row-result.ts";
import type { StandingRow } from "#domain/sheet/standing-row.ts";

/** What an upload is about; `months` of rows come before it, a batch at a time. */
export type Asked = { unit: string; unitName: string; month: string; file: Uint8Array };
export type ToReader = { base: StandingRow[] } | { read: Asked };

/** A row as it is kept while somebody looks at the differences. */
export type KeptRow = {
  result: RowResult;
  /** Of the report that it was held against; 0 where there was none. */
  edition: number;
  /** Decides which stages the row may be given; of a row that is nobody's, any. */
  type: ItemType;
  /** Of a row that is refused: what its cells said, in the order of `SHEET_COLUMNS`. */
  cells: RawRow | null;
};

/** `states` has a letter for each row of the batch: s, c or b. `rows` is JSON in UTF-8. */
export type FromReader =
  | { rows: Uint8Array<ArrayBuffer>; states: string; done: number }
  | { end: true }
  | { refused: FileIssue };

export const STATE_LETTERS = { same: "s", changed: "c", bad: "b" } as const;
