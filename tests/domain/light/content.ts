import type { ReportContent } from "#domain/report/report.ts";

const none = { planned: null, actual: null };

/** A report that says nothing but what a test makes it say. */
export const aContent = (said: Partial<ReportContent> = {}): ReportContent => ({
  stage: "construction",
  backReason: null,
  plannedPercent: null,
  actualPercent: null,
  startPlannedOn: null,
  startActualOn: null,
  investment: { month: none, year: none, total: none },
  milestones: [],
  done: "",
  problem: null,
  next: "",
  attachments: [],
  ...said,
});
