/**
 * What a count means, one item at a time and in plain code. The server answers the same questions in SQL
 * over roll-ups; tests hold the two against each other.
 */
import { type Counted, countsAsItem, type DrilledFilter, matches } from "./filter.ts";
import { ITEM_TYPES, type Item, type ItemType, nounOf } from "./item.ts";
import type { LightCounts, LightState } from "./light/light-state.ts";
import { MEASURE_NOUN, type Measure, measureValue, type StageCounts } from "./measure.ts";
import type { ProgressQuery, RegionProgress, Summary } from "./query.ts";
import { isPlannedCity, isWithin, PROVINCE_CODE, type Region } from "./region.ts";
import { STAGES } from "./stage.ts";
import type { Unit } from "./unit.ts";

/** Names beside the codes that items carry, so that a text search finds an item by them. */
export type Names = {
  units: readonly Pick<Unit, "id" | "name" | "short" | "nameEn">[];
  regions: readonly Pick<Region, "code" | "name" | "nameEn" | "initials" | "pinyin">[];
};

/**
 * The items that are counted, in their given order. A child is counted with its parent when both are of one
 * noun, by the parent and in the union of their regions; a project under a plan stands for itself.
 * Without `names` the words hold titles and quotes alone.
 */
export function countedItems(
  items: readonly Item[],
  names: Names = { units: [], regions: [] },
  lights: ReadonlyMap<string, LightState> = new Map(),
): Counted[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const wordsOf = searchWords(names);
  const family = (item: Item): Item[] => [
    item,
    ...item.children
      .map((id) => byId.get(id))
      .filter((child): child is Item => child !== undefined && nounOf(child.type) === nounOf(item.type))
      .flatMap(family),
  ];
  return items
    .filter((item) => {
      const parent = byId.get(item.parent ?? "");
      return parent === undefined || nounOf(parent.type) !== nounOf(item.type);
    })
    .map((item) => {
      const members = family(item);
      const regions = unionOfRegions(members);
      return { item, regions, words: wordsOf(members, regions), light: lights.get(item.id) ?? null };
    });
}

/** Each code once, in the order first met; what one member states is stated. */
function unionOfRegions(members: readonly Item[]): Item["regions"] {
  const union = new Map<string, Item["regions"][number]>();
  for (const region of members.flatMap((member) => member.regions)) {
    const known = union.get(region.code);
    if (known === undefined || region.basis === "stated") union.set(region.code, region);
  }
  return [...union.values()];
}

/** Lower case and NFKC, a line for each name or quote, so that no term matches across two of them. */
function searchWords({ units, regions }: Names) {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return (members: readonly Item[], codes: Item["regions"]): string => {
    const unitIds = members.flatMap((member) => member.units.map((unit) => unit.unit));
    const around = regions.filter((region) => codes.some(({ code }) => isWithin(code, region.code)));
    const lines = [
      ...members.flatMap((member) => [member.title, ...member.sources.map((source) => source.quote)]),
      ...unitIds.flatMap((id) => {
        const unit = unitById.get(id);
        return unit ? [unit.name, unit.short, unit.nameEn] : [];
      }),
      ...around.flatMap((region) => [region.name, region.initials, region.pinyin, region.nameEn]),
    ];
    return [...new Set(lines)].join("\n").normalize("NFKC").toLowerCase();
  };
}

/** True where a measure looks at the item: never at the office's own work. */
export function isMeasured(measure: Measure, item: Pick<Item, "type">): boolean {
  const noun = MEASURE_NOUN[measure];
  return countsAsItem(item) && (noun === "item" || noun === nounOf(item.type));
}

/** Types that a list holds: the reader's choice, else those that count, and of them the measure's noun alone. */
export function listedTypes(
  measure: Measure,
  chosen: readonly ItemType[] = ITEM_TYPES.filter((type) => countsAsItem({ type })),
): ItemType[] {
  const noun = MEASURE_NOUN[measure];
  return chosen.filter((type) => noun === "item" || noun === nounOf(type));
}

