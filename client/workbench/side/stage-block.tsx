import { useTranslation } from "react-i18next";
import { STAGE_WORDS } from "#domain/look/words.ts";
import { LADDERS, OFF_LADDER } from "#domain/stage.ts";
import { useFacet } from "../../data/use-summary.ts";
import { StageMark } from "../../map/legend-mark.tsx";
import { setView } from "../../view/address.ts";
import { toggled, withList } from "../../view/change-filter.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";

/** Stages of projects: the legend of their marks and a filter in one. A stop is shown where there is one. */
export function StageBlock() {
  const { t } = useTranslation();
  const say = useSay();
  const view = useView();
  const { theme } = useLook();
  const counts = useFacet(view, "stages").data?.counts;
  const chosen = view.filter.stages;
  const stages = [...LADDERS.project, ...OFF_LADDER].filter(
    (stage) =>
      (stage !== "suspended" && stage !== "cancelled") ||
      (counts?.projectStages[stage] ?? 0) > 0 ||
      chosen?.includes(stage),
  );
  return (
    <section aria-labelledby="stages-head">
      <div className="side-head">
        <h2 id="stages-head">{t("side.stages")}</h2>
        <span className="meta">{counts && t("side.stagesTotal", { count: counts.projects })}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's frame is of no use to a group of toggles */}
      <div role="group" aria-label={t("side.stageFilter")}>
        {stages.map((stage) => (
          <button
            key={stage}
            type="button"
            className="stage-row"
            aria-pressed={chosen?.includes(stage) ?? false}
            onClick={() =>
              setView((now) => ({
                filter: withList(now.filter, "stages", toggled(now.filter.stages, stage)),
                item: null,
              }))
            }
          >
            <StageMark type="project" stage={stage} theme={theme} size={20} />
            <span className="stage-name">{say(STAGE_WORDS[stage])}</span>
            <span className="tree-count">{counts ? (counts.projectStages[stage] ?? 0) : ""}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
