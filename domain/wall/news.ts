import { z } from "zod";
import { zItemId, zItemRegion, zItemType } from "../item.ts";
import { zChangeKind } from "../light/changes.ts";
import { zLightCounts, zLightState } from "../light/light-state.ts";
import { zMonth } from "../month.ts";
import { zRegionCode } from "../region.ts";
import { zReportId } from "../report/report.ts";
import { zStage } from "../stage.ts";

/** What has become of an item since the month before: of its light before its stage. */
export const zChange = z.strictObject({
  id: zItemId,
  title: z.string(),
  type: zItemType,
  regions: z.array(zItemRegion),
  kind: zChangeKind,
  stage: zStage,
  /** null for a new one. */
  from: zStage.nullable(),
  /** Of the light; null where it has none. */
  light: zLightState.nullable(),
  lightFrom: zLightState.nullable(),
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
  /** Of the counted items of the month that have one. */
  lights: zLightCounts,
  /** Nearest first, without those that are met. */
  deadlines: z.array(zDeadline),
});
export type News = z.infer<typeof zNews>;
export const zNewsQuery = z.strictObject({ asOf: zMonth.optional() });

/** A published report of the month that is shown, as a wall has room for it. */
export const zLatestReport = z.strictObject({
  id: zReportId,
  item: zItemId,
  title: z.string(),
  unitName: z.string(),
  unitNameEn: z.string(),
  /** Of the item that it is about; null where it has none. */
  light: zLightState.nullable(),
  /** What was done: its beginning, on one line. */
  done: z.string(),
});
export type LatestReport = z.infer<typeof zLatestReport>;

/** `region`: of the items that lie there alone. */
export const zLatestReportsQuery = z.strictObject({
  asOf: zMonth.optional(),
  region: zRegionCode.optional(),
});
export type LatestReportsQuery = z.infer<typeof zLatestReportsQuery>;
