import type { DrilledFilter } from "#domain/filter.ts";
import type { Item } from "#domain/item.ts";
import { matching } from "./filter.ts";
import { publishedMonth } from "./month.ts";
import type { Db } from "./schema.ts";

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
