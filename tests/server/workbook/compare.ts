import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import type { FileIssue } from "#domain/sheet/issue.ts";
import type { RowResult } from "#domain/sheet/row-result.ts";
import type { StandingRow } from "#domain/sheet/standing-row.ts";
import type { KeptRow } from "#server/workbook/protocol.ts";
import { type Batch, Readers } from "#server/workbook/readers.ts";
import { OF } from "./a-base.ts";

/** What stands: reports in draft, as the database keeps them. */
export const standing = (
  contents: Record<string, ReportDraft>,
  over: Partial<StandingRow> = {},
): StandingRow[] =>
  Object.entries(contents).map(([item, content]) => ({
    item,
    title: `事项 ${item}`,
    type: "project",
    month: OF.month,
    stageBefore: "construction",
    report: { content: JSON.stringify(content), edition: 3, state: "draft" },
    previous: null,
    ...over,
  }));

export const NOTHING: ReportDraft = { ...EMPTY_DRAFT, stage: null };

/** One thread for all that is read here: it ends with the process. */
const readers = new Readers();

/** Reads a file as the product does, in its worker, and gives back all that it found. */
export async function compare(
  file: Uint8Array,
  base: StandingRow[],
): Promise<{ refusal: FileIssue | null; rows: RowResult[] }> {
  const rows: RowResult[] = [];
  const take = (batch: Batch) => {
    const kept = JSON.parse(Buffer.from(batch.rows).toString()) as KeptRow[];
    rows.push(...kept.map((row) => row.result));
  };
  const refusal = await readers.read({ ...OF, file }, [base], take, new AbortController().signal);
  return { refusal, rows };
}
