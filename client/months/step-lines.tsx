import { useTranslation } from "react-i18next";
import type { ReportHistory } from "#domain/report/exchange.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { momentWords } from "../filing/time-words.ts";

/** Who took which step when, and what was said with it. */
export function StepLines({ steps }: { steps: ReportHistory[number]["steps"] }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <ol>
      {steps.map(({ step, at, by, comments }) => (
        <li key={`${step} ${at}`}>
          {t(`months.review.step.${step as "save"}`)} · {by} · {momentWords(lang, at)}
          {comments.map(({ words }) => (
            <p key={words} className="field-comment">
              {words}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
