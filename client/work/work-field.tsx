import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { WorkFault } from "./face.ts";

type Control = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** A label with its control, and beneath it what is wrong there or within it. */
export function WorkField(props: {
  path: readonly (string | number)[];
  label: string;
  faults: readonly WorkFault[];
  isWide?: boolean;
  children: (control: Control) => ReactNode;
}) {
  const { path, label, faults, isWide = false, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const fault = faults.find((one) => path.every((part, at) => one.path[at] === part));
  return (
    <div className={`field${isWide ? " wide" : ""}`}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {children({
        id,
        "aria-invalid": fault ? true : undefined,
        "aria-describedby": fault ? `${id}-note` : undefined,
      })}
      {fault && (
        <p id={`${id}-note`} className="field-fault">
          {t(`work.fault.${fault.words}`)}
        </p>
      )}
    </div>
  );
}
