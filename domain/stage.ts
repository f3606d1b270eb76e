import { z } from "zod";

/** Where an item stands, each noun on its own ladder, low to high (PRODUCT.md, Ladders). */
export const LADDERS = {
  project: ["planned", "preparation", "approved", "construction", "completed"],
  policy: ["proposed", "applying", "agreed", "listed", "issued"],
  agreement: ["intent", "signed"],
  plan: ["drafting", "drafted", "submitted", "included"],
  mechanism: ["ongoing", "established", "issued", "done"],
  directive: ["noted", "required"],
} as const;
export type Ladder = keyof typeof LADDERS;

/** Beside every ladder: progress whose stage the source does not state, and work that stopped. */
export const OFF_LADDER = ["unstated", "suspended", "cancelled"] as const;

export const STAGES = [
  "planned",
  "preparation",
  "approved",
  "construction",
  "completed",
  "proposed",
  "applying",
  "agreed",
  "listed",
  "issued",
  "intent",
  "signed",
  "drafting",
  "drafted",
  "submitted",
  "included",
  "ongoing",
  "established",
  "done",
  "noted",
  "required",
  ...OFF_LADDER,
] as const;
export const zStage = z.enum(STAGES);
export type Stage = z.infer<typeof zStage>;
export type ProjectStage = (typeof LADDERS.project)[number];

export function ladderSteps(ladder: Ladder): readonly Stage[] {
  return LADDERS[ladder];
}

/** Position on the ladder from 0; null off the ladder, where no order is claimed. */
export function stepOf(ladder: Ladder, stage: Stage): number | null {
  const step = ladderSteps(ladder).indexOf(stage);
  return step < 0 ? null : step;
}

export const isKnownStage = (stage: Stage): boolean => !(OFF_LADDER as readonly string[]).includes(stage);
