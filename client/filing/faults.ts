import type { InputIssue } from "#domain/error.ts";
import { zMoney } from "#domain/money.ts";
import { type CheckedAgainst, checkReport } from "#domain/report/check.ts";
import { type FieldPath, valueAt } from "#domain/report/differences.ts";
import { type ReportDraft, zDay } from "#domain/report/report.ts";

/** What is wrong at a field, for words to be made of. */
export type FaultKind =
  | "missing"
  | "money"
  | "sum"
  | "percent"
  | "day"
  | "future"
  | "stage"
  | "backReason"
  | "other";
export type Fault = { path: FieldPath; kind: FaultKind };

/** Faults that the strict check finds, at their fields. */
export const faultsOf = (draft: ReportDraft, against: CheckedAgainst): Fault[] =>
  faultsAt(checkReport(draft, against).issues, draft);

/** Issues of the server or of the check as faults; paths start at the content's own fields. */
export function faultsAt(issues: readonly InputIssue[], draft: ReportDraft): Fault[] {
  return issues.map(({ path }) => {
    const own: FieldPath = path[0] === "content" ? path.slice(1) : path;
    return { path: own, kind: kindOf(own, valueAt(draft, own)) };
  });
}

const DAYS = ["startPlannedOn", "startActualOn", "plannedOn", "actualOn", "by"];
const PAST = ["startActualOn", "actualOn"];

function kindOf(path: FieldPath, value: unknown): FaultKind {
  const last = String(path.at(-1) ?? "");
  if (last === "backReason") return "backReason";
  if (value === null || value === undefined || (typeof value === "string" && value.trim() === ""))
    return "missing";
  if (path[0] === "stage") return "stage";
  if (path[0] === "investment") return zMoney.safeParse(value).success ? "sum" : "money";
  if (last.endsWith("Percent")) return "percent";
  if (DAYS.includes(last)) return PAST.includes(last) && zDay.safeParse(value).success ? "future" : "day";
  return "other";
}

/** What is merely not said yet is no fault before one hands in. */
export const isMissing = ({ kind }: Fault): boolean => kind === "missing" || kind === "backReason";

/** Id of a field's control in the page. */
export const fieldId = (path: readonly (string | number)[]): string => ["field", ...path].join("-");
