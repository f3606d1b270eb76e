import { useTranslation } from "react-i18next";
import type { Statistic } from "#domain/source.ts";
import { useLedger } from "../../data/use-summary.ts";
import { setView } from "../../view/address.ts";
import { useView } from "../../view/use-view.ts";
import { splitFigure } from "../../words/split-figure.ts";
import { Pop } from "../ui/pop.tsx";
import { Remark } from "../ui/remark.tsx";
import { FailedLine } from "../ui/states.tsx";

/** Figures of the header: three of the preliminary sentence, and the ministries, which another one states. */
const PRELIMINARY = ["ST-02", "ST-03", "ST-04"] as const;
const APART = ["ST-01"] as const;
type StatisticId = (typeof PRELIMINARY)[number] | (typeof APART)[number];

/** The source's own statistics, word for word. They never follow the filter (truth rule 1). */
export function Statistics() {
  const { t } = useTranslation();
  const ledger = useLedger(useView());
  if (ledger.data?.statistics.length === 0) {
    return (
      <section className="statistics" aria-label={t("shell.statisticsLabel")}>
        <p className="meta">{t("shell.noStatistics", { month: ledger.data.asOf })}</p>
      </section>
    );
  }
  if (!ledger.data && ledger.isError) {
    return (
      <section className="statistics" aria-label={t("shell.statisticsLabel")}>
        <FailedLine onRetry={() => void ledger.refetch()} />
      </section>
    );
  }
  const find = (id: StatisticId) => ledger.data?.statistics.find((one) => one.id === id);
  return (
    <section className="statistics" aria-label={t("shell.statisticsLabel")}>
      <p className="statistics-basis">
        {t("shell.preliminary")}
        <br />
        {t("shell.preliminaryNote")}
      </p>
      {PRELIMINARY.map((id) => (
        <StatisticButton key={id} id={id} statistic={find(id)} />
      ))}
      <p className="statistics-basis apart">{t("shell.stated")}</p>
      {APART.map((id) => (
        <StatisticButton key={id} id={id} statistic={find(id)} />
      ))}
    </section>
  );
}

function StatisticButton({ id, statistic }: { id: StatisticId; statistic: Statistic | undefined }) {
  const { t } = useTranslation();
  if (!statistic) return <span className="statistic skeleton" />;
  const { figure, unit } = splitFigure(statistic.words);
  const { document, section, quote, start, end } = statistic.source;
  return (
    <Pop
      className="statistic"
      opens={t(`shell.${id}`)}
      button={
        <>
          <span className="statistic-figure serif" lang="zh-CN">
            {figure}
            <small className={unit.startsWith("%") ? "tight" : undefined}>{unit}</small>
          </span>
          <span className="statistic-name">{t(`shell.${id}`)}</span>
          <span className="statistic-name short">{t(`shell.short-${id}`)}</span>
        </>
      }
    >
      {(close) => (
        <div className="quote-card">
          <p className="meta">
            {t(statistic.preliminary ? "shell.statisticPreliminary" : "shell.statisticApart")}
          </p>
          <blockquote className="serif" lang="zh-CN">
            <mark>{quote}</mark>
          </blockquote>
          {statistic.note !== null && (
            <p className="meta">
              <Remark text={statistic.note} english={statistic.noteEn} />
            </p>
          )}
          <div className="quote-foot">
            <span className="meta" lang="zh-CN">
              {section}
            </span>
            <button
              type="button"
              className="link"
              onClick={() => {
                close();
                setView({ reading: { document, start, end } });
              }}
            >
              {t("shell.openHere")}
            </button>
          </div>
        </div>
      )}
    </Pop>
  );
}
