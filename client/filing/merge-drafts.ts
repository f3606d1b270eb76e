import { type FieldPath, valueAt } from "#domain/report/differences.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { differsIn, FIELDS, type Field, withValue } from "./fields.ts";

/** Whose word stands in a field. */
export type Side = "mine" | "theirs";
/** A field that another changed meanwhile; `both` where this side changed it too. */
export type Meeting = { field: Field; both: boolean };

/** What another has changed since `base`, and I have not written the same. */
export function meetings(base: ReportDraft, mine: ReportDraft, theirs: ReportDraft): Meeting[] {
  return FIELDS.filter((field) => differsIn(field, base, theirs) && differsIn(field, mine, theirs)).map(
    (field) => ({ field, both: differsIn(field, base, mine) }),
  );
}

/** Whose word stands while nobody has chosen: theirs where I had changed nothing, mine where I had. */
export const sideOf = ({ both }: Meeting): Side => (both ? "mine" : "theirs");

/** My draft with theirs where it was taken. */
export function takeSides(
  mine: ReportDraft,
  theirs: ReportDraft,
  sides: readonly { field: Field; side: Side }[],
): ReportDraft {
  return sides.reduce((content, { field, side }) => {
    const path: FieldPath = [...field];
    return side === "mine" ? content : withValue(content, path, valueAt(theirs, path));
  }, mine);
}
