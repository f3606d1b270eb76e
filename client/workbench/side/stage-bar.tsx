import { LADDER_OF } from "#domain/item.ts";
import type { StageCounts } from "#domain/measure.ts";
import { ladderSteps, STAGES, type Stage, stepOf } from "#domain/stage.ts";

const LADDERS_OF_ITEMS = [
  ...new Set([LADDER_OF.project, LADDER_OF.support, LADDER_OF.agreement, LADDER_OF.plan]),
];
const COLORS = ["planned", "preparation", "approved", "construction", "completed"] as const;

/** How far along its ladder a stage stands, on the five tones of the project stages. */
function tone(stage: Stage): string {
  for (const ladder of LADDERS_OF_ITEMS) {
    const step = stepOf(ladder, stage);
    if (step === null) continue;
    const last = ladderSteps(ladder).length - 1;
    return COLORS[Math.round((step / last) * 4)] ?? "unstated";
  }
  return "unstated";
}

/** Items by how far they have got, as parts of one bar; its length is the count. */
export function StageBar({ stages, most }: { stages: StageCounts; most: number }) {
  const parts = new Map<string, number>([...COLORS, "unstated"].map((name) => [name, 0]));
  for (const stage of STAGES) parts.set(tone(stage), (parts.get(tone(stage)) ?? 0) + (stages[stage] ?? 0));
  return (
    <span className="tree-bar mix" aria-hidden="true">
      {[...parts].map(([name, count]) => (
        <span
          key={name}
          style={{ width: `${most === 0 ? 0 : (count / most) * 100}%`, background: `var(--stage-${name})` }}
        />
      ))}
    </span>
  );
}
