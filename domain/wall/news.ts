import { z } from "zod";
import { type ItemType, LADDER_OF, zItemId, zItemType } from "../item.ts";
import { zMonth } from "../query.ts";
import { zRegionCode } from "../region.ts";
import { type Stage, stepOf, zStage } from "../stage.ts";

/** What has become of an item since the month before. `restated`: off its ladder, or back on to it. */
export const zChange = z.strictObject({
  id: zItemId,
  title: z.string(),
  type: zItemType,
  regions: z.array(zRegionCode),
  kind: z.enum(["new", "up", "down", "restated"]),
  stage: zStage,
  /** null for a new one. */
  from: zStage.nullable(),
});
export type Change = z.infer<typeof zChange>;

export const zDeadline = z.strictObject({
  id: zItemId,
  title: z.string(),
  due: z.iso.date(),
  /** The source's own: 8月底, 第三季度. */
  words: z.string(),
});
export type Deadline = z.infer<typeof zDeadline>;

/** What a wall tells beside the counts: which months there are, what changed with the last, what is due. */
export const zNews = z.strictObject({
  /** Published months up to the one asked for, oldest first. */
  months: z.array(zMonth),
  /** Since the month before; empty in the first month, of which nothing can be said. */
  changes: z.array(zChange),
  /** Nearest first. */
  deadlines: z.array(zDeadline),
});
export type News = z.infer<typeof zNews>;
export const zNewsQuery = z.strictObject({ asOf: zMonth.optional() });

/** How an item got from one stage to another, on its own ladder. */
export function turnOf(type: ItemType, from: Stage, to: Stage): "up" | "down" | "restated" {
  const ladder = LADDER_OF[type];
  const [low, high] = [stepOf(ladder, from), stepOf(ladder, to)];
  if (low === null || high === null) return "restated";
  return high > low ? "up" : "down";
}
