import fc from "fast-check";
import { expect, test } from "vitest";
import { countedItems, listedStages, listedTypes, progressByRegion, summaryCounts } from "#domain/count.ts";
import { type DrilledFilter, matches } from "#domain/filter.ts";
import { ITEM_TYPES, isOfficeType, nounOf, SECTORS } from "#domain/item.ts";
import { MEASURES } from "#domain/measure.ts";
import { PROGRESS_LEVELS } from "#domain/query.ts";
import { STAGES } from "#domain/stage.ts";
import { effectiveFilter } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { seededApi } from "../../factories.ts";

const seeds = readSeeds();
const regions = readRegions();
const counted = countedItems(seeds.items, { units: seeds.units, regions });
const unitIds = seeds.units.map((unit) => unit.id);

const some = <T>(members: readonly T[]) => fc.uniqueArray(fc.constantFrom(...members), { maxLength: 4 });
/** Slices of the searched words, and what no words hold: metacharacters of SQL, LIKE and FTS among them. */
const aTerm = fc.oneof(
  fc
    .tuple(fc.constantFrom(...counted), fc.nat(), fc.integer({ min: 1, max: 6 }))
    .map(([{ words }, at, length]) =>
      [...words].slice(at % words.length, (at % words.length) + length).join(""),
    ),
  fc.constantFrom(
    "天然气",
    "口岸",
    "21号",
    "气",
    "hhht",
    "elds",
    "chifeng",
    "%",
    "_",
    "\\",
    '"',
    "'",
    "*",
    "NEAR(",
    "a OR b",
  ),
  fc.string({ maxLength: 8, unit: "grapheme" }),
);
const aFilter: fc.Arbitrary<DrilledFilter> = fc.record(
  {
    regions: some(regions.map((region) => region.code)),
    within: fc.constantFrom(...regions.map((region) => region.code)),
    types: some(ITEM_TYPES),
    stages: some(STAGES),
    sectors: some(SECTORS),
    units: some(unitIds),
    counterparts: some(unitIds),
    lights: some(["green", "yellow", "red", "none"] as const),
    text: fc.array(aTerm, { maxLength: 3 }).map((terms) => terms.join(" ").slice(0, 200)),
    basis: some(["stated", "inferred"] as const),
  },
  { requiredKeys: [] },
);

test("a list in SQL holds the items that the reference holds, in the order of the source", async () => {
  const api = await seededApi();
  await fc.assert(
    fc.asyncProperty(aFilter, async (filter) => {
      for (const noun of ["project", "policy"] as const) {
        const page = await api[noun].list({ filter, limit: 200 });
        const expected = counted.filter((one) => nounOf(one.item.type) === noun && matches(filter, one));
        expect(page.items.map((row) => row.id)).toEqual(expected.map((one) => one.item.id));
        expect(page.total).toBe(expected.length);
      }
    }),
    { numRuns: 150 },
  );
});

test("progress in SQL is what the reference counts, at every level and measure", async () => {
  const api = await seededApi();
  const aQuestion = fc.tuple(fc.constantFrom(...PROGRESS_LEVELS), fc.constantFrom(...MEASURES), aFilter);
  await fc.assert(
    fc.asyncProperty(aQuestion, async ([level, measure, filter]) => {
      const rows = await api.progress.byRegion({ level, measure, filter });
      expect(rows).toEqual(progressByRegion(level, measure, counted, regions, filter));
    }),
    { numRuns: 120 },
  );
});

test("the roll-up answers an unfiltered question as the reference does", async () => {
  const api = await seededApi();
  for (const level of PROGRESS_LEVELS) {
    for (const measure of MEASURES) {
      const rows = await api.progress.byRegion({ level, measure });
      expect(rows, `${level} ${measure}`).toEqual(progressByRegion(level, measure, counted, regions));
    }
  }
});

test("a summary in SQL is what the reference counts", async () => {
  const api = await seededApi();
  await fc.assert(
    fc.asyncProperty(aFilter, async (filter) => {
      const { counts } = await api.progress.summary({ filter });
      expect(counts).toEqual(summaryCounts(counted, filter));
    }),
    { numRuns: 80 },
  );
});

test("map, tree, list and counts agree on a region drilled into, whatever regions the reader chose", async () => {
  const api = await seededApi();
  const aChoice = fc.tuple(
    fc.record(
      { regions: some(regions.map((region) => region.code)), basis: some(["stated", "inferred"] as const) },
      { requiredKeys: [] },
    ),
    fc.constantFrom(...regions.filter((region) => region.level !== "province")),
  );
  await fc.assert(
    fc.asyncProperty(aChoice, async ([filter, { code, level }]) => {
      const drilled = {
        ...effectiveFilter({ filter, region: code }),
        types: ITEM_TYPES.filter((type) => !isOfficeType(type)),
      };
      const [rows, projects, policies, { counts }] = await Promise.all([
        api.progress.byRegion({ level, measure: "items", filter }),
        api.project.list({ filter: drilled, limit: 1 }),
        api.policy.list({ filter: drilled, limit: 1 }),
        api.progress.summary({ filter: drilled }),
      ]);
      const n = rows.find((row) => row.code === code)?.n;
      expect([projects.total + policies.total, counts.items]).toEqual([n, n]);
    }),
    { numRuns: 80 },
  );
});

test("a stage counts as many as a filter by it lists, on every ladder, whatever measure and filter", async () => {
  const api = await seededApi();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...MEASURES), aFilter, async (measure, { stages: _, ...filter }) => {
      const { counts } = await api.progress.summary({ filter });
      const listed = listedStages(counts, measure, filter.types);
      const types = listedTypes(measure, filter.types);
      for (const stage of STAGES) {
        const asked = { filter: { ...filter, types, stages: [stage] }, limit: 1 };
        const [projects, policies] = await Promise.all([api.project.list(asked), api.policy.list(asked)]);
        expect([stage, projects.total + policies.total]).toEqual([stage, listed[stage] ?? 0]);
      }
    }),
    { numRuns: 25 },
  );
});
