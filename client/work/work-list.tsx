import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { Pages, usePages } from "../desk/pages.tsx";
import type { Face } from "./face.ts";
import type { WorkNames } from "./use-work-names.ts";
import { WorkState } from "./work-state.tsx";

/** Records with where each stands. @param of names the list: another begins at its first page */
export function WorkRows<N extends WorkNoun>(props: {
  face: Face<N>;
  rows: readonly WorkEntry<N>[];
  names: WorkNames;
  of: string;
  shown: string | undefined;
  onShow: (id: string) => void;
}) {
  const { face, rows, names, of, shown, onShow } = props;
  const { noun, Facts } = face;
  const { t } = useTranslation();
  const page = usePages(rows, of);
  return (
    <div className="filing-list">
      <ul aria-label={t(`desk.place.${noun}s`)}>
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
                  <WorkState noun={noun} state={row.state} />
                  <Facts row={row} names={names} />
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
