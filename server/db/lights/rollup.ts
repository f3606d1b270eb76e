import { sql } from "kysely";
import type { DrilledFilter } from "#domain/filter.ts";
import { isColor, type LightState } from "#domain/light/light-state.ts";
import { matching } from "../filter.ts";
import type { Db, Schema } from "../schema.ts";
import { computeLights } from "./compute.ts";
import { rulesIn } from "./rule-sets.ts";

/** Counted items of one region and type that have a light of one state. */
export type LightCell = Pick<Schema["light_rollup"], "region" | "type" | "state" | "n">;

export const COUNT_LIGHTS = sql<number>`count(distinct v.id)`.as("n");

/** The lights of a month, counted anew. */
export async function countLights(db: Db, month: string): Promise<LightCell[]> {
  return db
    .selectFrom("item_light as l")
    .innerJoin("item_version as v", "v.item_id", "l.item_id")
    .innerJoin("item_region as r", "r.version_id", "v.id")
    .innerJoin("region_ancestor as a", "a.code", "r.code")
    .where("l.month", "=", month)
    .where("v.counted", "=", 1)
    .where("v.as_of", "<=", month)
    .where("v.until", ">", month)
    .groupBy(["a.ancestor", "v.type", "l.state"])
    .select(["a.ancestor as region", "v.type", "l.state", COUNT_LIGHTS])
    .orderBy("a.ancestor")
    .orderBy("v.type")
    .orderBy("l.state")
    .execute();
}

export async function readLightRollup(db: Db, month: string): Promise<LightCell[]> {
  return db
    .selectFrom("light_rollup")
    .select(["region", "type", "state", "n"])
    .where("as_of", "=", month)
    .execute();
}

/** From the roll-up where it can answer, which costs the same at any size; else counted. */
export async function lightCellsOf(
  db: Db,
  month: string,
  filter: DrilledFilter,
): Promise<readonly LightCell[]> {
  const { types, ...others } = filter;
  if (Object.values(others).every((limit) => limit === undefined)) {
    const cells = await readLightRollup(db, month);
    return cells.filter((cell) => types?.includes(cell.type) ?? true);
  }
  let query = db
    .selectFrom("item_version as v")
    .where(matching(filter, month))
    .innerJoin("item_light as l", "l.item_id", "v.item_id")
    .innerJoin("item_region as r", "r.version_id", "v.id")
    .innerJoin("region_ancestor as a", "a.code", "r.code")
    .where("l.month", "=", month);
  if (filter.basis !== undefined) query = query.where("r.basis", "in", filter.basis);
  return query
    .groupBy(["a.ancestor", "v.type", "l.state"])
    .select(["a.ancestor as region", "v.type", "l.state", COUNT_LIGHTS])
    .execute();
}

/** Writes the counts of a month in the caller's transaction, in place of those that stood. */
export async function writeLightRollup(tx: Db, month: string): Promise<void> {
  const cells = await countLights(tx, month);
  await tx.deleteFrom("light_rollup").where("as_of", "=", month).execute();
  for (let at = 0; at < cells.length; at += 500) {
    const rows = cells.slice(at, at + 500).map((cell) => ({ as_of: month, ...cell }));
    await tx.insertInto("light_rollup").values(rows).execute();
  }
}

/**
 * Differences between the lights kept and what the rules make of the reports, and between the counts kept and the
 * lights, a line each; none when all is well.
 */
export async function checkLights(db: Db): Promise<string[]> {
  const months = await db.selectFrom("publication").select("as_of").orderBy("as_of").execute();
  const differences: string[] = [];
  for (const { as_of: month } of months) {
    const { lights } = await computeLights(db, month, await rulesIn(db, month));
    const kept = await db
      .selectFrom("item_light")
      .select(["item_id", "state"])
      .where("month", "=", month)
      .execute();
    differences.push(
      ...compare(
        `${month} light of`,
        colored(kept.map(({ item_id, state }) => [item_id, state])),
        colored([...lights].map(([item, { state }]) => [item, state])),
      ),
      ...compare(
        `${month} lights`,
        byCell(await readLightRollup(db, month)),
        byCell(await countLights(db, month)),
      ),
    );
  }
  return differences;
}

/** Who files for what may change after a month, and with it what was not reported; a colour rests on a report. */
const colored = (lights: readonly [string, LightState][]): Map<string, string> =>
  new Map(lights.filter(([, state]) => isColor(state)));

function compare(
  of: string,
  kept: ReadonlyMap<string, string>,
  counted: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...kept.keys(), ...counted.keys()])].flatMap((key) => {
    const [has, expected] = [kept.get(key) ?? "nothing", counted.get(key) ?? "nothing"];
    return has === expected ? [] : [`${of} ${key}: kept ${has}, counted ${expected}`];
  });
}

const byCell = (cells: readonly LightCell[]): Map<string, string> =>
  new Map(cells.map(({ region, type, state, n }) => [`${region} ${type} ${state}`, String(n)]));
