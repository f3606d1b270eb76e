import { sql } from "kysely";
import { filingStateOf, type Period, type UnitMonth } from "#domain/report/period.ts";
import { reminderOf } from "#domain/report/reminder.ts";
import type { ReportState } from "#domain/report/report.ts";
import { filesTo, type Unit } from "#domain/unit.ts";
import type { Db } from "../schema.ts";
import { nilReports } from "./nil.ts";

/** How far units are with a month, as `today` (YYYY-MM-DD) has it. */
export async function unitMonths(
  db: Db,
  units: readonly Unit[],
  period: Period,
  today: string,
): Promise<UnitMonth[]> {
  if (units.length === 0) return [];
  const ids = units.map(({ id }) => id);
  const [items, states, nil] = await Promise.all([
    countItems(db, ids, period.month),
    countStates(db, ids, period.month),
    nilReports(db, period.month),
  ]);
  return units.map((unit) => {
    const count = (state: ReportState) => states.get(`${unit.id} ${state}`) ?? 0;
    const counts = {
      items: items.get(unit.id) ?? 0,
      drafts: count("draft"),
      returned: count("returned"),
      submitted: count("submitted"),
      accepted: count("accepted"),
      published: count("published"),
      handedIn: count("submitted") + count("accepted") + count("published"),
      nil: nil.has(unit.id),
    };
    const state = filingStateOf(counts, period, today);
    return {
      unit: unit.id,
      name: unit.name,
      nameEn: unit.nameEn,
      filesTo: filesTo(unit),
      ...counts,
      state,
      reminder: reminderOf(period.dueOn, today, state === "filed" || state === "nil"),
    };
  });
}

/** How many items each unit files for that are in the ledger by a month. */
async function countItems(db: Db, units: readonly string[], month: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("item_version as v", "v.item_id", "a.item_id")
    .select(["a.unit_id", sql<number>`count(distinct a.item_id)`.as("n")])
    .where("a.unit_id", "in", units)
    .where("v.as_of", "<=", month)
    .where("v.until", ">", month)
    .groupBy("a.unit_id")
    .execute();
  return new Map(rows.map(({ unit_id, n }) => [unit_id, Number(n)]));
}

/**
 * How many reports of a month each unit has in each state, as `unit state`: of each item the latest version. A
 * correction under way leaves its month filed, and what the unit filed for an item before that was taken from it
 * counts no more.
 */
async function countStates(db: Db, units: readonly string[], month: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("report as r")
    .select(["r.unit_id", "r.state", sql<number>`count(*)`.as("n")])
    .where("r.unit_id", "in", units)
    .where("r.month", "=", month)
    .where(stands("r"))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("report as n")
            .select("n.id")
            .whereRef("n.item_id", "=", "r.item_id")
            .whereRef("n.unit_id", "=", "r.unit_id")
            .whereRef("n.month", "=", "r.month")
            .whereRef("n.version", ">", "r.version")
            .where(stands("n")),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("assignment as a")
          .innerJoin("item_version as v", "v.item_id", "a.item_id")
          .select("a.item_id")
          .whereRef("a.item_id", "=", "r.item_id")
          .whereRef("a.unit_id", "=", "r.unit_id")
          .where("v.as_of", "<=", month)
          .where("v.until", ">", month),
      ),
    )
    .groupBy(["r.unit_id", "r.state"])
    .execute();
  return new Map(rows.map(({ unit_id, state, n }) => [`${unit_id} ${state}`, Number(n)]));
}

const stands = (report: "r" | "n") =>
  sql<boolean>`(${sql.ref(`${report}.version`)} = 1 or ${sql.ref(`${report}.state`)} = 'published')`;

/** True once any report of a month is in the published ledger. */
export async function isPublished(db: Db, month: string): Promise<boolean> {
  const row = await db
    .selectFrom("report")
    .select("id")
    .where("month", "=", month)
    .where("state", "=", "published")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
