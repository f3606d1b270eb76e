import { type Change, type News, turnOf } from "#domain/wall/news.ts";
import { listDeadlines } from "./deadlines.ts";
import type { Db } from "./schema.ts";

/** More than a wall has room for; what is left out is not counted there. */
const MOST_CHANGES = 60;
const MOST_DEADLINES = 12;

/** What is new in the latest month by `asOf`: items that came, items that stand elsewhere on their ladder. */
export async function newsOf(db: Db, { asOf }: { asOf?: string | undefined }): Promise<News> {
  let published = db.selectFrom("publication").select("as_of").orderBy("as_of");
  if (asOf !== undefined) published = published.where("as_of", "<=", asOf);
  const [rows, deadlines] = await Promise.all([
    published.execute(),
    listDeadlines(db, { filter: {}, ...(asOf === undefined ? {} : { asOf }) }, MOST_DEADLINES),
  ]);
  const months = rows.map((row) => row.as_of);
  const [before, month] = months.slice(-2);
  return {
    months,
    // With one month published there is no month before, and nothing is new.
    changes: before === undefined || month === undefined ? [] : await changesOf(db, month),
    deadlines,
  };
}

async function changesOf(db: Db, month: string): Promise<Change[]> {
  const rows = await db
    .selectFrom("item_version as v")
    .leftJoin("item_version as was", (join) =>
      join.onRef("was.item_id", "=", "v.item_id").onRef("was.until", "=", "v.as_of"),
    )
    .select(["v.item_id", "v.title", "v.type", "v.stage", "v.regions", "was.stage as from"])
    .where("v.as_of", "=", month)
    .where("v.counted", "=", 1)
    .where("v.office", "=", 0)
    .where((eb) => eb.or([eb("was.stage", "is", null), eb("was.stage", "<>", eb.ref("v.stage"))]))
    .orderBy("v.ordinal")
    .limit(MOST_CHANGES)
    .execute();
  return rows.map(({ item_id, title, type, stage, regions, from }) => ({
    id: item_id,
    title,
    type,
    regions: (JSON.parse(regions) as { code: string }[]).map(({ code }) => code),
    stage,
    from,
    kind: from === null ? "new" : turnOf(type, from, stage),
  }));
}
