import { useTranslation } from "react-i18next";
import { LADDER_OF } from "#domain/item.ts";
import { LADDER_WORDS, STAGE_WORDS } from "#domain/look/words.ts";
import type { ItemDetail } from "#domain/query.ts";
import { isKnownStage, ladderSteps, stepOf } from "#domain/stage.ts";
import { StageMark } from "../../map/legend-mark.tsx";
import { useLook } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";

/** The item's own ladder with its step; what is off the ladder stands beside it, never on a step. */
export function LadderView({ item }: { item: ItemDetail }) {
  const { t } = useTranslation();
  const say = useSay();
  const { theme } = useLook();
  const ladder = LADDER_OF[item.type];
  const steps = ladderSteps(ladder);
  const at = stepOf(ladder, item.stage);
  const known = isKnownStage(item.stage);
  const doubtful = known && item.stageBasis === "ambiguous";
  return (
    <figure
      className={`ladder${known ? "" : " unknown"}${doubtful ? " doubtful" : ""}`}
      aria-label={t("detail.ladder", {
        ladder: say(LADDER_WORDS[ladder]),
        stage: say(STAGE_WORDS[item.stage]),
      })}
    >
      <ol>
        {steps.map((stage, index) => (
          <li
            key={stage}
            className={at !== null && index <= at ? "reached" : undefined}
            aria-current={index === at ? "step" : undefined}
          >
            <StageMark type={item.type} stage={stage} theme={theme} size={24} />
            <span>{say(STAGE_WORDS[stage])}</span>
            {doubtful && index === at && <span className="chip inferred">{t("map.doubtful")}</span>}
          </li>
        ))}
      </ol>
      {!known && (
        <p className="ladder-beside">
          <StageMark type={item.type} stage={item.stage} theme={theme} size={24} />
          <strong>{say(STAGE_WORDS[item.stage])}</strong>
          <span className="meta">{t("detail.beside")}</span>
        </p>
      )}
    </figure>
  );
}
