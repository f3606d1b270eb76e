import type { Light } from "#domain/light/light.ts";
import type { LightState } from "#domain/light/light-state.ts";
import type { ItemDetail } from "#domain/query.ts";
import type { Unit } from "#domain/unit.ts";
import type { Db } from "../schema.ts";

/** States of the lights of some items in a month, of those that have one. */
export async function lightStates(
  db: Db,
  month: string,
  items: readonly string[],
): Promise<Map<string, LightState>> {
  if (items.length === 0) return new Map();
  const rows = await db
    .selectFrom("item_light")
    .select(["item_id", "state"])
    .where("month", "=", month)
    .where("item_id", "in", items)
    .execute();
  return new Map(rows.map(({ item_id, state }) => [item_id, state]));
}

/** The light of an item in a month with all that explains it; null without any. */
export async function lightIn(db: Db, month: string, item: string): Promise<ItemDetail["light"]> {
  const row = await db
    .selectFrom("item_light as l")
    .leftJoin("unit as u", "u.id", "l.unit_id")
    .select(["l.record", "u.record as unit"])
    .where("l.month", "=", month)
    .where("l.item_id", "=", item)
    .executeTakeFirst();
  if (row === undefined) return null;
  const unit = row.unit === null ? null : (JSON.parse(row.unit) as Unit);
  return {
    ...(JSON.parse(row.record) as Light),
    unitName: unit?.name ?? null,
    ...(unit === null ? {} : { unitNameEn: unit.nameEn }),
  };
}
