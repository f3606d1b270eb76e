import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { NOTHING_SAID, type Said } from "#domain/work/standing.ts";
import { type StepOf, type Work, wayOf } from "#domain/work/work.ts";
import { StepDialog } from "./step-dialog.tsx";
import { useWorkStep } from "./use-work-step.ts";

/**
 * What may be done from here, each in its own dialog, or at once.
 * @param without steps that the form itself takes
 */
export function StepButtons<N extends WorkNoun>(props: {
  noun: N;
  work: Work<N>;
  may: readonly string[];
  without: readonly string[];
  atOnce?: readonly StepOf<N>[] | undefined;
  children?: ReactNode;
}) {
  const { noun, work, may, without, atOnce = [], children } = props;
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<StepOf<N> | null>(null);
  const step = useWorkStep(noun);
  const steps = may.filter((one) => !without.includes(one)) as StepOf<N>[];
  const close = () => setAsked(null);
  const take = (name: StepOf<N>, said: Said) =>
    step.mutate({ id: work.id, edition: work.edition, step: name, said }, { onSuccess: close });
  if (steps.length === 0 && children === undefined) return null;
  /** Steps that ask for their own words; the others let a sentence go with them. */
  const askOf = (name: string) =>
    t(`work.ask.${i18n.exists(`work.ask.${name}`) ? (name as "report") : "nothing"}`);
  const dayOf = (name: string) =>
    i18n.exists(`work.day.${name}`) ? t(`work.day.${name as "handIn"}`) : t("work.doneOn");
  const wordOf = (name: string) => t(`work.step.${name as "assign"}`);
  return (
    <div className="form-buttons work-steps">
      {children}
      {steps.map((name) => (
        <button
          key={name}
          type="button"
          className="control"
          disabled={step.isPending}
          onClick={() => (atOnce.includes(name) ? take(name, NOTHING_SAID) : setAsked(name))}
        >
          {wordOf(name)}
        </button>
      ))}
      {asked !== null && (
        <StepDialog
          key={asked}
          title={wordOf(asked)}
          label={askOf(asked)}
          dayLabel={dayOf(asked)}
          need={wayOf(noun)[asked]?.needs ?? "nothing"}
          isBusy={step.isPending}
          onSaid={(said) => take(asked, said)}
          onClose={close}
        />
      )}
    </div>
  );
}
