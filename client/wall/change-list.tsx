import { useTranslation } from "react-i18next";
import { STAGE_WORDS } from "#domain/look/words.ts";
import type { Change } from "#domain/wall/news.ts";
import { page } from "../data/page.ts";

const { lang } = page;
/** Told by shape, and never by colour alone. */
const SIGN: Record<Change["kind"], string> = { new: "＋", up: "▲", down: "▽", restated: "◇" };

/** What came or moved since the month before; nothing at all in the first month. */
export function ChangeList({
  changes,
  months,
  now,
  room,
  onPick,
}: {
  changes: readonly Change[];
  months: readonly string[];
  /** Which of them is told: where the scene is the whole, the map shows it too. */
  now: number | null;
  /** Of them, as many as there is room for: the list turns its pages with what is told. */
  room: number;
  onPick: (id: string) => void;
}) {
  const { t } = useTranslation();
  if (months.length < 2) return null;
  const from = Math.floor((now ?? 0) / room) * room;
  return (
    <section className="wall-changes">
      <h2>
        {t("wall.changes")}
        <span>{changes.length > 0 ? changes.length : ""}</span>
      </h2>
      {changes.length === 0 && <p className="wall-note">{t("wall.noChanges")}</p>}
      <ul>
        {changes.slice(from, from + room).map(({ id, title, kind, stage, from: before }, at) => (
          <li key={id} data-now={from + at === now}>
            <button type="button" onClick={() => onPick(id)}>
              <em data-kind={kind}>
                {SIGN[kind]} {t(`wall.change_${kind}`)}
              </em>
              <small>
                {before === null
                  ? STAGE_WORDS[stage][lang]
                  : `${STAGE_WORDS[before][lang]} → ${STAGE_WORDS[stage][lang]}`}
              </small>
              <span lang="zh-CN">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
