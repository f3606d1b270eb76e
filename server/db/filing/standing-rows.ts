import type { StandingRow } from "#domain/sheet/standing-row.ts";
import type { Db } from "../schema.ts";
import { stagesBefore } from "./read-reports.ts";
import { previousReports } from "./reports.ts";

/** Rows asked for at once: few enough that taking them in holds nobody up. */
const PAGE = 200;

/** What stands of every item that a unit files for, in the ledger's order, page by page. */
export async function* standingRows(db: Db, unit: string, month: string): AsyncGenerator<StandingRow[]> {
  let after = -1;
  for (;;) {
    const items = await db
      .selectFrom("assignment as a")
      .innerJoin("item_version as v", "v.item_id", "a.item_id")
      .select(["v.item_id", "v.title", "v.type", "v.stage", "v.ordinal"])
      .where("a.unit_id", "=", unit)
      .where("v.as_of", "<=", month)
      .where("v.until", ">", month)
      .where("v.ordinal", ">", after)
      .orderBy("v.ordinal")
      .limit(PAGE)
      .execute();
    const last = items.at(-1);
    if (last === undefined) return;
    after = last.ordinal;
    const ids = items.map(({ item_id }) => item_id);
    const [reports, previous, before] = await Promise.all([
      reportsOf(db, unit, month, ids),
      previousReports(db, unit, month, ids),
      stagesBefore(db, month, ids),
    ]);
    yield items.map(({ item_id, title, type, stage }) => ({
      item: item_id,
      title,
      type,
      month,
      stageBefore: before.get(item_id)?.stage ?? stage,
      report: reports.get(item_id) ?? null,
      previous: previous.get(item_id) ?? null,
    }));
  }
}

async function reportsOf(db: Db, unit: string, month: string, items: readonly string[]) {
  const rows = await db
    .selectFrom("report")
    .select(["item_id", "content", "edition", "state"])
    .where("unit_id", "=", unit)
    .where("month", "=", month)
    .where("item_id", "in", items)
    .orderBy("version")
    .execute();
  // Of several versions the last one stays.
  return new Map(rows.map(({ item_id, ...report }) => [item_id, report]));
}
