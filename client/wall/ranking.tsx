import { useTranslation } from "react-i18next";
import { PALETTE } from "#domain/look/palette.ts";
import { type Bounds, boundsOf, classOf, type Measure } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import { isPlannedCity, leagueOf } from "#domain/region.ts";
import { page } from "../data/page.ts";
import { regionName } from "../data/regions.ts";

const { lang, theme } = page;

type RankingProps = {
  measure: Measure;
  /** What is counted. */
  title: string;
  rows: readonly RegionProgress[];
  /** Region on the map, or the one that a hand points at. */
  marked: string | null;
  /** Regions whose count has just changed. */
  fresh: readonly string[];
  onPick: (code: string) => void;
};

/**
 * The 14 reporting regions by their count, as bars in the colours of the map: the ranking is the legend. A planned
 * city lies in its league and reports for itself; in either bar its part is hatched, so that no item is seen twice.
 */
export function Ranking({ measure, title, rows, marked, fresh, onPick }: RankingProps) {
  const { t } = useTranslation();
  const sorted = rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const bounds = boundsOf({ measure, level: "league" }, rows);
  const cityIn = (league: string) =>
    rows.find(({ code }) => isPlannedCity(code) && leagueOf(code) === league)?.n ?? 0;
  return (
    <section className="wall-ranking" aria-label={t("wall.ranking", { measure: title })}>
      <h2>
        {t("wall.ranking", { measure: title })}
        <span>{t("wall.rankingUnit")}</span>
      </h2>
      <ol>
        {sorted.map(({ code, n, value }) => {
          const planned = isPlannedCity(code);
          const hatched = planned ? n : cityIn(code);
          const share = (count: number) => `${(count / most) * 100}%`;
          return (
            <li
              key={code}
              data-code={code}
              className={[code === marked && "marked", fresh.includes(code) && "fresh"]
                .filter(Boolean)
                .join(" ")}
            >
              <button type="button" onClick={() => onPick(code)}>
                <span className="wall-ranking-name">{regionName(code, lang)}</span>
                <span className="wall-bar">
                  <span style={{ width: share(n - hatched), background: fillOf(value, bounds) }} />
                  <span className="hatched" style={{ width: share(hatched) }} />
                </span>
                <b>{value ?? "—"}</b>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="wall-note hatched-key">
        <i className="hatched" />
        {t("wall.plannedCity")}
      </p>
    </section>
  );
}

function fillOf(value: number | null, bounds: Bounds): string {
  const cls = classOf(value, bounds);
  return typeof cls === "number" ? (PALETTE[theme].ramp[cls] ?? "") : PALETTE[theme].zero;
}
