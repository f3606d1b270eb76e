import { useTranslation } from "react-i18next";
import type { Action } from "#domain/wall/show.ts";

/** For a hand on the screen; out of sight while there is none. */
export function Controls({
  held,
  title,
  at,
  of,
  act,
}: {
  held: boolean;
  title: string;
  /** Its number in the round, from 1, by which it is jumped to. */
  at: number;
  of: number;
  act: (action: Action) => void;
}) {
  const { t } = useTranslation();
  return (
    <nav className="wall-controls" aria-label={t("wall.controls")}>
      <button type="button" aria-label={t("wall.previous")} onClick={() => act({ do: "step", by: -1 })}>
        ◀
      </button>
      <span>{t("wall.nowShowing", { scene: title, at, of })}</span>
      <button type="button" aria-pressed={held} onClick={() => act({ do: held ? "tour" : "hold" })}>
        {t(held ? "wall.handBack" : "wall.hold")}
      </button>
      <button type="button" aria-label={t("wall.next")} onClick={() => act({ do: "step", by: 1 })}>
        ▶
      </button>
    </nav>
  );
}
