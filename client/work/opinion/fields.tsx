import { useTranslation } from "react-i18next";
import { nameIn } from "#domain/look/words.ts";
import { OPINION_FORMS } from "#domain/work/opinion.ts";
import { MOST_TITLE } from "#domain/work/task.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import type { FieldsOf } from "../face.ts";
import { freshId } from "../fresh-id.ts";
import { PartRows } from "../part-rows.tsx";
import { WorkChoice, WorkDay, WorkText, WorkUnit } from "../work-controls.tsx";
import { WorkItems } from "../work-items.tsx";

/** Which ministry, what its document is and what it grants. */
export function OpinionFields({ content, names, faults, onChange }: FieldsOf<"opinion">) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { ministry, ministryWords, form } = content;
  const ministries = names.units.filter(({ kind }) => kind === "central");
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
        path={["ministry"]}
        label={t("work.field.ministry")}
        none={t("work.otherMinistry")}
        options={ministries.map((unit) => ({ value: unit.id, label: nameIn(lang, unit) }))}
        value={ministry}
        onChange={(unit) => onChange({ ministry: unit })}
      />
      {ministry === null && (
        <WorkText
          faults={faults}
          path={["ministryWords"]}
          label={t("work.field.ministryWords")}
          most={MOST_TITLE}
          value={ministryWords}
          onChange={(words) => onChange({ ministryWords: words })}
        />
      )}
      <WorkChoice
        faults={faults}
        path={["form"]}
        label={t("work.field.form")}
        options={OPINION_FORMS.map((one) => ({ value: one, label: t(`work.form.${one}`) }))}
        value={form}
        onChange={(one) => onChange({ form: OPINION_FORMS.find((known) => known === one) ?? "untold" })}
      />
      <WorkText
        faults={faults}
        path={["document"]}
        label={t("work.field.document")}
        isWide
        most={MOST_TITLE}
        value={content.document}
        onChange={(document) => onChange({ document })}
      />
      <WorkText
        faults={faults}
        path={["documentNumber"]}
        label={t("work.field.documentNumber")}
        most={80}
        value={content.documentNumber}
        onChange={(documentNumber) => onChange({ documentNumber })}
      />
      <WorkDay
        faults={faults}
        path={["issuedOn"]}
        label={t("work.field.issuedOn")}
        value={content.issuedOn}
        onChange={(issuedOn) => onChange({ issuedOn })}
      />
      <WorkUnit
        faults={faults}
        names={names}
        path={["lead"]}
        label={t("work.field.follower")}
        value={content.lead}
        onChange={(lead) => onChange({ lead })}
      />
      <WorkDay
        faults={faults}
        path={["due"]}
        label={t("work.field.due")}
        value={content.due}
        onChange={(due) => onChange({ due })}
      />
      <PartRows
        field="grants"
        words="grant"
        rows={content.grants}
        fresh={{ id: freshId(), words: "", lead: null, helpers: [], due: null }}
        names={names}
        faults={faults}
        onChange={(grants) => onChange({ grants })}
      />
      <WorkItems
        names={names}
        faults={faults}
        value={content.items}
        onChange={(items) => onChange({ items })}
      />
    </div>
  );
}
