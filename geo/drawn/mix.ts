import type { ItemType } from "#domain/item.ts";
import { markShape } from "#domain/look/marks.ts";
import type { StageCounts } from "#domain/measure.ts";
import { LADDERS, type Ladder, STAGES, type Stage } from "#domain/stage.ts";
import type { View } from "#domain/view.ts";

/** Whether small bars of the stage mix stand under the names: where asked for, and where they are the measure. */
export const showsBars = ({ layers, measure }: Pick<View, "layers" | "measure">): boolean =>
  layers.includes("bars") || measure === "mix";

/** A type whose mark stands for its ladder. */
export const TYPE_OF_LADDER: Record<Ladder, ItemType> = {
  project: "project",
  policy: "support",
  agreement: "agreement",
  plan: "plan",
  mechanism: "mechanism",
  directive: "directive",
};

/** How far a stage fills its mark, 0 to 4; null off the ladder. A stage of several ladders takes the first. */
export function fillLevel(stage: Stage): number | null {
  for (const [ladder, steps] of Object.entries(LADDERS) as [Ladder, readonly Stage[]][]) {
    if (steps.includes(stage)) return markShape(TYPE_OF_LADDER[ladder], stage).level;
  }
  return null;
}

/** Items at each of the five fills and off the ladder, as `1.0.2.0.3.1`; empty where there are none. */
export function mixOf(stages: StageCounts): string {
  const counts = [0, 0, 0, 0, 0, 0];
  for (const stage of STAGES) {
    const at = fillLevel(stage) ?? 5;
    counts[at] = (counts[at] ?? 0) + (stages[stage] ?? 0);
  }
  return counts.some((count) => count > 0) ? counts.join(".") : "";
}
