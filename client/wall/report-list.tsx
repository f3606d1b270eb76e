import { useTranslation } from "react-i18next";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { nameIn } from "#domain/look/words.ts";
import type { LatestReport } from "#domain/wall/news.ts";
import { page } from "../data/page.ts";
import { LightMark } from "../look/light-mark.tsx";
import { pageOf } from "./use-turn.ts";
import "./report-list.css";

const { lang } = page;

/** What the units reported last: the item with its light, and in one line who says what was done. */
export function ReportList({
  reports,
  of,
  now,
  room,
  onPick,
}: {
  reports: readonly LatestReport[];
  /** Where they are from. */
  of: string;
  /** Which of them is told: the list turns its pages with it. */
  now: number | null;
  /** Of them, as many as there is room for. */
  room: number;
  onPick: (id: string) => void;
}) {
  const { t } = useTranslation();
  if (reports.length === 0) return null;
  return (
    <section className="wall-reports">
      <h2>
        {t("wall.reports")}
        <span>{of}</span>
      </h2>
      <ul>
        {pageOf(reports, now, room).map(({ id, item, title, light, done, ...unit }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(item)}>
              <LightMark
                state={light ?? "none"}
                label={light === null ? t("wall.noLight") : LIGHT_WORDS[light][lang]}
              />
              <span className="wall-shortened" lang="zh-CN">
                {title}
              </span>
              <span className="wall-shortened wall-report-words">
                <b>{nameIn(lang, { name: unit.unitName, nameEn: unit.unitNameEn })}</b>{" "}
                <span lang="zh-CN">{done}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
