import { z } from "zod";
import { zDrilledFilter } from "../filter.ts";
import { type ItemType, NOUNS, zItemId, zItemRegion, zItemType } from "../item.ts";
import { zMonth } from "../month.ts";
import { type Stage, zStage } from "../stage.ts";
import { turnOf } from "../turn.ts";
import { isColor, type LightState, rankOf, zLightState } from "./light-state.ts";

/**
 * What became of an item between two months. Of its light: `turnedRed` (was not), `recovered` (red or yellow, now
 * green), `worse` and `better` (a step between colours otherwise), `unlit` (had a colour, now none). Of its stage: `up`,
 * `down`, `restated`. `new`: it was not in the ledger.
 */
export const CHANGE_KINDS = [
  "turnedRed",
  "recovered",
  "worse",
  "better",
  "new",
  "up",
  "down",
  "restated",
  "unlit",
] as const;
export const zChangeKind = z.enum(CHANGE_KINDS);
export type ChangeKind = z.infer<typeof zChangeKind>;

/** Where an item stood; null where it was not there. */
export type Stand = { stage: Stage; light: LightState | null } | null;

const hasColor = (light: LightState | null): boolean => light !== null && isColor(light);

/** What became of a light's colour; null where it is no change from one, or to one. */
function lightTurn(from: LightState | null, to: LightState | null): ChangeKind | null {
  if (to === null || !isColor(to) || from === to) return null;
  if (to === "red") return "turnedRed";
  if (from === null || !isColor(from)) return null;
  if (to === "green") return "recovered";
  return rankOf(to) > rankOf(from) ? "worse" : "better";
}

export function changeKinds(type: ItemType, from: Stand, to: NonNullable<Stand>): ChangeKind[] {
  const light = lightTurn(from?.light ?? null, to.light);
  const kinds: ChangeKind[] = light === null ? [] : [light];
  if (from === null) kinds.push("new");
  else if (from.stage !== to.stage) kinds.push(turnOf(type, from.stage, to.stage));
  if (hasColor(from?.light ?? null) && !hasColor(to.light)) kinds.push("unlit");
  return kinds;
}

/** `from` is the month that `to` is held against; it may be the later one. */
export const zChangesQuery = z.strictObject({
  from: zMonth,
  to: zMonth.optional(),
  filter: zDrilledFilter.optional(),
});
export type ChangesQuery = z.infer<typeof zChangesQuery>;

export const zLightChange = z.strictObject({
  id: zItemId,
  noun: z.enum(NOUNS),
  type: zItemType,
  title: z.string(),
  regions: z.array(zItemRegion),
  kinds: z.array(zChangeKind).min(1),
  light: z.strictObject({ from: zLightState.nullable(), to: zLightState.nullable() }),
  stage: z.strictObject({ from: zStage.nullable(), to: zStage }),
});
export type LightChange = z.infer<typeof zLightChange>;

/** `from` and `to` are the published months that answer; `items` holds 500 at most, `counts` all. */
export const zLightChanges = z.strictObject({
  from: zMonth.nullable(),
  to: zMonth.nullable(),
  counts: z.partialRecord(zChangeKind, z.int().min(1)),
  items: z.array(zLightChange),
});
export type LightChanges = z.infer<typeof zLightChanges>;
