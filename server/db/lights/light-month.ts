import type { Light } from "#domain/light/light.ts";
import type { Db } from "../schema.ts";
import { computeLights } from "./compute.ts";
import { endOverrides } from "./overrides.ts";
import { writeLightRollup } from "./rollup.ts";
import { rulesIn } from "./rule-sets.ts";

/**
 * Lights of a month, made anew from its published reports in the caller's transaction, and their counts: to be
 * called whenever a report of the month is published. Overrides that the reports have overtaken end.
 */
export async function lightMonth(tx: Db, month: string): Promise<void> {
  const { lights, overtaken } = await computeLights(tx, month, await rulesIn(tx, month));
  await endOverrides(tx, month, overtaken);
  await tx.deleteFrom("item_light").where("month", "=", month).execute();
  const rows = [...lights].map(([item, light]) => rowOf(month, item, light));
  for (let at = 0; at < rows.length; at += 500) {
    await tx
      .insertInto("item_light")
      .values(rows.slice(at, at + 500))
      .execute();
  }
  await writeLightRollup(tx, month);
}

/** The same for every month published since one and not frozen: where rules or the office's word have changed. */
export async function lightMonths(tx: Db, from: string): Promise<void> {
  for (const month of await monthsToLight(tx, from)) await lightMonth(tx, month);
}

/** The months published since one and not frozen, the oldest first. */
export async function monthsToLight(db: Db, from: string): Promise<string[]> {
  const months = await db
    .selectFrom("publication as p")
    .select("p.as_of")
    .where("p.as_of", ">=", from)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("snapshot as s").select(eb.val(1).as("one")).whereRef("s.month", "=", "p.as_of"),
        ),
      ),
    )
    .orderBy("p.as_of")
    .execute();
  return months.map(({ as_of }) => as_of);
}

const rowOf = (month: string, item: string, light: Light) => ({
  month,
  item_id: item,
  state: light.state,
  rule_version: light.version,
  unit_id: light.unit,
  record: JSON.stringify(light),
});
