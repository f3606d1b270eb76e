import { useTranslation } from "react-i18next";
import type { Deadline } from "#domain/wall/news.ts";
import { page } from "../data/page.ts";
import { daysBetween, dayWords } from "./days.ts";
import { pageOf } from "./use-turn.ts";

/** Deadlines in the words of the source, counted from the day that the data is of: against today a past one would look kept. */
export function DueList({
  deadlines,
  from,
  now,
  room,
  onPick,
}: {
  deadlines: readonly Deadline[];
  from: string;
  /** The one whose turn it is. */
  now: number | null;
  /** Deadlines that there is room for: what does not fit stands page by page. */
  room: number;
  onPick: (id: string) => void;
}) {
  const { t } = useTranslation();
  if (deadlines.length === 0) return null;
  return (
    <section className="wall-due">
      <h2>
        {t("wall.deadlines")}
        <span>{t("wall.deadlineBasis", { date: from })}</span>
      </h2>
      <ul>
        {pageOf(deadlines, now, room).map(({ id, title, due, words }) => {
          const days = daysBetween(from, due);
          return (
            <li key={id}>
              <button type="button" onClick={() => onPick(id)}>
                <span className="wall-due-date">
                  <b className="wall-due-words" lang="zh-CN">
                    {words}
                  </b>
                  <b className="wall-due-day">{dayWords(due, page.lang)}</b>
                  <em>
                    {days === 0
                      ? t("wall.dueToday")
                      : t(days > 0 ? "wall.daysLeft" : "wall.daysPast", { count: Math.abs(days) })}
                  </em>
                </span>
                <span className="wall-due-title" lang="zh-CN">
                  {title}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
