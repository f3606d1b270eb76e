/** The ledger's counted items one page after another, each with its parts: for those who read it as features. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { LedgerRecord } from "#domain/export/record.ts";
import type { Box } from "#domain/features/features-query.ts";
import { isOfficeType, type Noun, OFFICE_TYPES } from "#domain/item.ts";
import type { Corridor } from "#domain/place.ts";
import { readRecords } from "./ledger-export.ts";
import type { Db, Schema } from "./schema.ts";

/** `corridors`: ids of the lines that one of `boxes` touches. */
export type Within = { boxes: readonly Box[]; corridors: readonly string[] };
export type ItemPageQuery = {
  noun: Noun;
  month: string;
  within: Within | null;
  /** Ordinal of the item before. */
  after: number | null;
  limit: number;
};

/** A counted item and those that count by it, which lie where it does. */
export type Family = { root: LedgerRecord; parts: readonly LedgerRecord[] };

/** Items of a month in the order of the source, `next` the ordinal to go on after. */
export async function itemPage(
  db: Db,
  { noun, month, within, after, limit }: ItemPageQuery,
): Promise<{ families: Family[]; matched: number; next: number | null }> {
  const all = db
    .selectFrom("item_version as v")
    .where("v.counted", "=", 1)
    .where("v.noun", "=", noun)
    .where("v.type", "not in", OFFICE_TYPES)
    .where("v.as_of", "<=", month)
    .where("v.until", ">", month)
    .$if(within !== null, (query) => query.where((eb) => liesWithin(eb, month, within as Within)));
  const [total, rows] = await Promise.all([
    all.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow(),
    all
      .select(["v.item_id", "v.ordinal"])
      .$if(after !== null, (query) => query.where("v.ordinal", ">", after))
      .orderBy("v.ordinal")
      .limit(limit + 1)
      .execute(),
  ]);
  const shown = rows.slice(0, limit);
  const families = await familiesOf(
    db,
    month,
    shown.map(({ item_id }) => item_id),
  );
  return { families, matched: total.n, next: rows.length > limit ? (shown.at(-1)?.ordinal ?? null) : null };
}

/** The counted item of this id in a month, or null. */
export async function itemFamily(db: Db, noun: Noun, month: string, id: string): Promise<Family | null> {
  const [family = null] = await familiesOf(db, month, [id], noun);
  return family;
}

async function familiesOf(db: Db, month: string, roots: readonly string[], noun?: Noun): Promise<Family[]> {
  if (roots.length === 0) return [];
  const rows = await db
    .selectFrom("item_version as c")
    .select(["c.id as version", "c.item_id as item", "c.noun", "c.type", "c.counted", "c.root"])
    .where("c.root", "in", roots)
    .where("c.as_of", "<=", month)
    .where("c.until", ">", month)
    .orderBy("c.ordinal")
    .execute();
  const records = new Map<string, LedgerRecord>();
  for await (const batch of readRecords(
    db,
    rows.map((row) => ({ ...row, counted: row.counted === 1 })),
    month,
  )) {
    for (const record of batch) records.set(record.item.id, record);
  }
  return roots.flatMap((id) => {
    const family = rows.filter(({ root }) => root === id);
    const [own, parts] = [family.find(({ item }) => item === id), family.filter(({ item }) => item !== id)];
    const isListed = own?.counted === 1 && (noun ?? own.noun) === own.noun && !isOfficeType(own.type);
    const root = isListed ? records.get(id) : undefined;
    return root === undefined ? [] : [{ root, parts: parts.flatMap(({ item }) => records.get(item) ?? []) }];
  });
}

type Versions = ExpressionBuilder<Schema & { v: Schema["item_version"] }, "v">;

/** The item or one of its parts is drawn at a place in a box, or on a line that touches one. */
const liesWithin = (eb: Versions, month: string, { boxes, corridors }: Within): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom("item_version as c")
      .innerJoin("item_place as p", "p.version_id", "c.id")
      .leftJoin("place as l", (join) => join.onRef("l.id", "=", "p.place_id").on("p.role", "=", "place"))
      .select(eb.val(1).as("one"))
      .whereRef("c.root", "=", "v.item_id")
      .where("c.as_of", "<=", month)
      .where("c.until", ">", month)
      .where((inner) =>
        inner.or([
          ...boxes.map(
            ([west, south, east, north]) =>
              sql<SqlBool>`(l.record ->> '$.drawn' = 1 and l.record ->> '$.at[0]' between ${west} and ${east}
                and l.record ->> '$.at[1]' between ${south} and ${north})`,
          ),
          ...(corridors.length === 0
            ? []
            : [inner.and([inner("p.role", "=", "corridor"), inner("p.place_id", "in", corridors)])]),
        ]),
      ),
  );

/** Lines certain enough to be drawn (truth rule 5). */
export async function drawnCorridors(db: Db): Promise<Corridor[]> {
  const rows = await db.selectFrom("corridor").select("record").orderBy("ordinal").execute();
  return rows.map(({ record }) => JSON.parse(record) as Corridor).filter(({ drawn }) => drawn);
}
