import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ItemRow } from "#domain/query.ts";
import { isKnownStage } from "#domain/stage.ts";
import { page } from "../data/page.ts";
import { StageMark } from "../map/legend-mark.tsx";
import type { StepWord } from "./ladder-row.tsx";

export type SceneItem = Pick<ItemRow, "id" | "type" | "title" | "stage" | "stageBasis"> & {
  /** The sentence that says so, where a scene has few items and room for it. */
  quote?: string | undefined;
};

type ItemRowsProps = {
  rows: readonly SceneItem[];
  /** Rows that there is room for. */
  room: number;
  /** The scene's own time, ms: what does not fit stands page by page, each for its share of it. */
  time: number;
  /** A hand holds the scene, and the page with it. */
  held: boolean;
  onPick: (id: string) => void;
};

/** The scene's items with where each stands. Digits open the first nine of a page's. */
export function ItemRows({ rows, room, time, held, onPick }: ItemRowsProps) {
  const { t } = useTranslation();
  const pages = Math.max(1, Math.ceil(rows.length / room));
  const at = usePage(pages, time, held);
  const shown = rows.slice(at * room, (at + 1) * room);
  return (
    <div className="wall-items">
      <ul>
        {shown.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onPick(row.id)}>
              <StageMark type={row.type} stage={row.stage} theme={page.theme} size={36} />
              <span className="wall-item-title" lang="zh-CN">
                {row.title}
              </span>
              <span className="wall-item-stage">
                {t(`wall.step_${row.stage as StepWord}`)}
                {isKnownStage(row.stage) && row.stageBasis === "ambiguous" && ` · ${t("wall.doubtful")}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <p className="wall-note">
          {t("wall.more", { count: rows.length - shown.length, page: at + 1, pages })}
        </p>
      )}
    </div>
  );
}

function usePage(pages: number, time: number, held: boolean): number {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (pages < 2 || held) return;
    const timer = setInterval(() => setAt((now) => (now + 1) % pages), time / pages);
    return () => clearInterval(timer);
  }, [pages, time, held]);
  return at % pages;
}
