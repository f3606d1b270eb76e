import { type ItemType, isOfficeType, nounOf } from "#domain/item.ts";
import type { Summary, SummaryQuery } from "#domain/query.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import type { Statistic } from "#domain/source.ts";
import { matching, refuseUnknownRegions } from "./filter.ts";
import { publishedMonth } from "./month.ts";
import type { Db } from "./schema.ts";

type Counts = Summary["counts"];

/**
 * The source's own statistics as they stand, and beside them what the ledger counts for a filter.
 * @throws InvalidInputError for an unknown region
 */
export async function summarize(db: Db, query: SummaryQuery): Promise<Summary> {
  const { filter = {} } = query;
  const [month] = await Promise.all([publishedMonth(db, query.asOf), refuseUnknownRegions(db, filter)]);
  if (month === null)
    return {
      asOf: query.asOf ?? new Date().toISOString().slice(0, 7),
      statistics: [],
      counts: countsOf([], 0, [], [], []),
    };
  const counted = db.selectFrom("item_version as v").where(matching(filter, month));
  const measured = counted.where("v.office", "=", 0);
  const [statistics, types, sectors, units, lights, regionWide] = await Promise.all([
    statisticsOf(db, month),
    counted
      .groupBy(["v.type", "v.stage"])
      .select((eb) => ["v.type", "v.stage", eb.fn.countAll<number>().as("n")])
      .execute(),
    measured
      .groupBy("v.sector")
      .select((eb) => ["v.sector", eb.fn.countAll<number>().as("n")])
      .execute(),
    measured
      .innerJoin("item_unit as u", "u.version_id", "v.id")
      .groupBy(["u.role", "u.unit_id"])
      .select((eb) => ["u.role", "u.unit_id", eb.fn.countAll<number>().as("n")])
      .orderBy("u.unit_id")
      .execute(),
    measured
      .innerJoin("item_light as l", "l.item_id", "v.item_id")
      .where("l.month", "=", month)
      .groupBy("l.state")
      .select((eb) => ["l.state", eb.fn.countAll<number>().as("n")])
      .execute(),
    measured
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("item_region as r")
              .select(eb.val(1).as("one"))
              .whereRef("r.version_id", "=", "v.id")
              .where("r.code", "<>", PROVINCE_CODE),
          ),
        ),
      )
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow(),
  ]);
  return { asOf: month, statistics, counts: countsOf(types, regionWide.n, sectors, units, lights) };
}

async function statisticsOf(db: Db, month: string): Promise<Statistic[]> {
  const rows = await db
    .selectFrom("statistic")
    .select("record")
    .where("as_of", "<=", month)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => JSON.parse(row.record) as Statistic);
}

function countsOf(
  cells: readonly { type: ItemType; stage: keyof Counts["stages"]; n: number }[],
  regionWide: number,
  sectors: readonly { sector: keyof Counts["sectors"]; n: number }[],
  units: readonly { role: "responsible" | "counterpart"; unit_id: string; n: number }[],
  lights: readonly { state: keyof Counts["lights"]; n: number }[],
): Counts {
  const counts: Counts = {
    items: 0,
    projects: 0,
    policies: 0,
    office: 0,
    regionWide,
    types: {},
    stages: {},
    projectStages: {},
    typeStages: {},
    sectors: {},
    lights: {},
    units: {},
    counterparts: {},
  };
  for (const { type, stage, n } of cells) {
    counts.types[type] = (counts.types[type] ?? 0) + n;
    counts.typeStages[type] = { ...counts.typeStages[type], [stage]: n };
    if (isOfficeType(type)) {
      counts.office += n;
      continue;
    }
    counts.items += n;
    counts.stages[stage] = (counts.stages[stage] ?? 0) + n;
    if (nounOf(type) === "project") {
      counts.projects += n;
      counts.projectStages[stage] = (counts.projectStages[stage] ?? 0) + n;
    } else {
      counts.policies += n;
    }
  }
  for (const { sector, n } of sectors) counts.sectors[sector] = n;
  for (const { state, n } of lights) counts.lights[state] = n;
  for (const { role, unit_id, n } of units) {
    (role === "responsible" ? counts.units : counts.counterparts)[unit_id] = n;
  }
  return counts;
}
