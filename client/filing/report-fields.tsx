import { useTranslation } from "react-i18next";
import type { ItemType } from "#domain/item.ts";
import type { Stage } from "#domain/stage.ts";
import { AttachmentFields } from "./attachment-fields.tsx";
import { TextControl } from "./controls.tsx";
import { FormSection } from "./form-section.tsx";
import { InvestmentFields } from "./investment-fields.tsx";
import { MilestoneFields } from "./milestone-fields.tsx";
import { ProblemFields } from "./problem-fields.tsx";
import { ProgressFields, StageFields } from "./stage-fields.tsx";

/** All that a report says, section by section. `report` is its id, null before the first save. */
export function ReportFields(props: { type: ItemType; stageBefore: Stage; report: string | null }) {
  const { type, stageBefore, report } = props;
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t("filing.section.stage")}>
        <StageFields type={type} stageBefore={stageBefore} />
        <ProgressFields />
      </FormSection>
      <FormSection title={t("filing.section.investment")} hint={t("filing.section.investmentHint")}>
        <InvestmentFields />
      </FormSection>
      <FormSection title={t("filing.section.milestones")} field="milestones">
        <MilestoneFields />
      </FormSection>
      <FormSection title={t("filing.section.words")}>
        <TextControl path={["done"]} label={t("filing.field.done")} />
        <TextControl path={["next"]} label={t("filing.field.next")} />
      </FormSection>
      <FormSection title={t("filing.section.problem")} field="problem">
        <ProblemFields />
      </FormSection>
      <FormSection title={t("filing.section.attachments")} field="attachments">
        <AttachmentFields report={report} />
      </FormSection>
    </>
  );
}
