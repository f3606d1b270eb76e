import { z } from "zod";
import { isColor, LIGHT_STATES, type LightCounts } from "./light/light-state.ts";
import { isKnownStage, STAGES, type Stage } from "./stage.ts";

export const MEASURES = ["items", "projects", "policies", "started", "landed", "mix", "red"] as const;
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
  red: "share",
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

/** Items whose light has a colour: the denominator of the share of red ones. */
const coloredIn = (lights: LightCounts): number =>
  LIGHT_STATES.reduce((total, state) => total + (isColor(state) ? (lights[state] ?? 0) : 0), 0);

/** What a share is of: items whose stage is known, of the share of red lights those with a colour. */
export const denominatorOf = (
  measure: Measure,
  { stages, lights = {} }: { stages: StageCounts; lights?: LightCounts },
): number => (measure === "red" ? coloredIn(lights) : knownIn(stages));

/**
 * Value of a measure from the counts of the items it looks at, by stage and by light.
 * null where there is nothing to measure: no item known to any share's denominator.
 */
export function measureValue(measure: Measure, counts: StageCounts, lights: LightCounts = {}): number | null {
  if (MEASURE_UNIT[measure] === "count") return sum(counts, STAGES);
  const known = denominatorOf(measure, { stages: counts, lights });
  if (known === 0) return null;
  if (measure === "red") return (lights.red ?? 0) / known;
  return sum(counts, measure === "started" ? STARTED_STAGES : LANDED_STAGES) / known;
}

/** Which items a measure looks at. */
export const MEASURE_NOUN: Record<Measure, "item" | "project" | "policy"> = {
  items: "item",
  projects: "project",
  policies: "policy",
  started: "project",
  landed: "policy",
  mix: "item",
  red: "item",
};

/** Lower bounds of the five classes of the ramp (VISUAL.md), for a ledger of some hundred items. */
const CLASS_BOUNDS = {
  league: [1, 3, 5, 7, 10],
  county: [1, 2, 3, 4, 5],
  share: [0.01, 0.2, 0.4, 0.6, 0.8],
} as const;

/** Lower bounds of the classes that regions are told apart by; low to high. */
export type Bounds = readonly number[];

/**
 * The bounds for these values. Where a ledger has outgrown the usual ones, so that most regions would stand in the
 * highest class, they are 2, 5, 10, 20 … times as high: the least with which no count is twice the highest bound.
 */
export function boundsOf(
  { measure, level }: { measure: Measure; level: "league" | "county" },
  rows: readonly { value: number | null }[],
): Bounds {
  if (MEASURE_UNIT[measure] === "share") return CLASS_BOUNDS.share;
  const [least, ...bounds] = CLASS_BOUNDS[level];
  const most = Math.max(0, ...rows.map(({ value }) => value ?? 0));
  const top = bounds.at(-1) ?? least;
  let times = 1;
  for (let step = 0; most >= 2 * top * times; step += 1) times *= step % 3 === 1 ? 2.5 : 2;
  return [least, ...bounds.map((bound) => bound * times)];
}

/** Of the level that a view fills. */
export const viewBounds = <Row extends { value: number | null }>(
  view: { measure: Measure; level: "league" | "county" },
  { reporting, county }: { reporting: readonly Row[]; county: readonly Row[] },
): Bounds => boundsOf(view, view.level === "county" ? county : reporting);

/**
 * Class of a value on the ramp: 0–4, `"zero"` for a measured nothing, `"none"` where there is no data.
 * The two look different from each other and from the ramp's low end.
 */
export type ValueClass = 0 | 1 | 2 | 3 | 4 | "zero" | "none";
export function classOf(value: number | null, bounds: Bounds): ValueClass {
  if (value === null) return "none";
  if (value === 0) return "zero";
  const above = bounds.filter((bound) => value >= bound).length;
  return Math.max(0, above - 1) as ValueClass;
}
