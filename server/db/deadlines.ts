import type { DrilledFilter } from "#domain/filter.ts";
import { type Item, LADDER_OF } from "#domain/item.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { ladderSteps } from "#domain/stage.ts";
import { matching } from "./filter.ts";
import { publishedMonth } from "./month.ts";
import type { Db } from "./schema.ts";

const WHOLE_PERCENT = 100;

export type Deadline = { id: string; title: string; due: string; words: string };

/** Items that match and have a deadline, the nearest first, each with the source's words for it. */
export async function listDeadlines(
  db: Db,
  { filter, asOf }: { filter: DrilledFilter; asOf?: string },
  most: number,
): Promise<Deadline[]> {
  const month = await publishedMonth(db, asOf);
  if (month === null) return [];
  const rows = await db
    .selectFrom("item_version as v")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select(["v.due", "t.record"])
    .where(matching(filter, month))
    .where("v.due", "is not", null)
    .orderBy("v.due")
    .orderBy("v.ordinal")
    .limit(most)
    .execute();
  return rows.map(({ due, record }) => {
    const { id, title, dates } = JSON.parse(record) as Item;
    const date = dates.find((one) => one.kind === "deadline" && one.due === due);
    return { id, title, due: due ?? "", words: date?.words ?? "" };
  });
}

/**
 * Of these items those that are done by a month: they stand on the last step of their ladder, or all who last reported
 * on them say 100 %. What the source only requires has no step to reach.
 */
export async function doneBy(db: Db, ids: readonly string[], month: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [items, reports] = await Promise.all([
    db
      .selectFrom("item_version")
      .select(["item_id", "type", "stage"])
      .where("item_id", "in", ids)
      .where("as_of", "<=", month)
      .where("until", ">", month)
      .execute(),
    db
      .selectFrom("report")
      .select(["item_id", "unit_id", "content"])
      .where("item_id", "in", ids)
      .where("month", "<=", month)
      .where("state", "=", "published")
      .orderBy("month")
      .orderBy("version")
      .execute(),
  ]);
  const last = new Map(reports.map((row) => [`${row.item_id} ${row.unit_id}`, row]));
  const saying = Map.groupBy(last.values(), (row) => row.item_id);
  return new Set(
    items
      .filter(({ item_id, type, stage }) => {
        const ladder = LADDER_OF[type];
        if (ladder !== "directive" && ladderSteps(ladder).at(-1) === stage) return true;
        const said = saying.get(item_id) ?? [];
        return (
          said.length > 0 &&
          said.every(({ content }) => (JSON.parse(content) as ReportContent).actualPercent === WHOLE_PERCENT)
        );
      })
      .map(({ item_id }) => item_id),
  );
}
