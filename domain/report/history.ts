import { canonicalJson } from "../canonical-json.ts";
import type { Item } from "../item.ts";
import { STAGE_WORDS } from "../look/words.ts";
import type { Stage } from "../stage.ts";

/** A record in effect from a month on. */
export type Dated = { month: string; item: Item };
/** What the lead unit's published report of a month says: its latest version. */
export type LedReport = { month: string; stage: Stage; done: string };
/** What a published proposal makes of an item's master data. */
export type MasterChange = { month: string; apply: (item: Item) => Item };

/** So much of the unit's words stands for the stage, in characters. */
const MOST_WORDS = 200;

/** An item moved by a report: the unit's own words stand where the source's did. */
export function movedTo(item: Item, { stage, done }: Pick<LedReport, "stage" | "done">): Item {
  const { stageNoteEn: _, ...rest } = item;
  const words = [...done.trim()].slice(0, MOST_WORDS).join("");
  return {
    ...rest,
    stage,
    stageWords: words || STAGE_WORDS[stage]["zh-CN"],
    stageBasis: "reported",
    stageNote: null,
  };
}

/**
 * The records of an item through time, the first as it came in: one for each month that changed anything. A report
 * that says the stage at which the item stands changes nothing; master data change before the month's report is read.
 * What is of a month before the item's first is not looked at.
 */
export function recordsOf(
  base: Dated,
  changes: readonly MasterChange[],
  reports: readonly LedReport[],
): Dated[] {
  const months = [
    ...new Set([base.month, ...changes.map(({ month }) => month), ...reports.map(({ month }) => month)]),
  ]
    .filter((month) => month >= base.month)
    .sort();
  const records: Dated[] = [];
  let item = base.item;
  for (const month of months) {
    const before = item;
    for (const change of changes) if (change.month === month) item = change.apply(item);
    for (const report of reports) {
      if (report.month === month && report.stage !== item.stage) item = movedTo(item, report);
    }
    if (month === base.month || canonicalJson(item) !== canonicalJson(before)) records.push({ month, item });
  }
  return records;
}

/** The record in effect at a month; undefined before the first. */
export const recordAt = (records: readonly Dated[], month: string): Item | undefined =>
  records.findLast((one) => one.month <= month)?.item;
