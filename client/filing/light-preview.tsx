import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { lightOf } from "#domain/light/judge.ts";
import { explain } from "#domain/light/words.ts";
import { completeContent } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { answerTo } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { LightLabel } from "../look/light-mark.tsx";

/** The light that the rules would make of what is typed, with the numbers they look at. */
export function LightPreview(props: { draft: ReportDraft; month: string; item: string; unit: string }) {
  const { draft, month, item, unit } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { data: rules } = useQuery(answerTo("light", "inForce", { month }));
  // Words do not make a light: a report that lacks some is judged by its figures all the same.
  const content = completeContent({ ...draft, milestones: [], problem: null, attachments: [] });
  if (rules === undefined) return null;
  if (!content.success) return <p className="light-preview meta">{t("filing.light.later")}</p>;
  const light = lightOf({ content: content.data, item, unit, month }, rules);
  return (
    <p className="light-preview">
      <LightLabel state={light.state} lang={lang} />
      <span className="meta">{t("filing.light.because", { why: explain(light, lang) })}</span>
    </p>
  );
}
