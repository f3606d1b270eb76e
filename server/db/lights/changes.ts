import type { ItemRegion } from "#domain/item.ts";
import {
  type ChangeKind,
  type ChangesQuery,
  changeKinds,
  type LightChange,
  type LightChanges,
} from "#domain/light/changes.ts";
import { MOST_CHANGES } from "#domain/light/requests.ts";
import { matching, refuseUnknownRegions } from "../filter.ts";
import { publishedMonth } from "../month.ts";
import type { Db } from "../schema.ts";

/**
 * 灯色迁移: of the items that match at `to`, what became of light and stage since another month.
 * @throws InvalidInputError for an unknown region
 */
export async function lightChanges(db: Db, query: ChangesQuery): Promise<LightChanges> {
  const { filter = {} } = query;
  const [from, to] = await Promise.all([
    publishedMonth(db, query.from),
    publishedMonth(db, query.to),
    refuseUnknownRegions(db, filter),
  ]);
  if (from === null || to === null || from === to) return { from, to, counts: {}, items: [] };
  const rows = await db
    .selectFrom("item_version as v")
    .where(matching(filter, to))
    .where("v.office", "=", 0)
    .leftJoin("item_version as w", (join) =>
      join.onRef("w.item_id", "=", "v.item_id").on("w.as_of", "<=", from).on("w.until", ">", from),
    )
    .leftJoin("item_light as l", (join) => join.onRef("l.item_id", "=", "v.item_id").on("l.month", "=", to))
    .leftJoin("item_light as k", (join) => join.onRef("k.item_id", "=", "v.item_id").on("k.month", "=", from))
    .select(["v.item_id", "v.noun", "v.type", "v.title", "v.regions", "v.stage"])
    .select(["w.stage as was_stage", "l.state as light", "k.state as was_light"])
    .where((eb) =>
      eb.or([
        eb("w.stage", "is", null),
        eb("w.stage", "<>", eb.ref("v.stage")),
        eb.and([eb("l.state", "is not", null), eb("k.state", "is", null)]),
        eb.and([eb("l.state", "is", null), eb("k.state", "is not", null)]),
        eb("l.state", "<>", eb.ref("k.state")),
      ]),
    )
    .orderBy("v.ordinal")
    .execute();
  const counts: Partial<Record<ChangeKind, number>> = {};
  const items: LightChange[] = [];
  for (const row of rows) {
    const was = row.was_stage === null ? null : { stage: row.was_stage, light: row.was_light };
    const kinds = changeKinds(row.type, was, { stage: row.stage, light: row.light });
    if (kinds.length === 0) continue;
    for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
    if (items.length === MOST_CHANGES) continue;
    items.push({
      id: row.item_id,
      noun: row.noun,
      type: row.type,
      title: row.title,
      regions: JSON.parse(row.regions) as ItemRegion[],
      kinds,
      light: { from: row.was_light, to: row.light },
      stage: { from: row.was_stage, to: row.stage },
    });
  }
  return { from, to, counts, items };
}
