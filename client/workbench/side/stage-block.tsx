import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listedStages } from "#domain/count.ts";
import { LADDER_WORDS, STAGE_WORDS } from "#domain/look/words.ts";
import { type Ladder, stepOf } from "#domain/stage.ts";
import { TYPE_OF_LADDER } from "#geo/drawn/mix.ts";
import { useFacet } from "../../data/use-summary.ts";
import { StageMark } from "../../map/legend-mark.tsx";
import { setView } from "../../view/address.ts";
import { toggled, withList } from "../../view/change-filter.ts";
import { usePanelView } from "../../view/panel-view.ts";
import { useLook } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { ChoicePop } from "../ui/pop.tsx";
import { listedLadders, stageRows } from "./stage-choice.ts";

/** Stages of one ladder at a time: the legend of their marks and a filter in one, counted as the list will be. */
export function StageBlock() {
  const { t } = useTranslation();
  const say = useSay();
  const view = usePanelView();
  const { theme } = useLook();
  const counts = useFacet(view, "stages").data?.counts;
  const { measure, filter } = view;
  const ladders = listedLadders(measure, filter.types);
  // Of a stage that the address chooses, its ladder is the one to see.
  const [wanted, setWanted] = useState<Ladder>(
    () => ladders.find((one) => filter.stages?.some((stage) => stepOf(one, stage) !== null)) ?? "project",
  );
  const ladder = ladders.includes(wanted) ? wanted : (ladders[0] ?? "project");
  const listed = counts ? listedStages(counts, measure, filter.types) : {};
  const head = say(LADDER_WORDS[ladder]);
  return (
    <section className="stage-block" data-ladder={ladder} aria-labelledby="stages-head">
      <div className="side-head">
        <h2 id="stages-head">{head}</h2>
        {ladders.length > 1 && (
          <ChoicePop
            label={t("side.ladder")}
            className="ladder-choice"
            align="end"
            shown={t("side.otherLadder")}
            choices={ladders.map((one) => ({ value: one, label: say(LADDER_WORDS[one]) }))}
            chosen={ladder}
            onChoose={setWanted}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's frame is of no use to a group of toggles */}
      <div role="group" aria-label={t("side.stageFilter")}>
        {stageRows(ladder, listed, filter.stages).map(({ stage, count, onLadder }) => (
          <button
            key={stage}
            type="button"
            className={`stage-row${onLadder ? "" : " off"}`}
            title={onLadder ? undefined : t("side.offLadder")}
            aria-pressed={filter.stages?.includes(stage) ?? false}
            onClick={() =>
              setView((now) => ({
                filter: withList(now.filter, "stages", toggled(now.filter.stages, stage)),
                item: null,
              }))
            }
          >
            <StageMark type={TYPE_OF_LADDER[ladder]} stage={stage} theme={theme} size={20} />
            <span className="stage-name">{say(STAGE_WORDS[stage])}</span>
            <span className="tree-count">{counts ? count : ""}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
