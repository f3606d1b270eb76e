import type { ItemType } from "../item.ts";
import { EMPTY_DRAFT, prefill } from "../report/draft.ts";
import type { ReportContent, ReportDraft, ReportState } from "../report/report.ts";
import { isOpen } from "../report/step.ts";
import type { Stage } from "../stage.ts";
import type { BaseRow } from "./compare-row.ts";

/**
 * What stands of an item as the database keeps it: contents are JSON still, for whoever needs them reads them in a
 * thread of its own.
 */
export type StandingRow = {
  item: string;
  title: string;
  type: ItemType;
  month: string;
  stageBefore: Stage;
  /** The report of the month; null where there is none yet. */
  report: { content: string; edition: number; state: ReportState } | null;
  /** What the unit handed in last before the month. */
  previous: { month: string; content: string } | null;
};

/** The report of the month, or what its form starts with. */
export function baseRowOf({ item, title, type, month, stageBefore, report, previous }: StandingRow): BaseRow {
  const content = (): ReportDraft => {
    if (report !== null) return JSON.parse(report.content) as ReportDraft;
    if (previous === null) return { ...EMPTY_DRAFT, stage: stageBefore };
    return prefill({ month: previous.month, content: JSON.parse(previous.content) as ReportContent }, month);
  };
  return {
    item,
    title,
    type,
    content: content(),
    edition: report?.edition ?? 0,
    open: report === null || isOpen(report.state),
  };
}
