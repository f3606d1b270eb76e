/** What items refer to: regions, units, documents. Records come back as their schemas wrote them. */
import { NotFoundError } from "#domain/error.ts";
import type { RegionEntry, SourceDocumentWithMarks } from "#domain/query.ts";
import type { Region } from "#domain/region.ts";
import type { SourceDocument } from "#domain/source.ts";
import type { Unit } from "#domain/unit.ts";
import { publishedMonth } from "./month.ts";
import type { Db } from "./schema.ts";

export async function readRegionRows(db: Db): Promise<Region[]> {
  const rows = await db.selectFrom("region").select("record").orderBy("ordinal").execute();
  return rows.map((row) => JSON.parse(row.record) as Region);
}

export async function listRegions(db: Db): Promise<RegionEntry[]> {
  const regions = await readRegionRows(db);
  return regions.map((region) => ({ ...region, centre: region.anchor }));
}

export async function listUnits(db: Db): Promise<Unit[]> {
  const rows = await db.selectFrom("unit").select("record").orderBy("ordinal").execute();
  return rows.map((row) => JSON.parse(row.record) as Unit);
}

export async function listDocuments(db: Db): Promise<SourceDocument[]> {
  const rows = await db.selectFrom("document").select("record").orderBy("ordinal").execute();
  return rows.map((row) => JSON.parse(row.record) as SourceDocument);
}

/**
 * A document with its sections, and where each item's quotes lie in it, in reading order.
 * @throws NotFoundError
 */
export async function getSource(db: Db, id: string): Promise<SourceDocumentWithMarks> {
  const [month, row] = await Promise.all([
    publishedMonth(db, undefined),
    db.selectFrom("document").select("record").where("id", "=", id).executeTakeFirst(),
  ]);
  if (row === undefined) throw new NotFoundError("document", id);
  const marks = await db
    .selectFrom("item_source as s")
    .innerJoin("item_version as v", "v.id", "s.version_id")
    .select(["v.item_id as item", "v.noun", "v.title", "s.start_at as start", "s.end_at as end"])
    .where("s.document_id", "=", id)
    .where("v.as_of", "<=", month ?? "")
    .where("v.until", ">", month ?? "")
    .orderBy("s.start_at")
    .orderBy("v.ordinal")
    .execute();
  return { ...(JSON.parse(row.record) as SourceDocument), marks };
}
