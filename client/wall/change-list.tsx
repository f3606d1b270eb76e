import { useTranslation } from "react-i18next";
import { STAGE_WORDS } from "#domain/look/words.ts";
import type { Change } from "#domain/wall/news.ts";
import { page } from "../data/page.ts";

const { lang } = page;
const ROOM = 3;
/** Told by shape, and never by colour alone. */
const SIGN: Record<Change["kind"], string> = { new: "＋", up: "▲", down: "▽", restated: "◇" };

/** What came or moved since the month before, in words; nothing at all in the first month. */
export function ChangeList({
  changes,
  months,
  onPick,
}: {
  changes: readonly Change[];
  months: readonly string[];
  onPick: (id: string) => void;
}) {
  const { t } = useTranslation();
  if (months.length < 2) return null;
  return (
    <section className="wall-changes">
      <h2>
        {t("wall.changes")}
        <span>{changes.length > 0 ? changes.length : ""}</span>
      </h2>
      {changes.length === 0 && <p className="wall-note">{t("wall.noChanges")}</p>}
      <ul>
        {changes.slice(0, ROOM).map(({ id, title, kind, stage, from }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(id)}>
              <em data-kind={kind}>
                {SIGN[kind]} {t(`wall.change_${kind}`)}
              </em>
              <small>
                {from === null
                  ? STAGE_WORDS[stage][lang]
                  : `${STAGE_WORDS[from][lang]} → ${STAGE_WORDS[stage][lang]}`}
              </small>
              <span lang="zh-CN">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
