import { sql } from "kysely";
import { type ItemType, isOfficeType, nounOf } from "#domain/item.ts";
import { MEASURE_NOUN, type Measure } from "#domain/measure.ts";
import type { Stage } from "#domain/stage.ts";
import type { Db, Schema } from "./schema.ts";

/** Counted items of one region, type and stage. */
export type Cell = Pick<Schema["rollup"], "region" | "type" | "stage" | "n" | "n_inferred">;

/** True where a measure looks at items of this type: never at the office's own work. */
export function measures(measure: Measure, type: ItemType): boolean {
  const noun = MEASURE_NOUN[measure];
  return !isOfficeType(type) && (noun === "item" || noun === nounOf(type));
}

/** The counts of a month, counted anew from the items in effect then. */
export async function countMonth(db: Db, month: string): Promise<Cell[]> {
  return db
    .selectFrom("item_version as v")
    .innerJoin("item_region as r", "r.version_id", "v.id")
    .innerJoin("region_ancestor as a", "a.code", "r.code")
    .where("v.counted", "=", 1)
    .where("v.as_of", "<=", month)
    .where("v.until", ">", month)
    .groupBy(["a.ancestor", "v.type", "v.stage"])
    .select(["a.ancestor as region", "v.type", "v.stage", COUNT, COUNT_INFERRED])
    .orderBy("a.ancestor")
    .orderBy("v.type")
    .orderBy("v.stage")
    .execute();
}

/** Distinct items of a group of `item_version as v` joined to `item_region as r`. */
export const COUNT = sql<number>`count(distinct v.id)`.as("n");
/** Those that lie in the group's region by inference alone. */
export const COUNT_INFERRED = sql<number>`count(distinct v.id)
  - count(distinct case when r.basis = 'stated' then v.id end)`.as("n_inferred");

/** Writes the counts of a month in the caller's transaction, in place of those that stood. */
export async function writeRollup(db: Db, month: string): Promise<void> {
  const cells = await countMonth(db, month);
  await db.deleteFrom("rollup").where("as_of", "=", month).execute();
  for (let at = 0; at < cells.length; at += 500) {
    const rows = cells.slice(at, at + 500).map((cell) => ({ as_of: month, ...cell }));
    await db.insertInto("rollup").values(rows).execute();
  }
}

export async function readRollup(db: Db, month: string): Promise<Cell[]> {
  return db
    .selectFrom("rollup")
    .select(["region", "type", "stage", "n", "n_inferred"])
    .where("as_of", "=", month)
    .execute();
}

/** Differences between the counts kept and the items themselves, a line each; none when all is well. */
export async function checkRollup(db: Db): Promise<string[]> {
  const months = await db.selectFrom("publication").select("as_of").orderBy("as_of").execute();
  const differences: string[] = [];
  for (const { as_of: month } of months) {
    const kept = byCell(await readRollup(db, month));
    const counted = byCell(await countMonth(db, month));
    for (const cell of new Set([...kept.keys(), ...counted.keys()])) {
      const [has, expected] = [kept.get(cell) ?? "nothing", counted.get(cell) ?? "nothing"];
      if (has !== expected) differences.push(`${month} ${cell}: kept ${has}, counted ${expected}`);
    }
  }
  return differences;
}

const byCell = (cells: readonly Cell[]): Map<string, string> =>
  new Map(
    cells.map((cell) => [
      `${cell.region} ${cell.type} ${cell.stage satisfies Stage}`,
      `${cell.n} (${cell.n_inferred} inferred)`,
    ]),
  );
