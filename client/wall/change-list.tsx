import { useTranslation } from "react-i18next";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { STAGE_WORDS } from "#domain/look/words.ts";
import type { Change } from "#domain/wall/news.ts";
import { page } from "../data/page.ts";
import { LightMark } from "../look/light-mark.tsx";
import { pageOf } from "./use-turn.ts";

const { lang } = page;
/** Told by shape, and never by colour alone. */
const SIGN: Record<StageKind, string> = { new: "＋", up: "▲", down: "▽", restated: "◇" };
type StageKind = Exclude<Change["kind"], LightKind>;
const LIGHT_KINDS = ["turnedRed", "recovered", "worse", "better", "unlit"] as const;
type LightKind = (typeof LIGHT_KINDS)[number];
const isLight = (kind: Change["kind"]): kind is LightKind =>
  (LIGHT_KINDS as readonly string[]).includes(kind);

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
  /** Which of them is told: on the map it stands out from the others. */
  now: number | null;
  /** Of them, as many as there is room for: the list turns its pages with what is told. */
  room: number;
  onPick: (id: string) => void;
}) {
  const { t } = useTranslation();
  if (months.length < 2) return null;
  const told = now === null ? undefined : changes[now];
  return (
    <section className="wall-changes">
      <h2>
        {t("wall.changes")}
        <span>{changes.length > 0 ? changes.length : ""}</span>
      </h2>
      {changes.length === 0 && <p className="wall-note">{t("wall.noChanges")}</p>}
      <ul>
        {pageOf(changes, now, room).map((change) => {
          const { id, title, kind, stage, from: before, light, lightFrom } = change;
          return (
            <li key={id} data-now={change === told}>
              <button type="button" onClick={() => onPick(id)}>
                <em data-kind={kind}>
                  {isLight(kind) ? <LightMark state={light ?? "none"} /> : SIGN[kind]}{" "}
                  {t(`wall.change_${kind}`)}
                </em>
                <small>
                  {isLight(kind)
                    ? [lightFrom, light]
                        .map((one) => (one === null ? t("wall.noLight") : LIGHT_WORDS[one][lang]))
                        .join(" → ")
                    : before === null
                      ? STAGE_WORDS[stage][lang]
                      : `${STAGE_WORDS[before][lang]} → ${STAGE_WORDS[stage][lang]}`}
                </small>
                <span lang="zh-CN">{title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
