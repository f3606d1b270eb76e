import { useTranslation } from "react-i18next";
import {
  MOST_ISSUE,
  MOST_TEXT,
  PUBLICATION_KINDS,
  type PublicationContent,
} from "#domain/work/publication.ts";
import { MOST_TITLE } from "#domain/work/task.ts";
import { NumberInput } from "../../proposals/number-input.tsx";
import type { FieldsOf } from "../face.ts";
import { WorkChoice, WorkDay, WorkText, WorkUnit, WorkUnits } from "../work-controls.tsx";
import { WorkField } from "../work-field.tsx";
import { WorkItems } from "../work-items.tsx";
import { DraftFromLedger } from "./draft-from-ledger.tsx";

/** What is sent, by whom and to which units. */
export function PublicationFields({ content, names, faults, onChange }: FieldsOf<"publication">) {
  const { t } = useTranslation();
  const shared = { names, faults };
  const { kind, issue } = content;
  const isNotice = kind === "notice";
  return (
    <div className="report-fields">
      <WorkText
        faults={faults}
        path={["title"]}
        label={t("work.field.title")}
        isWide
        most={MOST_TITLE}
        value={content.title}
        onChange={(title) => onChange({ title })}
      />
      <WorkChoice
        faults={faults}
        path={["kind"]}
        label={t("work.field.publicationKind")}
        options={PUBLICATION_KINDS.map((one) => ({ value: one, label: t(`work.publicationKind.${one}`) }))}
        value={kind}
        onChange={(chosen) => {
          const next = PUBLICATION_KINDS.find((one) => one === chosen) ?? "bulletin";
          // A notice has no number, and it alone asks for an answer.
          onChange({ kind: next, ...(next === "notice" ? { issue: null } : { answerBy: null }) });
        }}
      />
      {isNotice ? (
        <WorkDay
          faults={faults}
          path={["answerBy"]}
          label={t("work.field.answerBy")}
          value={content.answerBy}
          onChange={(answerBy) => onChange({ answerBy })}
        />
      ) : (
        <WorkField path={["issue"]} label={t("work.field.issue")} faults={faults}>
          {(control) => (
            <NumberInput
              control={control}
              value={issue}
              onType={(number) => onChange({ issue: issueOf(number) })}
            />
          )}
        </WorkField>
      )}
      <WorkUnit
        {...shared}
        path={["lead"]}
        label={t("work.field.sender")}
        value={content.lead}
        onChange={(lead) => onChange({ lead })}
      />
      <WorkUnits
        {...shared}
        path={["audience"]}
        label={t("work.field.audience")}
        isWide
        none={t("work.receipt.all")}
        value={content.audience}
        onChange={(audience) => onChange({ audience })}
      />
      {kind === "bulletin" && <DraftFromLedger content={content} onChange={onChange} />}
      <WorkText
        faults={faults}
        path={["text"]}
        label={t("work.field.text")}
        isWide
        most={MOST_TEXT}
        rows={14}
        value={content.text}
        onChange={(text) => onChange({ text })}
      />
      <WorkItems {...shared} value={content.items} onChange={(items) => onChange({ items })} />
    </div>
  );
}

const issueOf = (number: number | null): PublicationContent["issue"] =>
  number !== null && Number.isInteger(number) && number >= 1 && number <= MOST_ISSUE ? number : null;
