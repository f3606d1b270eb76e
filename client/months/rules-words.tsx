import { useTranslation } from "react-i18next";
import type { Rules } from "#domain/light/rules.ts";
import { tenthsWords } from "./thresholds.ts";

/** Rules as sentences; one that is switched off is there and says so. */
export function RulesWords({ rules: { progress, start, funds } }: { rules: Rules }) {
  const { t } = useTranslation();
  const off = t("months.rules.off");
  const lines = [
    {
      key: "progress",
      said:
        progress &&
        t("months.rules.progressWords", {
          yellow: tenthsWords(progress.yellowFrom),
          red: tenthsWords(progress.redAbove),
        }),
    },
    {
      key: "start",
      said:
        start &&
        t(`months.rules.${start.yellowFrom === 0 ? "startWordsAtOnce" : "startWords"}`, {
          yellow: start.yellowFrom,
          red: start.redFrom,
        }),
    },
    {
      key: "funds",
      said:
        funds &&
        t("months.rules.fundsWords", {
          basis: t(`months.rules.basis.${funds.basis}`),
          percent: tenthsWords(funds.requirement),
        }),
    },
  ] as const;
  return (
    <dl className="rules-words">
      {lines.map(({ key, said }) => (
        <div key={key}>
          <dt>{t(`months.rules.${key}`)}</dt>
          <dd className={said === null ? "meta" : ""}>{said ?? off}</dd>
        </div>
      ))}
    </dl>
  );
}
