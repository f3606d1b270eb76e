import { listedTypes } from "#domain/count.ts";
import { type ItemType, LADDER_OF } from "#domain/item.ts";
import type { Measure, StageCounts } from "#domain/measure.ts";
import { type Ladder, ladderSteps, OFF_LADDER, type Stage } from "#domain/stage.ts";

/** Ladders that items of the list stand on, in the order of the types. */
export const listedLadders = (measure: Measure, types: readonly ItemType[] | undefined): Ladder[] => [
  ...new Set(listedTypes(measure, types).map((type) => LADDER_OF[type])),
];

/**
 * Steps of a ladder, each with what the list would hold after a click; then what is off every ladder. A stop is
 * shown where there is one, or where it is chosen.
 */
export function stageRows(
  ladder: Ladder,
  listed: StageCounts,
  chosen: readonly Stage[] | undefined,
): { stage: Stage; count: number; onLadder: boolean }[] {
  const off = OFF_LADDER.filter(
    (stage) => stage === "unstated" || (listed[stage] ?? 0) > 0 || chosen?.includes(stage),
  );
  return [
    ...ladderSteps(ladder).map((stage) => ({ stage, count: listed[stage] ?? 0, onLadder: true })),
    ...off.map((stage) => ({ stage, count: listed[stage] ?? 0, onLadder: false })),
  ];
}
