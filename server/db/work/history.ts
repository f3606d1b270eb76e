import { differences, type FieldPath } from "#domain/report/differences.ts";
import { OFFICE_UNIT, type Unit } from "#domain/unit.ts";
import type { Referable } from "#domain/work/noun.ts";
import { WORK_NOUNS, type WorkNoun } from "#domain/work/nouns.ts";
import type { Slip } from "#domain/work/slip.ts";
import type { Said } from "#domain/work/standing.ts";
import { type ContentOf, specOf, workNumber } from "#domain/work/work.ts";
import { type Db, STILL } from "../schema.ts";
import { standingWork, type WorkRow } from "./rows.ts";

/** All versions of a record, the first first, each with where it differs from the one before. */
export async function workVersions<N extends WorkNoun>(db: Db, id: string) {
  const rows = await db
    .selectFrom("work_version")
    .select(["version", "at", "reason", "content"])
    .where("work_id", "=", id)
    .orderBy("version")
    .execute();
  let before: unknown;
  return rows.map((row) => {
    const content = JSON.parse(row.content) as ContentOf<N>;
    const changed: FieldPath[] = before === undefined ? [] : differences(before, content);
    before = content;
    return { ...row, content, changed };
  });
}

const SENDS_A_SLIP = ["chase", "escalate"];
type Chased = { chased: Slip | null };

/** Every step of a record, the first first. */
export async function workSteps(db: Db, id: string) {
  const rows = await db
    .selectFrom("work_step")
    .select(["step", "state", "at", "account_name", "said", "standing"])
    .where("work_id", "=", id)
    .orderBy("seq")
    .execute();
  return rows.map(({ account_name, said, standing, ...row }) => ({
    ...row,
    by: account_name,
    said: JSON.parse(said) as Partial<Said>,
    slip: SENDS_A_SLIP.includes(row.step) ? (JSON.parse(standing) as Chased).chased : null,
  }));
}

/** Records that a record's version in force names, and those that name it. */
export async function relatedWork(db: Db, id: string) {
  const links = await db
    .selectFrom("work_link as l")
    .innerJoin("work as w", "w.id", "l.work_id")
    .innerJoin("work_step as s", (join) =>
      join.onRef("s.work_id", "=", "w.id").onRef("s.seq", "=", "w.seq").onRef("s.version", "=", "l.version"),
    )
    .select(["l.work_id", "l.target"])
    .where("l.kind", "in", [...WORK_NOUNS])
    .where((eb) => eb.or([eb("l.work_id", "=", id), eb("l.target", "=", id)]))
    .execute();
  const others = [...new Set(links.map(({ work_id, target }) => (work_id === id ? target : work_id)))];
  if (others.length === 0) return [];
  const rows = await standingWork(db)
    .where("w.id", "in", others)
    .orderBy("w.noun")
    .orderBy("w.number")
    .execute();
  return rows.map((row) => ({
    noun: row.noun,
    id: row.id,
    number: workNumber(row.noun, row.number),
    title: row.title,
    state: row.state,
    lead: row.lead_unit,
    version: row.version,
    ...madeOf(row),
  }));
}

function madeOf({ noun, content, standing }: WorkRow): { part: string | null; percent: number | null } {
  return specOf(noun).madeOf?.(JSON.parse(content), JSON.parse(standing)) ?? { part: null, percent: null };
}

/** Items by id as the ledger names them now, in the order asked. */
export async function itemNames(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("item_version")
    .select(["item_id as id", "title", "noun"])
    .where("item_id", "in", ids)
    .where("until", "=", STILL)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Every item of the ledger as it stood in a month, in the source's order. */
export async function itemsAt(db: Db, month: string): Promise<{ item: { id: string; title: string } }[]> {
  const rows = await db
    .selectFrom("item_version")
    .select(["item_id as id", "title"])
    .where("as_of", "<=", month)
    .where("until", ">", month)
    .orderBy("ordinal")
    .execute();
  return rows.map((item) => ({ item }));
}

export async function referable(db: Db): Promise<Referable> {
  const [units, items, regions, policies] = await Promise.all([
    db.selectFrom("unit").select("record").execute(),
    db.selectFrom("item").select("id").execute(),
    db.selectFrom("region").select("code").execute(),
    db
      .selectFrom("item_version")
      .select("item_id as id")
      .where("noun", "=", "policy")
      .where("counted", "=", 1)
      .where("office", "=", 0)
      .where("until", "=", STILL)
      .execute(),
  ]);
  const records = units.map(({ record }) => JSON.parse(record) as Unit);
  return {
    regions: new Set(regions.map(({ code }) => code)),
    ministries: new Set(records.filter(({ kind }) => kind === "central").map(({ id }) => id)),
    units: new Set(records.filter(({ id, files }) => id === OFFICE_UNIT || files).map(({ id }) => id)),
    items: new Set(items.map(({ id }) => id)),
    policies: new Set(policies.map(({ id }) => id)),
  };
}
