import type { PROBLEM_KINDS, ReportDraft } from "../report/report.ts";
import type { Stage } from "../stage.ts";
import { milestonesOf, milestoneText } from "./milestones.ts";

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/**
 * A report as one row: a column for each thing that is said, null where nothing is. Money is 万元 as text, a day
 * YYYY-MM-DD, a closed list its code, milestones a line each. Attachments are no cells: they stay with the report.
 */
export type FlatReport = {
  stage: Stage | null;
  backReason: string | null;
  plannedPercent: number | null;
  actualPercent: number | null;
  startPlannedOn: string | null;
  startActualOn: string | null;
  monthPlanned: string | null;
  monthActual: string | null;
  yearPlanned: string | null;
  yearActual: string | null;
  totalPlanned: string | null;
  totalActual: string | null;
  milestones: string | null;
  done: string | null;
  problemKind: ProblemKind | null;
  problemWords: string | null;
  problemActor: string | null;
  problemBy: string | null;
  next: string | null;
};
export type ValueKey = keyof FlatReport;

const said = (text: string): string | null => (text === "" ? null : text);

export function flatten(content: ReportDraft): FlatReport {
  const { investment, problem } = content;
  return {
    stage: content.stage,
    backReason: content.backReason,
    plannedPercent: content.plannedPercent,
    actualPercent: content.actualPercent,
    startPlannedOn: content.startPlannedOn,
    startActualOn: content.startActualOn,
    monthPlanned: investment.month.planned,
    monthActual: investment.month.actual,
    yearPlanned: investment.year.planned,
    yearActual: investment.year.actual,
    totalPlanned: investment.total.planned,
    totalActual: investment.total.actual,
    milestones: said(milestoneText(content.milestones)),
    done: said(content.done),
    problemKind: problem?.kind ?? null,
    problemWords: said(problem?.words ?? ""),
    problemActor: said(problem?.actor ?? ""),
    problemBy: problem?.by ?? null,
    next: said(content.next),
  };
}

/** The report with what an upload changes in it. */
export function withChanges(
  before: ReportDraft,
  changes: readonly { column: string; now: string | number | null }[],
): ReportDraft {
  const said = Object.fromEntries(changes.map(({ column, now }) => [column, now]));
  // Each value came out of its own column's parser.
  return unflatten({ ...flatten(before), ...said } as FlatReport, before);
}

/** The report that a row says; `before` gives what is no cell, and milestones that nobody touched. */
export function unflatten(flat: FlatReport, before: ReportDraft): ReportDraft {
  const { problemKind, problemWords, problemActor, problemBy } = flat;
  const hasProblem = [problemKind, problemWords, problemActor, problemBy].some((part) => part !== null);
  const sameMilestones = flat.milestones === said(milestoneText(before.milestones));
  const milestones = sameMilestones ? before.milestones : milestonesOf(flat.milestones ?? "");
  return {
    stage: flat.stage,
    backReason: flat.backReason,
    plannedPercent: flat.plannedPercent,
    actualPercent: flat.actualPercent,
    startPlannedOn: flat.startPlannedOn,
    startActualOn: flat.startActualOn,
    investment: {
      month: { planned: flat.monthPlanned, actual: flat.monthActual },
      year: { planned: flat.yearPlanned, actual: flat.yearActual },
      total: { planned: flat.totalPlanned, actual: flat.totalActual },
    },
    milestones: Array.isArray(milestones) ? milestones : before.milestones,
    done: flat.done ?? "",
    problem: hasProblem
      ? { kind: problemKind, words: problemWords ?? "", actor: problemActor ?? "", by: problemBy }
      : null,
    next: flat.next ?? "",
    attachments: before.attachments,
  };
}
