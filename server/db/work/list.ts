import { type SqlBool, sql } from "kysely";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { Db } from "../schema.ts";
import { standingWork, type WorkRow } from "./rows.ts";

/**
 * Whose records are looked at: all, or those that a unit leads, has a part in, or that one of some other units leads.
 * `drafts`: what is only drawn up too, all of it or that of some units.
 */
export type Reach = {
  drafts: "all" | readonly string[];
  limits: null | { leads: readonly string[]; parts: readonly string[] };
};

export type WorkQuery = {
  states?: readonly string[] | undefined;
  units?: readonly string[] | undefined;
  items?: readonly string[] | undefined;
  text?: string | undefined;
  /** Only what was done before this moment is known (ISO 8601). */
  before?: string | undefined;
};

/** Records of a noun within reach that match, in the order of their numbers. */
export async function listWorkRows(
  db: Db,
  noun: WorkNoun,
  { limits, drafts }: Reach,
  { states, units, items, text, before }: WorkQuery,
): Promise<WorkRow[]> {
  let query = standingWork(db, before).where("w.noun", "=", noun).orderBy("w.number");
  if (drafts !== "all")
    query = query.where((eb) => eb.or([eb("s.state", "!=", "draft"), eb("v.lead_unit", "in", some(drafts))]));
  if (limits !== null) query = query.where(partOf(limits));
  if (states !== undefined) query = query.where("s.state", "in", some(states));
  if (units !== undefined) query = query.where(partOf({ leads: units, parts: units }));
  if (items !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("work_link as l")
          .select("l.target")
          .whereRef("l.work_id", "=", "w.id")
          .whereRef("l.version", "=", "v.version")
          .where("l.kind", "in", ["clause", "item"])
          .where("l.target", "in", some(items)),
      ),
    );
  const held = text?.trim();
  if (held) {
    const like = `%${held.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(sql<SqlBool>`v.words like ${like} escape '\\'`);
  }
  return query.execute();
}

/** An empty list means none, and SQL knows no empty list. */
const some = (values: readonly string[]): string[] => (values.length === 0 ? [""] : [...values]);

const partOf = ({ leads, parts }: { leads: readonly string[]; parts: readonly string[] }) =>
  sql<SqlBool>`(v.lead_unit in (${sql.join(some(leads))}) or exists (
    select 1 from work_unit u
    where u.work_id = w.id and u.version = v.version and u.unit_id in (${sql.join(some(parts))})))`;

/** Of each of some records, in the version given, the units that have a part in it. */
export async function partsOfAll(
  db: Db,
  rows: readonly Pick<WorkRow, "id" | "version">[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  // Bound values of one statement are few.
  for (let at = 0; at < rows.length; at += 500) {
    const page = rows.slice(at, at + 500);
    const units = await db
      .selectFrom("work_unit")
      .select(["work_id", "version", "unit_id"])
      .where(
        "work_id",
        "in",
        page.map(({ id }) => id),
      )
      .execute();
    for (const { id, version } of page) {
      const own = units.filter((unit) => unit.work_id === id && unit.version === version);
      found.set(
        id,
        own.map(({ unit_id }) => unit_id),
      );
    }
  }
  return found;
}
