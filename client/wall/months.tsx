import { useTranslation } from "react-i18next";
import type { Action } from "#domain/wall/show.ts";

/** The months as a slider, and as a slow replay; nothing while there is but one. */
export function Months({
  months,
  month,
  replaying,
  act,
}: {
  months: readonly string[];
  month: string | null;
  replaying: boolean;
  act: (action: Action) => void;
}) {
  const { t } = useTranslation();
  const last = months.length - 1;
  if (last < 1) return null;
  const at = month === null ? last : months.indexOf(month);
  return (
    <div className="wall-months" data-replaying={replaying}>
      <button type="button" className="wall-button" onClick={() => act({ do: "replay" })}>
        {t("wall.replay")}
      </button>
      <input
        type="range"
        aria-label={t("wall.months")}
        aria-valuetext={months[at]}
        min={0}
        max={last}
        value={at}
        onChange={(event) => {
          const to = Number(event.target.value);
          act({ do: "month", month: to === last ? null : (months[to] ?? null) });
        }}
      />
    </div>
  );
}
