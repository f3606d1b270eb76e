import { z } from "zod";
import { zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { zLight } from "./light.ts";
import { zLightCounts, zLightState } from "./light-state.ts";
import { zRules } from "./rules.ts";

const zReason = z.string().trim().min(1).max(1000);

/** Rules as they would be from `from` on: in every published month since, for all of them are made anew. */
export const zPreviewQuery = z.strictObject({ rules: zRules, from: zMonth });
export type PreviewQuery = z.infer<typeof zPreviewQuery>;

/**
 * Which lights other rules would change, before they are saved, in each published month that they would be in force
 * in, the latest first; none where no such month is published yet. Of all changes the first 500 are listed.
 */
export const zPreview = z.array(
  z.strictObject({
    month: zMonth,
    total: z.int().min(0),
    before: zLightCounts,
    after: zLightCounts,
    changes: z.array(z.strictObject({ id: zItemId, title: z.string(), before: zLight, after: zLight })),
  }),
);
export type Preview = z.infer<typeof zPreview>;
export type PreviewMonth = Preview[number];
/** Most changes that a preview lists, of all its months. */
export const MOST_CHANGES = 500;

/** In force from a month that is not frozen, and before which none is. */
export const zRulesSave = z.strictObject({ rules: zRules, from: zMonth, reason: zReason });
export type RulesSave = z.infer<typeof zRulesSave>;

/** null gives the light back to the rules. */
export const zOverrideSet = z.strictObject({
  item: zItemId,
  month: zMonth,
  state: zLightState.nullable(),
  reason: zReason,
});
export type OverrideSet = z.infer<typeof zOverrideSet>;

/** The office's word where it stands today. `computed`: what the rules say in the last published month. */
export const zStandingOverride = z.strictObject({
  item: zItemId,
  title: z.string(),
  since: zMonth,
  state: zLightState,
  computed: zLightState,
  reason: z.string(),
  author: z.string(),
  at: z.string(),
});
export type StandingOverride = z.infer<typeof zStandingOverride>;
