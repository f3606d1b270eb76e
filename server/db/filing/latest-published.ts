import { sql } from "kysely";
import type { ReportContent } from "#domain/report/report.ts";
import type { Unit } from "#domain/unit.ts";
import type { LatestReport, LatestReportsQuery } from "#domain/wall/news.ts";
import { matching, refuseUnknownRegions } from "../filter.ts";
import { publishedMonth } from "../month.ts";
import type { Db } from "../schema.ts";

/** More than a wall tells while a scene stands. */
const MOST_REPORTS = 12;
/** Longer than any line of a wall, in characters. */
const MOST_WORDS = 120;

/**
 * Published reports of a month, the newest first, each in its latest version. Of those that came out together the worst
 * light comes first. The office's own work is not among them.
 * @throws InvalidInputError for an unknown region
 */
export async function latestPublished(db: Db, { asOf, region }: LatestReportsQuery): Promise<LatestReport[]> {
  const filter = region === undefined ? {} : { within: region };
  const [month] = await Promise.all([publishedMonth(db, asOf), refuseUnknownRegions(db, filter)]);
  if (month === null) return [];
  const rows = await db
    .selectFrom("report as r")
    .innerJoin("item_version as w", "w.item_id", "r.item_id")
    // A part counts, and lies where it lies, by what it is a part of.
    .innerJoin("item_version as v", "v.item_id", "w.root")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .leftJoin("item_light as l", (join) =>
      join.onRef("l.item_id", "=", "r.item_id").on("l.month", "=", month),
    )
    .select(["r.id", "r.item_id", "r.content", "w.title", "u.record as unit", "l.state as light"])
    .where("r.month", "=", month)
    .where("r.state", "=", "published")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("report as n")
            .select(eb.val(1).as("one"))
            .whereRef("n.item_id", "=", "r.item_id")
            .whereRef("n.unit_id", "=", "r.unit_id")
            .where("n.month", "=", month)
            .where("n.state", "=", "published")
            .whereRef("n.version", ">", "r.version"),
        ),
      ),
    )
    .where("w.as_of", "<=", month)
    .where("w.until", ">", month)
    .where(matching(filter, month))
    .where("v.office", "=", 0)
    // What is published is not edited any more: this is when it came out.
    .orderBy("r.edited_at", "desc")
    .orderBy(sql`case l.state when 'red' then 0 when 'yellow' then 1 when 'green' then 2 else 3 end`)
    .orderBy("w.ordinal")
    .orderBy("u.ordinal")
    .limit(MOST_REPORTS)
    .execute();
  return rows.map((row) => {
    const { done } = JSON.parse(row.content) as ReportContent;
    const { name, nameEn } = JSON.parse(row.unit) as Unit;
    return {
      id: row.id,
      item: row.item_id,
      title: row.title,
      unitName: name,
      unitNameEn: nameEn,
      light: row.light,
      done: firstWords(done),
    };
  });
}

const firstWords = (text: string): string =>
  [...text.replace(/\s+/gu, " ").trim()].slice(0, MOST_WORDS).join("");
