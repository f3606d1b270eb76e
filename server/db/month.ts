import type { Db } from "./schema.ts";

/** The month that answers a question as of `asked`: the latest published by then, null before the first. */
export async function publishedMonth(db: Db, asked: string | undefined): Promise<string | null> {
  let query = db.selectFrom("publication").select((eb) => eb.fn.max("as_of").as("month"));
  if (asked !== undefined) query = query.where("as_of", "<=", asked);
  const row = await query.executeTakeFirst();
  return row?.month ?? null;
}
