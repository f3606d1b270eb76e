import { canonicalJson } from "#domain/canonical-json.ts";
import { type FieldPath, valueAt } from "#domain/report/differences.ts";
import type { ReportDraft } from "#domain/report/report.ts";

/**
 * What is compared, merged and read as one of a report, in the order of its form: lists and a problem as wholes, for
 * half of one and half of another would be nobody's word.
 */
export const FIELDS = [
  ["stage"],
  ["backReason"],
  ["plannedPercent"],
  ["actualPercent"],
  ["startPlannedOn"],
  ["startActualOn"],
  ["investment", "month", "planned"],
  ["investment", "month", "actual"],
  ["investment", "year", "planned"],
  ["investment", "year", "actual"],
  ["investment", "total", "planned"],
  ["investment", "total", "actual"],
  ["milestones"],
  ["done"],
  ["problem"],
  ["next"],
  ["attachments"],
] as const satisfies readonly FieldPath[];
export type Field = (typeof FIELDS)[number];
/** Name of a field, such as `investment.year.actual`. */
export type FieldName = Field extends infer F ? (F extends readonly string[] ? Join<F> : never) : never;
type Join<F extends readonly string[]> = F extends readonly [
  infer First extends string,
  ...infer Rest extends readonly string[],
]
  ? Rest extends readonly []
    ? First
    : `${First}.${Join<Rest>}`
  : never;

export const nameOf = (field: Field): FieldName => field.join(".") as FieldName;

export const sameValue = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** True where two contents differ in a field. */
export const differsIn = (field: Field, one: ReportDraft, other: ReportDraft): boolean =>
  !sameValue(valueAt(one, [...field]), valueAt(other, [...field]));

/** The field that a path lies in; undefined for the report as a whole. */
export const fieldOf = (path: readonly (string | number)[]): Field | undefined =>
  FIELDS.find((field) => field.every((part, place) => part === path[place]));

/** The same content with another value at a path; what it does not touch stays the same object. */
export function withValue<T>(content: T, path: FieldPath, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  if (Array.isArray(content)) {
    return content.map((one, place) => (place === part ? withValue(one, rest, value) : one)) as T;
  }
  const tree = content as Record<string | number, unknown>;
  return { ...tree, [part]: withValue(tree[part], rest, value) } as T;
}
