import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/work.ts";
import { Pages, usePages } from "../desk/pages.tsx";

/** Records with where each stands. @param of names the list: another begins at its first page */
export function WorkRows<N extends WorkNoun>(props: {
  noun: N;
  rows: readonly WorkEntry<N>[];
  of: string;
  shown: string | undefined;
  factsOf: (row: WorkEntry<N>) => ReactNode;
  onShow: (id: string) => void;
}) {
  const { noun, rows, of, shown, factsOf, onShow } = props;
  const { t } = useTranslation();
  const page = usePages(rows, of);
  return (
    <div className="filing-list">
      <ul aria-label={t(`desk.place.${noun === "task" ? "tasks" : "meetings"}`)}>
        {page.shown.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="filing-row"
              aria-current={row.id === shown ? "true" : undefined}
              onClick={() => onShow(row.id)}
            >
              <span className="filing-row-text">
                <span className="filing-row-title" lang="zh-CN">
                  {row.title.trim() || t("work.untitled")}
                </span>
                <span className="meta work-facts">
                  <span>{row.number}</span>
                  <span className={`filing-state ${row.state}`}>
                    {t(`work.state.${noun}.${row.state}` as "work.state.task.draft")}
                  </span>
                  {factsOf(row)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Pages {...page.pages} />
    </div>
  );
}
