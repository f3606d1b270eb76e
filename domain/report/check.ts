import type { InputIssue } from "../error.ts";
import { type ItemType, LADDER_OF } from "../item.ts";
import { parseMoney } from "../money.ts";
import { lastDayOf } from "../month.ts";
import { ladderSteps, type Stage, stepOf } from "../stage.ts";
import { completeContent } from "./draft.ts";
import type { ReportContent, ReportDraft } from "./report.ts";

/** What a report is checked against: its month, and the item as it stood before that month. */
export type CheckedAgainst = { month: string; type: ItemType; stageBefore: Stage };

/** Days before this are slips of the hand: the plan itself is of 2011. */
const FIRST_DAY = "1949-10-01";
const LAST_DAY = "2100-12-31";

/** True where a stage is a step back on its ladder, or stops the work: the unit says why. */
export function needsReason(type: ItemType, before: Stage, after: Stage): boolean {
  if (after === before) return false;
  if (after === "suspended" || after === "cancelled") return true;
  const [from, to] = [stepOf(LADDER_OF[type], before), stepOf(LADDER_OF[type], after)];
  return from !== null && to !== null && to < from;
}

/**
 * A report that is to be handed in, read strictly: its content, or every fault at its field (paths start at the
 * content's own fields).
 */
export function checkReport(
  draft: ReportDraft,
  against: CheckedAgainst,
): { content: ReportContent; issues: [] } | { content: null; issues: InputIssue[] } {
  const parsed = completeContent(draft);
  if (!parsed.success) {
    return {
      content: null,
      issues: parsed.error.issues.map(({ path, message }) => ({
        path: path.map((part) => (typeof part === "number" ? part : String(part))),
        message,
      })),
    };
  }
  const content = parsed.data;
  const issues = [
    ...stageIssues(content, against),
    ...moneyIssues(content),
    ...dayIssues(content, against.month),
    ...problemIssues(content),
  ];
  return issues.length === 0 ? { content, issues: [] } : { content: null, issues };
}

function stageIssues(
  { stage, backReason }: ReportContent,
  { type, stageBefore }: CheckedAgainst,
): InputIssue[] {
  const steps: readonly Stage[] = [...ladderSteps(LADDER_OF[type]), "suspended", "cancelled"];
  if (stage !== stageBefore && !steps.includes(stage)) {
    return [{ path: ["stage"], message: `expected one of ${steps.join(", ")}` }];
  }
  if (needsReason(type, stageBefore, stage) && !backReason?.trim()) {
    return [
      { path: ["backReason"], message: `expected the reason why it went from ${stageBefore} to ${stage}` },
    ];
  }
  return [];
}

/** Of the same kind of money no year has less than one of its months, and no whole less than one of its years. */
function moneyIssues({ investment }: ReportContent): InputIssue[] {
  const issues: InputIssue[] = [];
  for (const kind of ["planned", "actual"] as const) {
    for (const [part, whole] of [
      ["month", "year"],
      ["year", "total"],
      ["month", "total"],
    ] as const) {
      const [less, more] = [investment[part][kind], investment[whole][kind]];
      if (less === null || more === null || parseMoney(more) >= parseMoney(less)) continue;
      const known = issues.some(({ path }) => path[1] === whole && path[2] === kind);
      if (!known) {
        issues.push({
          path: ["investment", whole, kind],
          message: `expected at least the ${part}'s ${less}, not ${more}`,
        });
      }
    }
  }
  return issues;
}

/** What has happened has happened by the end of the month that is reported. */
function dayIssues(content: ReportContent, month: string): InputIssue[] {
  const end = lastDayOf(month);
  const days: { path: (string | number)[]; day: string | null; past: boolean }[] = [
    { path: ["startPlannedOn"], day: content.startPlannedOn, past: false },
    { path: ["startActualOn"], day: content.startActualOn, past: true },
    ...content.milestones.flatMap(({ plannedOn, actualOn }, index) => [
      { path: ["milestones", index, "plannedOn"], day: plannedOn, past: false },
      { path: ["milestones", index, "actualOn"], day: actualOn, past: true },
    ]),
    { path: ["problem", "by"], day: content.problem?.by ?? null, past: false },
  ];
  return days.flatMap(({ path, day, past }) => {
    if (day === null) return [];
    if (day < FIRST_DAY || day > LAST_DAY) {
      return [{ path, message: `expected a day from ${FIRST_DAY} to ${LAST_DAY}` }];
    }
    return past && day > end ? [{ path, message: `expected a day until ${end}, the end of the month` }] : [];
  });
}

function problemIssues({ problem }: ReportContent): InputIssue[] {
  if (problem === null) return [];
  const issues: InputIssue[] = [];
  if (problem.words.trim() === "")
    issues.push({ path: ["problem", "words"], message: "expected the problem in words" });
  if (problem.actor.trim() === "")
    issues.push({ path: ["problem", "actor"], message: "expected who must act" });
  if (problem.by === null) issues.push({ path: ["problem", "by"], message: "expected the day by which" });
  return issues;
}
