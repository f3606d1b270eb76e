import { isWithin, type Region } from "#domain/region.ts";
import { readRegionRows } from "./references.ts";
import type { Db } from "./schema.ts";

/**
 * Makes the regions of the database those of the boundary data set, which may have been replaced since.
 * Returns whether anything changed. A region that items lie in cannot go: the foreign key refuses.
 */
export async function syncRegions(db: Db, regions: readonly Region[]): Promise<boolean> {
  const kept = await readRegionRows(db);
  if (JSON.stringify(kept) === JSON.stringify(regions)) return false;
  await db.deleteFrom("region_ancestor").execute();
  for (const [ordinal, region] of regions.entries()) {
    const row = { ordinal, level: region.level, parent: region.parent, record: JSON.stringify(region) };
    await db
      .insertInto("region")
      .values({ code: region.code, ...row })
      .onConflict((conflict) => conflict.column("code").doUpdateSet(row))
      .execute();
  }
  const codes = regions.map((region) => region.code);
  const gone = kept.filter((region) => !codes.includes(region.code)).map((region) => region.code);
  if (gone.length > 0) {
    await db.deleteFrom("rollup").where("region", "in", gone).execute();
    await db.deleteFrom("region").where("code", "in", gone).execute();
  }
  const above = codes.flatMap((code) =>
    codes.filter((ancestor) => isWithin(code, ancestor)).map((ancestor) => ({ code, ancestor })),
  );
  for (let at = 0; at < above.length; at += 500) {
    await db
      .insertInto("region_ancestor")
      .values(above.slice(at, at + 500))
      .execute();
  }
  return true;
}
