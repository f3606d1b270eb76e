import { z } from "zod";
import { zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { rankOf, zLightState } from "./light-state.ts";

const zTenths = z.int();

/** The rule that spoke, and the numbers it looked at. Percent points in tenths, money in 万元. */
export const zFinding = z.discriminatedUnion("rule", [
  /** `behind` is negative where the work is ahead of its plan. */
  z.strictObject({ rule: z.literal("progress"), planned: zTenths, actual: zTenths, behind: zTenths }),
  /** `overdue`: whole months since the one it was to start in; negative before it. */
  z.strictObject({
    rule: z.literal("start"),
    plannedOn: z.iso.date(),
    started: z.boolean(),
    startedOn: z.iso.date().nullable(),
    overdue: z.int(),
  }),
  z.strictObject({
    rule: z.literal("funds"),
    basis: z.enum(["month", "year", "total"]),
    planned: z.string(),
    actual: z.string(),
  }),
]);
export type Finding = z.infer<typeof zFinding>;

/** The light of one item in one month, and all that explains it. */
export const zLight = z.strictObject({
  state: zLightState,
  /** null where no rule spoke. */
  finding: zFinding.nullable(),
  /** Of the rule set that was in force. */
  version: z.int().min(1),
  /** Whose report says so; null where nobody files. */
  unit: z.string().nullable(),
  /** The item that the report is of: this one, or a part that counts by it. */
  item: zItemId,
  /** Why work is suspended, as the unit says. */
  reason: z.string().nullable(),
  /** The month of the report that stands on where the unit has nothing to report; else null. */
  carriedFrom: zMonth.nullable(),
  /** The office's word in place of the rule's, and what the rule says. */
  override: z.strictObject({ since: zMonth, reason: z.string(), computed: zLightState }).nullable(),
});
export type Light = z.infer<typeof zLight>;

/** The worst of some lights, the first of equals; null of none. */
export function worstOf(lights: readonly Light[]): Light | null {
  return lights.reduce<Light | null>(
    (worst, light) => (worst === null || rankOf(light.state) > rankOf(worst.state) ? light : worst),
    null,
  );
}
