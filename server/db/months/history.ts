import { NotFoundError } from "#domain/error.ts";
import type { Noun } from "#domain/item.ts";
import type { Light } from "#domain/light/light.ts";
import type { History } from "#domain/months/history.ts";
import type { Db } from "../schema.ts";

/** Stage and light of an item in each published month. @throws NotFoundError */
export async function itemHistory(db: Db, noun: Noun, id: string): Promise<History> {
  const rows = await db
    .selectFrom("publication as p")
    .innerJoin("item_version as v", (join) =>
      join.onRef("v.as_of", "<=", "p.as_of").onRef("v.until", ">", "p.as_of"),
    )
    .leftJoin("item_light as l", (join) =>
      join.onRef("l.item_id", "=", "v.item_id").onRef("l.month", "=", "p.as_of"),
    )
    .select(["p.as_of", "v.stage", "v.stage_words", "l.record"])
    .where("v.item_id", "=", id)
    .where("v.noun", "=", noun)
    .orderBy("p.as_of")
    .execute();
  if (rows.length === 0) throw new NotFoundError(noun, id);
  return rows.map(({ as_of, stage, stage_words, record }) => ({
    month: as_of,
    stage,
    stageWords: stage_words,
    light: record === null ? null : (JSON.parse(record) as Light),
  }));
}
