import { useTranslation } from "react-i18next";
import type { PartProps } from "./parts.tsx";

/** One month, or all of them one after the other. */
export function Months({ told, act }: PartProps) {
  const { t } = useTranslation();
  const { months, show } = told;
  // The latest stands under its own name: it goes on to the next when that is published.
  const earlier = months.slice(0, -1).toReversed();
  return (
    <div className="months">
      <label>
        <span>{t("remote.month")}</span>
        <select
          value={show.month ?? ""}
          onChange={({ target }) => act({ do: "month", month: target.value === "" ? null : target.value })}
        >
          <option value="">
            {t("remote.latest")} · {months.at(-1)}
          </option>
          {earlier.map((month) => (
            <option key={month}>{month}</option>
          ))}
        </select>
      </label>
      <button type="button" className="main" disabled={show.replaying} onClick={() => act({ do: "replay" })}>
        {t(show.replaying ? "remote.replaying" : "remote.replay")}
      </button>
    </div>
  );
}
