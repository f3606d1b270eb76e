import { z } from "zod";
import { isKnownStage, STAGES, type Stage } from "./stage.ts";

export const MEASURES = ["items", "projects", "policies", "started", "landed", "mix"] as const;
export const zMeasure = z.enum(MEASURES);
export type Measure = z.infer<typeof zMeasure>;

/** `count` measures are whole numbers; `share` measures run from 0 to 1 with their n beside them. */
export const MEASURE_UNIT: Record<Measure, "count" | "share"> = {
  items: "count",
  projects: "count",
  policies: "count",
  started: "share",
  landed: "share",
  mix: "count",
};

export type StageCounts = Partial<Record<Stage, number>>;
export const zStageCounts = z.partialRecord(z.enum(STAGES), z.int().min(1));

/** 已开工: under construction or in use. */
export const STARTED_STAGES = ["construction", "completed"] as const satisfies readonly Stage[];
/** 已落地, each on its own ladder: listed or issued, signed, taken into a higher plan. */
export const LANDED_STAGES = ["listed", "issued", "signed", "included"] as const satisfies readonly Stage[];

const sum = (counts: StageCounts, stages: readonly Stage[]) =>
  stages.reduce((total, stage) => total + (counts[stage] ?? 0), 0);

/** Items whose stage the source states: the denominator of every share. `unstated` is in no rate. */
export const knownIn = (counts: StageCounts): number => sum(counts, STAGES.filter(isKnownStage));

/**
 * Value of a measure from the stage counts of the items it looks at.
 * null where there is nothing to measure: no item known to any share's denominator.
 */
export function measureValue(measure: Measure, counts: StageCounts): number | null {
  if (MEASURE_UNIT[measure] === "count") return sum(counts, STAGES);
  const known = knownIn(counts);
  return known === 0 ? null : sum(counts, measure === "started" ? STARTED_STAGES : LANDED_STAGES) / known;
}

/** Which items a measure looks at. */
export const MEASURE_NOUN: Record<Measure, "item" | "project" | "policy"> = {
  items: "item",
  projects: "project",
  policies: "policy",
  started: "project",
  landed: "policy",
  mix: "item",
};

/** Lower bounds of the five classes of the ramp (VISUAL.md). */
export const CLASS_BOUNDS = {
  league: [1, 3, 5, 7, 10],
  county: [1, 2, 3, 4, 5],
  share: [0.01, 0.2, 0.4, 0.6, 0.8],
} as const;

/**
 * Class of a value on the ramp: 0–4, `"zero"` for a measured nothing, `"none"` where there is no data.
 * The two look different from each other and from the ramp's low end.
 */
export type ValueClass = 0 | 1 | 2 | 3 | 4 | "zero" | "none";
export function classOf(value: number | null, measure: Measure, level: "league" | "county"): ValueClass {
  if (value === null) return "none";
  if (value === 0) return "zero";
  const bounds = CLASS_BOUNDS[MEASURE_UNIT[measure] === "share" ? "share" : level];
  const above = bounds.filter((bound) => value >= bound).length;
  return Math.max(0, above - 1) as ValueClass;
}
