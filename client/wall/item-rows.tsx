import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isColor } from "#domain/light/light-state.ts";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { nameIn } from "#domain/look/words.ts";
import type { ItemDetail, ItemRow } from "#domain/query.ts";
import { isKnownStage } from "#domain/stage.ts";
import { page } from "../data/page.ts";
import { useItem } from "../data/use-item.ts";
import { LightMark } from "../look/light-mark.tsx";
import { StageMark } from "../map/legend-mark.tsx";
import type { StepWord } from "./ladder-row.tsx";

export type SceneItem = Pick<ItemRow, "id" | "type" | "title" | "stage" | "stageBasis" | "light">;

/** With so few items there is room for the sentence that the first of them is from. */
const FEW = 3;

type ItemRowsProps = {
  rows: readonly SceneItem[];
  /** Rows that there is room for. */
  room: number;
  /** The scene's own time, ms: what does not fit stands page by page, each for its share of it. */
  time: number;
  /** A hand holds the scene, and the page with it. */
  held: boolean;
  /** The month whose sentence of the source stands with a few items; absent where no sentence does. */
  quoted?: string | null;
  onPick: (id: string) => void;
};

/** The scene's items with where each stands. Digits open the first nine of a page's. */
export function ItemRows({ rows, room, time, held, quoted, onPick }: ItemRowsProps) {
  const { t } = useTranslation();
  const pages = Math.max(1, Math.ceil(rows.length / room));
  const at = usePage(pages, time, held);
  const shown = rows.slice(at * room, (at + 1) * room);
  return (
    <div className="wall-items">
      <ul>
        {shown.map((row, index) => (
          <li key={row.id}>
            <button type="button" data-item={row.id} onClick={() => onPick(row.id)}>
              <StageMark type={row.type} stage={row.stage} theme={page.theme} size={36} />
              <span className="wall-item-title" lang="zh-CN">
                {row.light !== null && isColor(row.light) && (
                  <LightMark state={row.light} label={LIGHT_WORDS[row.light][page.lang]} />
                )}
                {row.title}
              </span>
              <span className="wall-item-stage">
                {t(`wall.step_${row.stage as StepWord}`)}
                {isKnownStage(row.stage) && row.stageBasis === "ambiguous" && (
                  <small>{t("wall.doubtful")}</small>
                )}
              </span>
            </button>
            {index === 0 && rows.length <= FEW && quoted !== undefined && (
              <Sentence id={row.id} month={quoted} />
            )}
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

/** Who answers for an item, as far as the source says. */
export function Units({ units }: Pick<ItemDetail, "units">) {
  const { t } = useTranslation();
  const names = units.filter(({ role }) => role === "responsible").map((one) => nameIn(page.lang, one));
  if (names.length === 0) return null;
  return (
    <span lang={page.lang}>
      {t("wall.responsible", { units: names.join(page.lang === "en" ? ", " : "、") })}
    </span>
  );
}

/** What the source says of an item, which may begin with a quotation mark of its own; nothing until it is here. */
function Sentence({ id, month }: { id: string; month: string | null }) {
  const { data } = useItem(id, month);
  const source = data?.sources[0];
  if (!source) return null;
  return (
    <blockquote className="wall-quote serif" lang="zh-CN">
      {source.quote}
      <footer>
        {source.section}
        <Units units={data.units} />
      </footer>
    </blockquote>
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
