import { useTranslation } from "react-i18next";
import { ITEM_TYPES, LADDER_OF } from "#domain/item.ts";
import type { StageCounts } from "#domain/measure.ts";
import type { Summary } from "#domain/query.ts";
import { type Ladder, STAGES } from "#domain/stage.ts";
import { TYPE_OF_LADDER } from "#geo/drawn/mix.ts";
import { LadderRow } from "./ladder-row.tsx";

/** Ladders of the items; the office's own never stand on the wall. */
export const LADDERS = ["project", "policy", "agreement", "plan"] as const;
type ItemLadder = (typeof LADDERS)[number];

/** How many items stand on each step of these ladders. */
export function Ladders({
  ladders,
  summary,
}: {
  ladders: readonly ItemLadder[];
  summary: Summary | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div className="wall-ladders">
      {ladders.map((ladder) => (
        <LadderRow
          key={ladder}
          type={TYPE_OF_LADDER[ladder]}
          title={t(`wall.ladder_${ladder}`)}
          stages={stagesOn(ladder, summary?.counts.typeStages ?? {})}
        />
      ))}
    </div>
  );
}

/** Support policies and pilots stand on one ladder, and are counted together. */
function stagesOn(ladder: Ladder, typeStages: Summary["counts"]["typeStages"]): StageCounts {
  const counts: StageCounts = {};
  for (const type of ITEM_TYPES.filter((one) => LADDER_OF[one] === ladder)) {
    for (const stage of STAGES) {
      const n = typeStages[type]?.[stage];
      if (n !== undefined) counts[stage] = (counts[stage] ?? 0) + n;
    }
  }
  return counts;
}
