import { type ItemType, LADDER_OF } from "./item.ts";
import { type Stage, stepOf } from "./stage.ts";

/** How an item got from one stage to another, on its own ladder. */
export function turnOf(type: ItemType, from: Stage, to: Stage): "up" | "down" | "restated" {
  const ladder = LADDER_OF[type];
  const [low, high] = [stepOf(ladder, from), stepOf(ladder, to)];
  if (low === null || high === null) return "restated";
  return high > low ? "up" : "down";
}
