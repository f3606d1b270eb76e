import { useTranslation } from "react-i18next";
import { MEASURE_WORDS } from "#domain/look/words.ts";
import { MEASURES } from "#domain/measure.ts";
import { VIEW_LEVELS } from "#domain/view.ts";
import { regionName } from "../../data/regions.ts";
import { prefetchMeasures } from "../../data/use-progress.ts";
import { useLedger } from "../../data/use-summary.ts";
import { setView } from "../../view/address.ts";
import { drillTo, pathTo } from "../../view/drill.ts";
import { usePanelView } from "../../view/panel-view.ts";
import { useLook } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { Icon } from "../ui/icons.tsx";
import { ChoicePop } from "../ui/pop.tsx";

const LEVEL_WORDS = { league: "shell.byLeague", county: "shell.byCounty" } as const;

/** Where one is, what is measured, and by which areas: the map's title and its switches in one. */
export function MapBar() {
  const { t } = useTranslation();
  const say = useSay();
  const { lang } = useLook();
  const view = usePanelView();
  const lights = useLedger(view).data?.counts.lights ?? {};
  // Without reports there are no lights to measure.
  const measures = MEASURES.filter(
    (one) => one !== "red" || view.measure === "red" || Object.keys(lights).length > 0,
  );
  const path = pathTo(view.region);
  const above = path.at(-2);
  return (
    <div className="map-bar card">
      {above !== undefined && (
        <button
          type="button"
          className="crumb-back"
          aria-label={t("shell.upTo", { region: regionName(above, lang) })}
          onClick={() => setView(drillTo(above))}
        >
          <Icon name="back" />
        </button>
      )}
      <nav aria-label={t("shell.breadcrumb")}>
        <ol className="crumbs">
          {path.map((code, index) => (
            <li key={code}>
              {index === path.length - 1 ? (
                <strong aria-current="location">{regionName(code, lang)}</strong>
              ) : (
                <button type="button" onClick={() => setView(drillTo(code))}>
                  {regionName(code, lang)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <ChoicePop
        label={t("shell.measure")}
        className="map-measure"
        shown={say(MEASURE_WORDS[view.measure])}
        choices={measures.map((value) => ({ value, label: say(MEASURE_WORDS[value]) }))}
        chosen={view.measure}
        onOpen={() => prefetchMeasures(view)}
        onChoose={(measure) => setView({ measure })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's frame is of no use to two toggles */}
      <div className="segments" role="group" aria-label={t("shell.level")}>
        {VIEW_LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={view.level === level}
            onClick={() => setView({ level })}
          >
            {t(LEVEL_WORDS[level])}
          </button>
        ))}
      </div>
    </div>
  );
}
