import { isOfficeType } from "#domain/item.ts";
import { CHANGE_KINDS, type ChangeKind } from "#domain/light/changes.ts";
import type { LightCounts } from "#domain/light/light-state.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import type { Change, Deadline, News } from "#domain/wall/news.ts";
import { doneBy, listDeadlines } from "./deadlines.ts";
import { lightChanges } from "./lights/changes.ts";
import type { Db } from "./schema.ts";

/** More than a wall has room for; what is left out is not counted there. */
const MOST_CHANGES = 60;
const MOST_DEADLINES = 12;

/** What is new in the latest month by `asOf`: lights that turned, items that came or stand elsewhere on their ladder. */
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
    changes: before === undefined || month === undefined ? [] : await changesOf(db, before, month),
    lights: month === undefined ? {} : await lightsOf(db, month),
    deadlines: await openOf(db, deadlines, months.at(-1)),
  };
}

async function openOf(
  db: Db,
  deadlines: readonly Deadline[],
  month: string | undefined,
): Promise<Deadline[]> {
  if (month === undefined) return [];
  const done = await doneBy(
    db,
    deadlines.map(({ id }) => id),
    month,
  );
  return deadlines.filter(({ id }) => !done.has(id));
}

/** Lights first, the red ones before all: a wall has room for few. */
const ORDER: readonly ChangeKind[] = CHANGE_KINDS;

async function changesOf(db: Db, from: string, to: string): Promise<Change[]> {
  const { items } = await lightChanges(db, { from, to });
  const changes = items.flatMap(({ id, title, type, regions, kinds, stage, light }): Change[] =>
    kinds.slice(0, 1).map((kind) => ({
      id,
      title,
      type,
      regions,
      kind,
      stage: stage.to,
      from: stage.from,
      light: light.to,
      lightFrom: light.from,
    })),
  );
  return changes
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
    .slice(0, MOST_CHANGES);
}

async function lightsOf(db: Db, month: string): Promise<LightCounts> {
  const counts: LightCounts = {};
  const rows = await db
    .selectFrom("light_rollup")
    .select(["type", "state", "n"])
    .where("as_of", "=", month)
    .where("region", "=", PROVINCE_CODE)
    .execute();
  for (const { type, state, n } of rows) {
    if (!isOfficeType(type)) counts[state] = (counts[state] ?? 0) + n;
  }
  return counts;
}
