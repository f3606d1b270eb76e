import { useTranslation } from "react-i18next";
import type { Action } from "#domain/wall/show.ts";
import { HOLD_MINUTES } from "./address.ts";
import type { Hold } from "./use-show.ts";

/** For a hand on the screen; out of sight while there is none. */
export function Controls({
  held,
  hold,
  title,
  at,
  of,
  act,
}: {
  held: boolean;
  hold: Hold;
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
      <span>
        {t("wall.nowShowing", { scene: title, at, of })}
        {hold !== null && (
          <small>
            {hold === "ends" ? t("wall.holdEnds") : t("wall.holdLasts", { minutes: HOLD_MINUTES })}
          </small>
        )}
      </span>
      <button type="button" aria-pressed={held} onClick={() => act({ do: held ? "tour" : "hold" })}>
        {t(held ? "wall.handBack" : "wall.hold")}
      </button>
      <button type="button" aria-label={t("wall.next")} onClick={() => act({ do: "step", by: 1 })}>
        ▶
      </button>
    </nav>
  );
}
