/** Controls of a report's form, each bound to its field by its path. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldPath } from "#domain/report/differences.ts";
import { MOST_TEXT, zDay } from "#domain/report/report.ts";
import { FieldFrame } from "./field.tsx";
import { moneyTyped, percentOf, percentTyped } from "./figure-input.ts";
import { useField } from "./form-context.tsx";

type Props = {
  path: FieldPath;
  label: string;
  isLabelHidden?: boolean;
  /** Where last month's report has it, if not there; null where that had nothing of the kind. */
  before?: FieldPath | null;
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const orNull = (text: string): string | null => (text === "" ? null : text);

export function LineControl({ path, label, isLabelHidden = false, before, most }: Props & { most: number }) {
  const { t } = useTranslation();
  const state = useField(path, before);
  return (
    <FieldFrame
      state={state}
      label={label}
      isLabelHidden={isLabelHidden}
      was={saidOrUnsaid(state.was, t("filing.unsaid"))}
    >
      {(control) => (
        <input
          {...control}
          className="entry"
          value={textOf(state.value)}
          maxLength={most}
          onChange={({ target }) => state.set(target.value)}
        />
      )}
    </FieldFrame>
  );
}

/** @param isNullable an empty text is "not said" */
export function TextControl({ path, label, before, isNullable = false }: Props & { isNullable?: boolean }) {
  const { t } = useTranslation();
  const state = useField(path, before);
  const was = textOf(state.was);
  return (
    <div className="wide">
      <FieldFrame
        state={state}
        label={label}
        was={was === "" ? saidOrUnsaid(state.was, t("filing.unsaid")) : undefined}
        isChanged={state.was !== undefined}
        isWide
      >
        {(control) => (
          <textarea
            {...control}
            className="entry"
            rows={3}
            maxLength={MOST_TEXT}
            value={textOf(state.value)}
            onChange={({ target }) => state.set(isNullable ? orNull(target.value) : target.value)}
          />
        )}
      </FieldFrame>
      {was !== "" && (
        <details className="field-was">
          <summary>{t("filing.wasText")}</summary>
          <p>{was}</p>
        </details>
      )}
    </div>
  );
}

export function MoneyControl({ path, label }: Props) {
  const { t } = useTranslation();
  const state = useField(path);
  return (
    <FieldFrame state={state} label={label} isLabelHidden was={saidOrUnsaid(state.was, t("filing.unsaid"))}>
      {(control) => (
        <input
          {...control}
          className="entry figure"
          inputMode="decimal"
          autoComplete="off"
          value={textOf(state.value)}
          onChange={({ target }) => {
            const typed = moneyTyped(target.value);
            if (typed !== null) state.set(orNull(typed));
          }}
        />
      )}
    </FieldFrame>
  );
}

/** Holds what is typed beside the number, so that "12." does not lose its point. */
export function PercentControl({ path, label }: Props) {
  const { t } = useTranslation();
  const state = useField(path);
  const [typed, setTyped] = useState<string | null>(null);
  const value = typeof state.value === "number" ? String(state.value) : "";
  const shown = typed !== null && String(percentOf(typed) ?? "") === value ? typed : value;
  return (
    <FieldFrame state={state} label={label} unit="%" was={saidOrUnsaid(state.was, t("filing.unsaid"), "%")}>
      {(control) => (
        <input
          {...control}
          className="entry figure"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onBlur={() => setTyped(null)}
          onChange={({ target }) => {
            const next = percentTyped(target.value);
            if (next === null) return;
            setTyped(next);
            state.set(percentOf(next));
          }}
        />
      )}
    </FieldFrame>
  );
}

/** A day of a calendar; one that came in half written, by a workbook, stays to be read and mended. */
export function DayControl({ path, label, isLabelHidden = false, before }: Props) {
  const { t } = useTranslation();
  const state = useField(path, before);
  const text = textOf(state.value);
  const isDay = text === "" || zDay.safeParse(text).success;
  return (
    <FieldFrame
      state={state}
      label={label}
      isLabelHidden={isLabelHidden}
      was={saidOrUnsaid(state.was, t("filing.unsaid"))}
    >
      {(control) => (
        <input
          {...control}
          className="entry"
          type={isDay && !control.readOnly ? "date" : "text"}
          min="1949-10-01"
          max="2100-12-31"
          maxLength={10}
          value={text}
          onChange={({ target }) => state.set(orNull(target.value))}
        />
      )}
    </FieldFrame>
  );
}

export function ChoiceControl(
  props: Props & {
    options: readonly { value: string; words: string }[];
    /** Words of "none chosen yet"; without them one is always chosen. */
    none?: string;
    wasWords?: (value: string) => string;
  },
) {
  const { path, label, options, none, before, wasWords } = props;
  const { t } = useTranslation();
  const state = useField(path, before);
  const was =
    typeof state.was === "string" ? wasWords?.(state.was) : saidOrUnsaid(state.was, t("filing.unsaid"));
  return (
    <FieldFrame state={state} label={label} was={was}>
      {({ readOnly, placeholder: _, ...control }) => (
        <select
          {...control}
          className="entry"
          disabled={readOnly}
          value={textOf(state.value)}
          onChange={({ target }) => state.set(orNull(target.value))}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** Last month's value as it is read: a figure, a day, or that nothing was said; undefined where nothing differs. */
const saidOrUnsaid = (was: unknown, unsaid: string, unit = ""): string | undefined =>
  was === undefined ? undefined : was === null || was === "" ? unsaid : `${String(was)}${unit}`;
