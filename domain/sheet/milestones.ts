import type { ReportContent } from "../report/report.ts";
import type { CellIssueCode } from "./issue.ts";
import { parseDay } from "./parse-day.ts";
import { textCell } from "./raw-cell.ts";

type Milestone = ReportContent["milestones"][number];
const MOST = 40;
const LONGEST_NAME = 200;
const MARK = " | ";

/** A line each: name | planned day | real day, a day that is not known left empty. */
export const milestoneText = (milestones: readonly Milestone[]): string =>
  milestones.map(({ name, plannedOn, actualOn }) => lineOf(name, plannedOn, actualOn)).join("\n");

const lineOf = (name: string, plannedOn: string | null, actualOn: string | null): string =>
  `${name.replace(/\s+/g, " ")}${MARK}${plannedOn ?? ""}${MARK}${actualOn ?? ""}`.trimEnd();

/** Reads those lines, the days in any way that a cell may write one, the mark in full width too. */
export function milestonesOf(text: string): Milestone[] | CellIssueCode {
  const milestones: Milestone[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    // From behind: a name may have the mark in it.
    const parts = line.split(/[|｜]/);
    const days = parts.length >= 3 ? parts.splice(-2) : parts.splice(1);
    const name = parts.join("|").trim();
    if (name === "" || name.length > LONGEST_NAME) return "not-a-milestone";
    const [plannedOn = null, actualOn = null] = days.map(dayIn);
    if (plannedOn?.issue !== undefined) return plannedOn.issue;
    if (actualOn?.issue !== undefined) return actualOn.issue;
    milestones.push({ name, plannedOn: plannedOn?.day ?? null, actualOn: actualOn?.day ?? null });
  }
  return milestones.length > MOST ? "too-many-milestones" : milestones;
}

function dayIn(text: string): { day: string | null; issue?: CellIssueCode } {
  if (text.trim() === "") return { day: null };
  const said = parseDay(textCell(text.trim()));
  return "issue" in said ? { day: null, issue: said.issue } : { day: said.value };
}
