import { type ReportContent, type ReportDraft, zReportContent } from "./report.ts";

const NOTHING = { planned: null, actual: null };

/** A report of which nothing is said yet. */
export const EMPTY_DRAFT: ReportDraft = {
  stage: null,
  backReason: null,
  plannedPercent: null,
  actualPercent: null,
  startPlannedOn: null,
  startActualOn: null,
  investment: { month: NOTHING, year: NOTHING, total: NOTHING },
  milestones: [],
  done: "",
  problem: null,
  next: "",
  attachments: [],
};

/**
 * What a new month's form starts with: what still holds of the last report. What was spent in a month is asked anew,
 * what was spent in a year in each January, and what was done each time.
 */
export function prefill(last: { month: string; content: ReportContent }, month: string): ReportDraft {
  const { content } = last;
  const sameYear = last.month.slice(0, 4) === month.slice(0, 4);
  return {
    ...content,
    backReason: null,
    investment: {
      month: NOTHING,
      year: sameYear ? content.investment.year : NOTHING,
      total: content.investment.total,
    },
    done: "",
    next: "",
    attachments: [],
  };
}

/** A draft read strictly: the content, or what is wrong at which field. */
export function completeContent(draft: ReportDraft) {
  return zReportContent.safeParse(draft);
}
