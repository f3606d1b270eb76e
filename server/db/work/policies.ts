import { type Db, STILL } from "../schema.ts";

/** Every policy that counts by itself, in the source's order: the office's own work is none. */
export async function presentPolicies(db: Db): Promise<{ id: string; title: string }[]> {
  return db
    .selectFrom("item_version")
    .select(["item_id as id", "title"])
    .where("noun", "=", "policy")
    .where("counted", "=", 1)
    .where("office", "=", 0)
    .where("until", "=", STILL)
    .orderBy("ordinal")
    .execute();
}
