import type { DrilledFilter } from "#domain/filter.ts";
import type { LightCounts } from "#domain/light/light-state.ts";
import { type Measure, measureValue, type StageCounts } from "#domain/measure.ts";
import type { ProgressQuery, RegionProgress } from "#domain/query.ts";
import { PLANNED_CITY_CODES } from "#domain/region.ts";
import { matching, refuseUnknownRegions } from "./filter.ts";
import { lightCellsOf } from "./lights/rollup.ts";
import { publishedMonth } from "./month.ts";
import { type Cell, COUNT, COUNT_INFERRED, measures, readRollup } from "./rollup.ts";
import type { Db } from "./schema.ts";

/**
 * What a measure finds in every region of a level, regions without anything included.
 * @throws InvalidInputError for an unknown region
 */
export async function progressByRegion(db: Db, query: ProgressQuery): Promise<RegionProgress[]> {
  const { filter = {} } = query;
  const [codes, month] = await Promise.all([
    codesOf(db, query.level),
    publishedMonth(db, query.asOf),
    refuseUnknownRegions(db, filter),
  ]);
  const ledger = month === null ? [] : await readRollup(db, month);
  const cells = month === null ? [] : await cellsOf(db, month, filter, ledger);
  const inLedger = new Set(
    ledger.filter((cell) => measures(query.measure, cell.type)).map((cell) => cell.region),
  );
  const found = Map.groupBy(
    cells.filter((cell) => measures(query.measure, cell.type)),
    (cell) => cell.region,
  );
  const lights = month === null || query.measure !== "red" ? null : await lightsByRegion(db, month, filter);
  return codes.map((code) => ({
    ...progressOf(query.measure, code, found.get(code) ?? [], inLedger.has(code), lights?.get(code) ?? {}),
    ...(query.measure === "red" ? { lights: lights?.get(code) ?? {} } : {}),
  }));
}

/** Lights of what the measures of items look at, in every region. */
async function lightsByRegion(
  db: Db,
  month: string,
  filter: DrilledFilter,
): Promise<Map<string, LightCounts>> {
  const found = new Map<string, LightCounts>();
  for (const { region, type, state, n } of await lightCellsOf(db, month, filter)) {
    if (!measures("red", type)) continue;
    const lights = found.get(region) ?? {};
    lights[state] = (lights[state] ?? 0) + n;
    found.set(region, lights);
  }
  return found;
}

async function codesOf(db: Db, level: ProgressQuery["level"]): Promise<string[]> {
  const rows = await db
    .selectFrom("region")
    .select("code")
    .where((eb) =>
      level === "reporting"
        ? eb.or([eb("level", "=", "league"), eb("code", "in", PLANNED_CITY_CODES)])
        : eb("level", "=", level),
    )
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => row.code);
}

/** From the roll-up where it can answer, which costs the same at any size; else counted. */
export async function cellsOf(
  db: Db,
  month: string,
  filter: DrilledFilter,
  ledger?: readonly Cell[],
): Promise<readonly Cell[]> {
  const { types, stages, ...others } = filter;
  if (Object.values(others).every((limit) => limit === undefined)) {
    const cells = ledger ?? (await readRollup(db, month));
    return cells.filter(
      (cell) => (types?.includes(cell.type) ?? true) && (stages?.includes(cell.stage) ?? true),
    );
  }
  let query = db
    .selectFrom("item_version as v")
    .where(matching(filter, month))
    .innerJoin("item_region as r", "r.version_id", "v.id")
    .innerJoin("region_ancestor as a", "a.code", "r.code");
  if (filter.basis !== undefined) query = query.where("r.basis", "in", filter.basis);
  return query
    .groupBy(["a.ancestor", "v.type", "v.stage"])
    .select(["a.ancestor as region", "v.type", "v.stage", COUNT, COUNT_INFERRED])
    .execute();
}

function progressOf(
  measure: Measure,
  code: string,
  cells: readonly Cell[],
  inLedger: boolean,
  lights: LightCounts,
): RegionProgress {
  const stages: StageCounts = {};
  let n = 0;
  let inferred = 0;
  for (const cell of cells) {
    stages[cell.stage] = (stages[cell.stage] ?? 0) + cell.n;
    n += cell.n;
    inferred += cell.n_inferred;
  }
  return { code, n, inferred, stages, value: inLedger ? measureValue(measure, stages, lights) : null };
}
