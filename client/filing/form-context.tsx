import { createContext, useContext } from "react";
import type { FieldPath } from "#domain/report/differences.ts";
import { valueAt } from "#domain/report/differences.ts";
import type { ReportContent, ReportDraft } from "#domain/report/report.ts";
import { type Fault, fieldId } from "./faults.ts";
import { sameValue } from "./fields.ts";

export type FormState = {
  draft: ReportDraft;
  /** What the unit's last report said. */
  previous: ReportContent | null;
  /** Whether the reason of a step back, or of a stop, is asked for. */
  asksWhy: boolean;
  isReadOnly: boolean;
  faults: readonly Fault[];
  comments: readonly { path: FieldPath; words: string }[];
  set: (path: FieldPath, value: unknown) => void;
};

const Form = createContext<FormState | null>(null);
export const FormProvider = Form.Provider;

export function useForm(): FormState {
  const form = useContext(Form);
  if (form === null) throw new Error("a field stands in a form");
  return form;
}

const startsWith = (path: FieldPath, start: FieldPath): boolean =>
  start.every((part, place) => path[place] === part);

export type FieldState = {
  id: string;
  value: unknown;
  /** What stood here last month, where that differs; undefined where it does not. */
  was: unknown;
  fault: Fault | undefined;
  comments: string[];
  isReadOnly: boolean;
  set: (value: unknown) => void;
};

/**
 * One field of the form: its value, and all that is said of it.
 * @param beforePath where last month's report has it; null where that had nothing of the kind
 */
export function useField(path: FieldPath, beforePath: FieldPath | null = path): FieldState {
  const { draft, previous, isReadOnly, faults, comments, set } = useForm();
  const value = valueAt(draft, path);
  const before =
    previous === null || beforePath === null ? undefined : (valueAt(previous, beforePath) ?? null);
  return {
    id: fieldId(path),
    value,
    was: before === undefined || sameValue(before, value) ? undefined : before,
    fault: faults.find((one) => one.path.length === path.length && startsWith(one.path, path)),
    comments: comments
      .filter((one) => one.path.length > 0 && startsWith(one.path, path))
      .map(({ words }) => words),
    isReadOnly,
    set: (next) => set(path, next),
  };
}
