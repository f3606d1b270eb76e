import { useTranslation } from "react-i18next";
import { type ItemType, LADDER_OF } from "#domain/item.ts";
import type { StageCounts } from "#domain/measure.ts";
import { ladderSteps, OFF_LADDER, type Stage } from "#domain/stage.ts";
import { page } from "../data/page.ts";
import { StageMark } from "../map/legend-mark.tsx";

const MARK_GRID = 40;

/** Items of a type by step, low to high; beside the ladder, and never on it, what has no step. */
export function LadderRow({ type, title, stages }: { type: ItemType; title: string; stages: StageCounts }) {
  const { t } = useTranslation();
  const total = Object.values(stages).reduce((sum, n) => sum + n, 0);
  const steps = ladderSteps(LADDER_OF[type]);
  // `unstated` has a column of its own always: unknown looks unknown. The others where there are any.
  const beside = OFF_LADDER.filter((stage) => stage === "unstated" || (stages[stage] ?? 0) > 0);
  const step = (stage: Stage) => (
    <li key={stage} data-stage={stage} className={beside.some((one) => one === stage) ? "beside" : undefined}>
      <StageMark type={type} stage={stage} theme={page.theme} size={MARK_GRID} />
      <b>{stages[stage] ?? 0}</b>
      <span>{t(`wall.step_${stage as StepWord}`)}</span>
    </li>
  );
  return (
    <section className="wall-ladder">
      <h2>
        {title} <b>{total}</b>
      </h2>
      <ol>{[...steps, ...beside].map(step)}</ol>
    </section>
  );
}

/** Steps of the items' own ladders: the office's never stand on the wall. */
export type StepWord = Exclude<Stage, "ongoing" | "established" | "done" | "noted" | "required">;
