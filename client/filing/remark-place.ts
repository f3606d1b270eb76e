import { type FieldPath, valueAt } from "#domain/report/differences.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { fieldOf } from "./fields.ts";

/** Fields that are a whole section of the form: a word on one of them as such stands under the section's head. */
export const SECTION_FIELDS = ["milestones", "problem", "attachments"] as const;
export type SectionField = (typeof SECTION_FIELDS)[number];

/** Where a reviewer's word is drawn: over the form, under the head of a section, or at its control. */
export type RemarkPlace = "top" | "control" | SectionField;

/** @param asksWhy whether the reason of a step back is asked for, and so on screen */
export function placeOfRemark(path: FieldPath, draft: ReportDraft, asksWhy: boolean): RemarkPlace {
  const field = fieldOf(path);
  if (field === undefined) return "top";
  const [first] = field;
  const section = SECTION_FIELDS.find((one) => one === first);
  if (section !== undefined) return hasControl(path, draft) ? "control" : section;
  return first === "backReason" && !asksWhy ? "top" : "control";
}

/** Whether a path leads to a line of the milestones, or of the problem, that stands there now. */
function hasControl(path: FieldPath, draft: ReportDraft): boolean {
  const [first, place] = path;
  const isDeepEnough = path.length >= (first === "milestones" ? 3 : 2);
  if (!isDeepEnough || first === "attachments") return false;
  return valueAt(draft, first === "milestones" ? [first, place ?? 0] : ["problem"]) instanceof Object;
}
