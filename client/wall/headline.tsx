import { useTranslation } from "react-i18next";
import type { Summary } from "#domain/query.ts";
import { splitFigure } from "../words/split-figure.ts";

/** The figure of the source that is read first. */
const HEADLINE = "ST-04";

/** The source's own figure with its quote; it is no count of ours (truth rule 1). */
export function Headline({ summary }: { summary: Summary | undefined }) {
  const { t } = useTranslation();
  const statistic = summary?.statistics.find(({ id }) => id === HEADLINE);
  if (!statistic) return null;
  const { figure, unit } = splitFigure(statistic.words);
  return (
    <section className="wall-headline">
      <p className="wall-figure serif" lang="zh-CN">
        {figure}
        <small>{unit}</small>
      </p>
      <p className="wall-figure-of">
        <span>
          {t(statistic.preliminary ? "wall.preliminary" : "wall.statedFigure")} · {t(`wall.of-${HEADLINE}`)}
        </span>
        <span>{t(`wall.${HEADLINE}`)}</span>
      </p>
      <blockquote className="wall-quote serif" lang="zh-CN">
        “{statistic.source.quote}”
      </blockquote>
    </section>
  );
}
