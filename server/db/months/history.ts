import { NotFoundError } from "#domain/error.ts";
import type { Item, Noun } from "#domain/item.ts";
import type { Light } from "#domain/light/light.ts";
import type { History } from "#domain/months/history.ts";
import { masterChanges } from "#domain/months/master-data.ts";
import type { Db } from "../schema.ts";

/** Stage and light of an item, and what of its record changed, in each published month. @throws NotFoundError */
export async function itemHistory(db: Db, noun: Noun, id: string): Promise<History> {
  const rows = await db
    .selectFrom("publication as p")
    .innerJoin("item_version as v", (join) =>
      join.onRef("v.as_of", "<=", "p.as_of").onRef("v.until", ">", "p.as_of"),
    )
    .leftJoin("item_light as l", (join) =>
      join.onRef("l.item_id", "=", "v.item_id").onRef("l.month", "=", "p.as_of"),
    )
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select(["p.as_of", "v.id", "v.stage", "v.stage_words", "l.record", "t.record as item"])
    .where("v.item_id", "=", id)
    .where("v.noun", "=", noun)
    .orderBy("p.as_of")
    .execute();
  if (rows.length === 0) throw new NotFoundError(noun, id);
  // One version stands for as many months as it holds.
  const items = new Map(rows.map(({ id: version, item }) => [version, JSON.parse(item) as Item]));
  const changedSince = (
    before: (typeof rows)[number] | undefined,
    { id: version }: (typeof rows)[number],
  ) => {
    const [was, is] = [before && items.get(before.id), items.get(version)];
    return was === undefined || is === undefined || was === is ? [] : masterChanges(was, is);
  };
  return rows.map((row, place) => ({
    month: row.as_of,
    stage: row.stage,
    stageWords: row.stage_words,
    light: row.record === null ? null : (JSON.parse(row.record) as Light),
    changed: changedSince(rows[place - 1], row),
  }));
}
