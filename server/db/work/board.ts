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
      spells: spellsOf(versions.filter((one) => one.id === id)),
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

const versionsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom("item_version")
    .select(["item_id as id", "stage", "as_of as from"])
    .where("item_id", "in", some(ids))
    .orderBy("as_of")
    .execute();

/** Of each item the problem that its reports of the latest published month name, the lead's before others'. */
async function problemsOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, NonNullable<Board["projects"][number]["problem"]>>> {
  const rows = await db
    .selectFrom("report")
    .select(["item_id", "unit_id", "month", "version", "led", "content"])
    .where("item_id", "in", some(ids))
    .where("state", "=", "published")
    .orderBy("item_id")
    .orderBy("month", "desc")
    .orderBy("led", "desc")
    .orderBy("unit_id")
    .orderBy("version", "desc")
    .execute();
  const found = new Map<string, NonNullable<Board["projects"][number]["problem"]>>();
  const latest = new Map<string, string>();
  const seen = new Set<string>();
  for (const { item_id, unit_id, month, content } of rows) {
    if ((latest.get(item_id) ?? month) !== month) continue;
    latest.set(item_id, month);
    // A correction stands in the place of what it corrects.
    const key = `${item_id} ${unit_id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { problem } = JSON.parse(content) as ReportContent;
    if (problem !== null && !found.has(item_id)) found.set(item_id, { month, ...problem });
  }
  return found;
}
