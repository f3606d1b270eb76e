import { LIGHTS, type LightChoice, type LightCounts } from "#domain/light/light-state.ts";
import { useFacet } from "../data/use-summary.ts";
import { setView } from "../view/address.ts";
import { toggled, withList } from "../view/change-filter.ts";
import { usePanelView } from "../view/panel-view.ts";
import { useSay } from "../words/use-say.ts";
import "./light-block.css";
import { LightMark } from "../look/light-mark.tsx";
import { CHOICE_WORDS, LIGHTS_UI } from "./light-words.ts";

/** The worst first, as one reads them. */
const CHOICES: readonly LightChoice[] = [...LIGHTS.toReversed(), "none"];

/** Of those that count, how many have each light; what nobody files for has none. */
function countsOf(lights: LightCounts, items: number): Record<LightChoice, number> {
  const { green = 0, yellow = 0, red = 0 } = lights;
  return { green, yellow, red, none: items - green - yellow - red };
}

/** Lights of the list: legend of their marks and a filter in one, counted as the list will be. */
export function LightBlock() {
  const say = useSay();
  const view = usePanelView();
  const counts = useFacet(view, "lights").data?.counts;
  const shown = counts && countsOf(counts.lights, counts.items);
  return (
    <section className="light-block" aria-labelledby="lights-head">
      <div className="side-head">
        <h2 id="lights-head">{say(LIGHTS_UI.head)}</h2>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's frame is of no use to a group of toggles */}
      <div role="group" aria-label={say(LIGHTS_UI.filter)} className="light-choices">
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            title={choice === "none" ? say(LIGHTS_UI.none) : undefined}
            aria-pressed={view.filter.lights?.includes(choice) ?? false}
            onClick={() =>
              setView((now) => ({
                filter: withList(now.filter, "lights", toggled(now.filter.lights, choice)),
                item: null,
              }))
            }
          >
            <LightMark state={choice} size={14} />
            <span>{say(CHOICE_WORDS[choice])}</span>
            <span className="tree-count">{shown?.[choice] ?? ""}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
