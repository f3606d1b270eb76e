import { useTranslation } from "react-i18next";
import { type ItemType, LADDER_OF } from "#domain/item.ts";
import { STAGE_WORDS } from "#domain/look/words.ts";
import { needsReason } from "#domain/report/check.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { ladderSteps, type Stage } from "#domain/stage.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { ChoiceControl, DayControl, PercentControl, TextControl } from "./controls.tsx";
import { gapOf } from "./figure-input.ts";
import { useForm } from "./form-context.tsx";

/** Whether a draft has to say why its stage is what it is, or says so though it need not any more. */
export const asksWhy = (draft: ReportDraft, type: ItemType, before: Stage): boolean =>
  draft.backReason !== null || (draft.stage !== null && needsReason(type, before, draft.stage));

/** Where the item stands: a step back, or a stop, asks why. */
export function StageFields({ type, stageBefore }: { type: ItemType; stageBefore: Stage }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { draft, asksWhy } = useForm();
  const steps = ladderSteps(LADDER_OF[type]);
  const own: Stage[] = steps.includes(stageBefore) ? [] : [stageBefore];
  const choices = [...new Set<Stage>([...own, ...steps, "suspended", "cancelled"])];
  const words = (stage: Stage) => STAGE_WORDS[stage][lang];
  return (
    <>
      <div className="wide half">
        <ChoiceControl
          path={["stage"]}
          label={t("filing.field.stage")}
          options={choices.map((stage) => ({ value: stage, words: words(stage) }))}
          {...(draft.stage === null ? { none: t("filing.choose") } : {})}
          wasWords={(stage) => words(stage as Stage)}
        />
      </div>
      {asksWhy && <TextControl path={["backReason"]} label={t("filing.field.backReason")} isNullable />}
    </>
  );
}

/** Percent of the whole work, with the gap while one types. */
export function ProgressFields() {
  const { t } = useTranslation();
  const { draft } = useForm();
  const gap = gapOf(draft.plannedPercent, draft.actualPercent);
  return (
    <>
      <PercentControl path={["plannedPercent"]} label={t("filing.field.plannedPercent")} />
      <PercentControl path={["actualPercent"]} label={t("filing.field.actualPercent")} />
      <p className="gap-words" aria-live="polite">
        {gap === null
          ? ""
          : gap === 0
            ? t("filing.gap.none")
            : t(gap > 0 ? "filing.gap.behind" : "filing.gap.ahead", { points: Math.abs(gap).toFixed(1) })}
      </p>
      <DayControl path={["startPlannedOn"]} label={t("filing.field.startPlannedOn")} />
      <DayControl path={["startActualOn"]} label={t("filing.field.startActualOn")} />
    </>
  );
}