/** How many items of each stage a list holds: what a filter by that stage would leave of it. */
export function listedStages(
  { typeStages }: Pick<Summary["counts"], "typeStages">,
  measure: Measure,
  chosen?: readonly ItemType[],
): StageCounts {
  const listed: StageCounts = {};
  for (const type of new Set(listedTypes(measure, chosen))) {
    const stages = typeStages[type] ?? {};
    for (const stage of STAGES) {
      const n = stages[stage];
      if (n !== undefined) listed[stage] = (listed[stage] ?? 0) + n;
    }
  }
  return listed;
}

const isOfLevel = (level: ProgressQuery["level"], region: Pick<Region, "code" | "level">): boolean =>
  level === "reporting" ? region.level === "league" || isPlannedCity(region.code) : region.level === level;

/**
 * What a measure finds in every region of a level. An item counts in a region if any of its regions is that
 * region or lies below it, so a region-wide item counts in the province alone. `value` is null where the
 * unfiltered ledger has nothing for the measure, and for a share where no stage is known.
 */
export function progressByRegion(
  level: ProgressQuery["level"],
  measure: Measure,
  counted: readonly Counted[],
  regions: readonly Pick<Region, "code" | "level">[],
  filter: DrilledFilter = {},
): RegionProgress[] {
  const measured = counted.filter(({ item }) => isMeasured(measure, item));
  const matching = measured.filter((one) => matches(filter, one));
  return regions
    .filter((region) => isOfLevel(level, region))
    .map(({ code }) => {
      const here = matching.flatMap(({ item, light, regions: all }) => {
        const bases = all
          .filter((region) => isWithin(region.code, code) && (filter.basis?.includes(region.basis) ?? true))
          .map((region) => region.basis);
        return bases.length > 0 ? [{ item, light, inferred: !bases.includes("stated") }] : [];
      });
      const stages = tally(here, ({ item }) => item.stage);
      const lights = lightsOf(here);
      const inLedger = measured.some((one) => one.regions.some((region) => isWithin(region.code, code)));
      return {
        code,
        n: here.length,
        inferred: here.filter((one) => one.inferred).length,
        stages,
        ...(measure === "red" ? { lights } : {}),
        value: inLedger ? measureValue(measure, stages, lights) : null,
      };
    });
}

/**
 * The ledger's counts of a filter. Only `types` and `office` look at the office's own work.
 * A region-wide item is one that no region below the province is known of, stated or inferred.
 */
export function summaryCounts(counted: readonly Counted[], filter: DrilledFilter = {}): Summary["counts"] {
  const matching = counted.filter((one) => matches(filter, one));
  const measured = matching.filter(({ item }) => countsAsItem(item));
  const projects = measured.filter(({ item }) => nounOf(item.type) === "project");
  const unitsOf = (role: Item["units"][number]["role"]) =>
    measured.flatMap(({ item }) => item.units.filter((unit) => unit.role === role));
  return {
    items: measured.length,
    projects: projects.length,
    policies: measured.length - projects.length,
    office: matching.length - measured.length,
    regionWide: measured.filter(({ regions }) => regions.every(({ code }) => code === PROVINCE_CODE)).length,
    types: tally(matching, ({ item }) => item.type),
    stages: tally(measured, ({ item }) => item.stage),
    projectStages: tally(projects, ({ item }) => item.stage) satisfies StageCounts,
    typeStages: Object.fromEntries(
      [...Map.groupBy(matching, ({ item }) => item.type)].map(([type, ofType]) => [
        type,
        tally(ofType, ({ item }) => item.stage),
      ]),
    ),
    sectors: tally(measured, ({ item }) => item.sector),
    lights: lightsOf(measured),
    units: tally(unitsOf("responsible"), ({ unit }) => unit),
    counterparts: tally(unitsOf("counterpart"), ({ unit }) => unit),
  };
}

/** How many have a light of each state; those without any are in none. */
const lightsOf = (members: readonly Pick<Counted, "light">[]): LightCounts =>
  tally(
    members.flatMap(({ light }) => light ?? []),
    (state) => state,
  );

/** How many members have each key; a key that none has is absent. */
function tally<T, K extends string>(members: readonly T[], keyOf: (member: T) => K): Record<K, number> {
  const counts: Partial<Record<K, number>> = {};
  for (const member of members) {
    const key = keyOf(member);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts as Record<K, number>;
}
