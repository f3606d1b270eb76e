import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldState } from "./form-context.tsx";

/** What ties a control to its label, its fault and what is said of it. */
export type ControlProps = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
  readOnly: boolean;
  /** Of what can only be read: that nothing was said. */
  placeholder: string | undefined;
};

/** Label, control, and beneath it: what is wrong, what a reviewer said, what stood here last month. */
export function FieldFrame(props: {
  state: FieldState;
  label: string;
  unit?: string;
  /** How last month's value is read, where it differs. */
  was?: string | undefined;
  /** Whether it differs from last month's, where that is read elsewhere. */
  isChanged?: boolean;
  isLabelHidden?: boolean;
  isWide?: boolean;
  children: (control: ControlProps) => ReactNode;
}) {
  const { state, label, unit, was, isLabelHidden = false, isWide = false, children } = props;
  const { isChanged = was !== undefined } = props;
  const { t } = useTranslation();
  const { id, fault, comments } = state;
  const notes = [
    fault && { key: "fault", className: "field-fault", words: t(`filing.fault.${fault.kind}`) },
    ...comments.map((words, place) => ({
      key: `comment-${place}`,
      className: "field-comment",
      words: t("filing.reviewerSays", { words }),
    })),
    was === undefined ? undefined : { key: "was", className: "field-was", words: t("filing.was", { was }) },
  ].filter((note) => note !== undefined);
  return (
    <div className={`field${isWide ? " wide" : ""}${isChanged ? " changed" : ""}`}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : "field-label"}>
        {label}
        {unit !== undefined && <span className="field-unit">{unit}</span>}
      </label>
      {children({
        id,
        "aria-invalid": fault ? true : undefined,
        "aria-describedby": notes.length > 0 ? notes.map(({ key }) => `${id}-${key}`).join(" ") : undefined,
        readOnly: state.isReadOnly,
        placeholder: state.isReadOnly ? "—" : undefined,
      })}
      {notes.map(({ key, className, words }) => (
        <p key={key} id={`${id}-${key}`} className={className}>
          {words}
        </p>
      ))}
    </div>
  );
}
