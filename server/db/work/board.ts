import type { ReportContent } from "#domain/report/report.ts";
import { type Board, MOST_ON_BOARD, spellsOf } from "#domain/work/board.ts";
import { publishedMonth } from "../month.ts";
import { type Db, STILL } from "../schema.ts";

/** Every project that counts by itself, in the source's order, with its stages and the problem that was published last. */
export async function projectBoard(db: Db): Promise<Board> {
  const [month, projects, { total }] = await Promise.all([
    publishedMonth(db, undefined),
    present(db).orderBy("ordinal").limit(MOST_ON_BOARD).execute(),
    present(db)
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as("total"))
      .executeTakeFirstOrThrow(),
  ]);
  const ids = projects.map(({ id }) => id);
  const [versions, problems] = await Promise.all([versionsOf(db, ids), problemsOf(db, ids)]);
  return {
    month,
    projects: projects.map(({ id, title, stage, stage_words }) => ({
      id,
      title,
      stage,
      stageWords: stage_words,
      spells: spellsOf(versions.get(id) ?? []),
      problem: problems.get(id) ?? null,
    })),
    total: Number(total),
  };
}

const present = (db: Db) =>
  db
    .selectFrom("item_version")
    .select(["item_id as id", "title", "stage", "stage_words"])
    .where("noun", "=", "project")
    .where("counted", "=", 1)
    .where("office", "=", 0)
    .where("until", "=", STILL);

/** An empty list means none, and SQL knows no empty list. */
const some = (ids: readonly string[]): string[] => (ids.length === 0 ? [""] : [...ids]);

async function versionsOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom("item_version")
    .select(["item_id as id", "stage", "as_of as from"])
    .where("item_id", "in", some(ids))
    .orderBy("as_of")
    .execute();
  const found = new Map<string, typeof rows>();
  for (const row of rows) {
    const own = found.get(row.id) ?? [];
    found.set(row.id, own);
    own.push(row);
  }
  return found;
}

/** Of each item the problem that its reports of the latest published month name, the lead's before others'. */
async function problemsOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, NonNullable<Board["projects"][number]["problem"]>>> {
  const rows = await db
    .selectFrom("report as r")
    .select(["r.item_id", "r.unit_id", "r.month", "r.content"])
    .where("r.item_id", "in", some(ids))
    .where("r.state", "=", "published")
    .where("r.month", "=", (eb) =>
      eb
        .selectFrom("report as l")
        .select((l) => l.fn.max("l.month").as("month"))
        .whereRef("l.item_id", "=", "r.item_id")
        .where("l.state", "=", "published"),
    )
    .orderBy("r.item_id")
    .orderBy("r.led", "desc")
    .orderBy("r.unit_id")
    .orderBy("r.version", "desc")
    .execute();
  const found = new Map<string, NonNullable<Board["projects"][number]["problem"]>>();
  const seen = new Set<string>();
  for (const { item_id, unit_id, month, content } of rows) {
    // A correction stands in the place of what it corrects.
    const key = `${item_id} ${unit_id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { problem } = JSON.parse(content) as ReportContent;
    if (problem !== null && !found.has(item_id)) found.set(item_id, { month, ...problem });
  }
  return found;
}
