/** The ledger's history of items as their published reports and proposals make it. */
import { countedItems } from "#domain/count.ts";
import type { Item } from "#domain/item.ts";
import { type Dated, type LedReport, recordAt, recordsOf } from "#domain/report/history.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { listUnits, readRegionRows } from "../references.ts";
import { type Db, STILL } from "../schema.ts";
import { deleteVersions, insertVersions, rootsOf, type Version } from "../version-rows.ts";
import { proposedItems, publishedMasterData } from "./published-proposals.ts";

/**
 * Makes the versions of some items, and of all that are counted with them, what their first record, the published
 * proposals and the lead units' published reports make of them: every month anew, so that a correction of an old month
 * leaves later months with what they said themselves. Versions that stay as they are keep their rows.
 */
export async function rebuildItems(tx: Db, ids: readonly string[]): Promise<void> {
  const [bases, units, regions] = [
    await familyRecords(tx, ids),
    await listUnits(tx),
    await readRegionRows(tx),
  ];
  const families = familiesOf(bases, ids);
  const members = families.flat().map(({ item }) => item.id);
  const [changes, reports] = [await publishedMasterData(tx, members), await ledReports(tx, members)];
  const wanted = families.flatMap((family) => {
    const histories = family.map((base) =>
      recordsOf(base, changes.get(base.item.id) ?? [], reports.get(base.item.id) ?? []),
    );
    return versionsOf(histories, { units, regions });
  });
  await write(tx, members, wanted);
}

const CHUNK = 500;

type Wanted = Omit<Version, "id" | "ordinal">;

/** Versions of a family: a new one wherever a record changes, or what is counted with it. */
function versionsOf(histories: readonly Dated[][], names: Parameters<typeof countedItems>[1]): Wanted[] {
  const months = [...new Set(histories.flatMap((records) => records.map(({ month }) => month)))].sort();
  const latest = new Map<string, { key: string; version: Wanted }>();
  const all: Wanted[] = [];
  for (const month of months) {
    const items = histories.flatMap((records) => recordAt(records, month) ?? []);
    const counted = new Map(countedItems(items, names).map((one) => [one.item.id, one]));
    const rootOf = rootsOf(items, counted);
    for (const item of items) {
      const one = counted.get(item.id);
      const version = { item, root: rootOf(item), asOf: month, until: STILL, counted: one };
      const key = keyOf(version);
      const before = latest.get(item.id);
      if (before?.key === key) continue;
      if (before !== undefined) before.version.until = month;
      latest.set(item.id, { key, version });
      all.push(version);
    }
  }
  return all;
}

const keyOf = ({ item, root, counted }: Pick<Version, "item" | "root" | "counted">): string =>
  JSON.stringify([item, root, counted?.regions ?? null, counted?.words ?? null]);

/** Puts the versions that are wanted in place of those that stand; those that are the same stay, their ids too. */
async function write(tx: Db, items: readonly string[], wanted: readonly Wanted[]): Promise<void> {
  const standing = new Map(
    (await standingVersions(tx, items)).map((row) => [
      `${row.as_of} ${keyOf({
        item: JSON.parse(row.record) as Item,
        root: row.root,
        counted:
          row.counted === 1
            ? { regions: JSON.parse(row.regions) as Item["regions"], words: row.words }
            : undefined,
      })}`,
      row,
    ]),
  );
  const fresh: Wanted[] = [];
  for (const version of wanted) {
    const key = `${version.asOf} ${keyOf(version)}`;
    const row = standing.get(key);
    standing.delete(key);
    if (row === undefined) fresh.push(version);
    else if (row.until !== version.until) {
      await tx.updateTable("item_version").set({ until: version.until }).where("id", "=", row.id).execute();
    }
  }
  await deleteVersions(
    tx,
    [...standing.values()].map(({ id }) => id),
  );
  if (fresh.length === 0) return;
  const [last, ordinals] = [
    await tx
      .selectFrom("item_version")
      .select((eb) => eb.fn.max("id").as("id"))
      .executeTakeFirst(),
    await tx.selectFrom("item").select(["id", "ordinal"]).execute(),
  ];
  const ordinalOf = new Map(ordinals.map(({ id, ordinal }) => [id, ordinal]));
  await insertVersions(
    tx,
    fresh.map((version, n) => ({
      ...version,
      id: (last?.id ?? 0) + 1 + n,
      ordinal: ordinalOf.get(version.item.id) ?? 0,
    })),
  );
}

function standingVersions(tx: Db, items: readonly string[]) {
  return tx
    .selectFrom("item_version as v")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select(["v.id", "v.as_of", "v.until", "v.root", "v.counted", "v.regions", "t.words", "t.record"])
    .where("v.item_id", "in", items)
    .execute();
}

/** The first records of the items and of all that are above or below them, and of no other. */
async function familyRecords(tx: Db, ids: readonly string[]): Promise<Dated[]> {
  const found = new Map<string, Dated>();
  const asked = new Set<string>();
  let next = [...new Set(ids)];
  while (next.length > 0) {
    for (const id of next) asked.add(id);
    const records = await firstRecords(tx, next);
    for (const one of records) found.set(one.item.id, one);
    const around = records.flatMap(({ item }) => [
      ...item.children,
      ...(item.parent === null ? [] : [item.parent]),
    ]);
    next = [...new Set(around)].filter((id) => !asked.has(id));
  }
  return [...found.values()];
}

/** Each item as it first came in: the source's record, or what the unit proposed. */
async function firstRecords(tx: Db, ids: readonly string[]): Promise<Dated[]> {
  const first = new Map<string, Dated>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    const rows = await tx
      .selectFrom("item_version as v")
      .innerJoin("item_text as t", "t.version_id", "v.id")
      .select(["v.item_id", "v.as_of", "t.record"])
      .where("v.item_id", "in", some)
      .orderBy("v.as_of", "desc")
      .orderBy("v.ordinal")
      .execute();
    for (const row of rows)
      first.set(row.item_id, { month: row.as_of, item: JSON.parse(row.record) as Item });
    // Their own first month's reports stand in the row of a proposed item already.
    for (const one of await proposedItems(tx, some)) first.set(one.item.id, one);
  }
  return [...first.values()];
}

/** Whole trees of parents and children, of those that any of the ids is in; each in the given order. */
function familiesOf(bases: readonly Dated[], ids: readonly string[]): Dated[][] {
  const parents = new Map(bases.map(({ item }) => [item.id, item.parent]));
  const topOf = (id: string): string => {
    const parent = parents.get(id) ?? null;
    return parent === null || !parents.has(parent) ? id : topOf(parent);
  };
  const tops = new Set(ids.map(topOf));
  const families = Map.groupBy(bases, ({ item }) => topOf(item.id));
  return [...tops].flatMap((top) => {
    const family = families.get(top);
    return family === undefined ? [] : [family];
  });
}

/** Of each item what its lead said in each month: the latest version that is published. */
async function ledReports(tx: Db, items: readonly string[]): Promise<Map<string, LedReport[]>> {
  const rows = await tx
    .selectFrom("report")
    .select(["item_id", "month", "content"])
    .where("item_id", "in", items)
    .where("state", "=", "published")
    .where("led", "=", 1)
    .orderBy("month")
    .orderBy("version")
    .execute();
  const latest = new Map(rows.map((row) => [`${row.item_id} ${row.month}`, row]));
  const reports = [...latest.values()].map(({ item_id, month, content }) => {
    const { stage, done } = JSON.parse(content) as ReportContent;
    return { item: item_id, month, stage, done };
  });
  return Map.groupBy(reports, ({ item }) => item);
}
