import { createContext, type ReactNode, useContext, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Comment } from "#domain/report/exchange.ts";
import type { Proposal, ProposalContent } from "#domain/report/proposal.ts";
import type { Fault } from "./content.ts";
import type { Names } from "./use-names.ts";

export type ProposalForm = {
  kind: Proposal["kind"];
  content: ProposalContent;
  names: Names;
  faults: readonly Fault[];
  comments: readonly Comment[];
  set: (change: Partial<ProposalContent>) => void;
};

const Form = createContext<ProposalForm | null>(null);
export const ProposalFormProvider = Form.Provider;

export function useProposalForm(): ProposalForm {
  const form = useContext(Form);
  if (form === null) throw new Error("a field of a proposal stands in its form");
  return form;
}

/** What ties a control to its label and to what is said of it. */
export type Control = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** A label with its control, and beneath it what is wrong there and what a reviewer said. */
export function Labelled(props: {
  path: readonly (string | number)[];
  label: string;
  hint?: string;
  isLabelHidden?: boolean;
  children: (control: Control) => ReactNode;
}) {
  const { path, label, hint, isLabelHidden = false, children } = props;
  const { faults } = useProposalForm();
  const { t } = useTranslation();
  const id = useId();
  const fault = faults.find((one) => one.path.join(".") === path.join("."));
  return (
    <div className="field" data-path={path.join(".")}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : "field-label"}>
        {label}
      </label>
      {children({
        id,
        "aria-invalid": fault ? true : undefined,
        "aria-describedby": fault || hint !== undefined ? `${id}-note` : undefined,
      })}
      {(fault || hint !== undefined) && (
        <p id={`${id}-note`} className={fault ? "field-fault" : "meta"}>
          {fault ? t(`proposals.fault.${fault.kind}`) : hint}
        </p>
      )}
    </div>
  );
}
