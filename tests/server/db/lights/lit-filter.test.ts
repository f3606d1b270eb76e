import fc from "fast-check";
import { expect, test } from "vitest";
import { countedItems, progressByRegion, summaryCounts } from "#domain/count.ts";
import { matches } from "#domain/filter.ts";
import { nounOf } from "#domain/item.ts";
import { choiceOf, LIGHT_STATES, type LightState } from "#domain/light/light-state.ts";
import { MEASURES } from "#domain/measure.ts";
import { PROGRESS_LEVELS } from "#domain/query.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { checkLights } from "#server/db/lights/rollup.ts";
import { openLedger } from "#server/ledger.ts";
import { aDrilledFilter } from "../../../domain/arbitraries.ts";
import { aDataDir, apiOf } from "../../../factories.ts";
import { publishReports } from "../../../lit-month.ts";

const seeds = readSeeds();
const regions = readRegions();
const MONTH = "2026-11";

/** What a unit says so that the light is of a state; null: it says nothing. */
const SAYS: Record<LightState, Partial<ReportContent> | null> = {
  green: { plannedPercent: 50, actualPercent: 50 },
  yellow: { plannedPercent: 50, actualPercent: 40 },
  red: { plannedPercent: 50, actualPercent: 19.9 },
  notDue: { stage: "approved", startPlannedOn: "2027-03-01" },
  suspended: { stage: "suspended" },
  unreported: null,
  notApplicable: {},
};

/** The seed with a light of each state by turns, every eighth item without anybody who files. */
async function litLedger() {
  const ledger = await openLedger(aDataDir(), "test");
  // Who files here is this test's to say.
  await ledger.database.write.deleteFrom("assignment").execute();
  const roots = countedItems(seeds.items).map(({ item }) => item.id);
  const lights = new Map<string, LightState>();
  for (const [at, id] of roots.entries()) {
    const state = LIGHT_STATES[at % 8];
    if (state !== undefined) lights.set(id, state);
  }
  const unit = "dept-water";
  await publishReports(
    ledger,
    MONTH,
    [...lights].flatMap(([item, state]) => (SAYS[state] === null ? [] : [{ item, unit, said: SAYS[state] }])),
    { files: [...lights].map(([item]) => [item, unit]) },
  );
  return { ledger, counted: countedItems(seeds.items, { units: seeds.units, regions }, lights) };
}

test("a filter by lights, the lights of rows, counts and shares of red are in SQL what the reference says", async () => {
  const { ledger, counted } = await litLedger();
  const api = apiOf(ledger);
  const question = fc.tuple(fc.constantFrom(...PROGRESS_LEVELS), aDrilledFilter);
  await fc.assert(
    fc.asyncProperty(question, async ([level, filter]) => {
      for (const noun of ["project", "policy"] as const) {
        const page = await api[noun].list({ filter, limit: 200, asOf: MONTH });
        const expected = counted.filter((one) => nounOf(one.item.type) === noun && matches(filter, one));
        expect(page.items.map(({ id, light }) => [id, light])).toEqual(
          expected.map(({ item, light }) => [item.id, light]),
        );
      }
      const { counts } = await api.progress.summary({ filter });
      expect(counts).toEqual(summaryCounts(counted, filter));
      expect(await api.progress.byRegion({ level, measure: "red", filter })).toEqual(
        progressByRegion(level, "red", counted, regions, filter),
      );
    }),
    { numRuns: 80 },
  );
  for (const level of PROGRESS_LEVELS) {
    for (const measure of MEASURES) {
      expect(await api.progress.byRegion({ level, measure }), `${level} ${measure}`).toEqual(
        progressByRegion(level, measure, counted, regions),
      );
    }
  }
  const stateOf = new Map(counted.map(({ item, light }) => [item.id, light]));
  const { points } = await api.map.features();
  const roots = points.filter(({ item }) => stateOf.has(item));
  expect(new Set(roots.map(({ light }) => light)).size).toBeGreaterThan(2);
  for (const { item, light } of roots) {
    const state = stateOf.get(item) ?? null;
    expect(light, item).toBe(state === null ? undefined : choiceOf(state));
  }
  // The month before has no lights, whatever came later.
  expect((await api.map.features({ asOf: "2012-07" })).points.filter((point) => "light" in point)).toEqual(
    [],
  );
  const before = await api.project.list({ asOf: "2012-07", filter: { lights: ["red"] } });
  expect(before.total).toBe(0);
  expect(await checkLights(ledger.database.read)).toEqual([]);
  await ledger.database.close();
});

test("the check finds a light and a count that are not what the reports make", async () => {
  const { ledger, counted } = await litLedger();
  const red = counted.find(({ light }) => light === "red")?.item.id ?? "";
  await ledger.database.write
    .updateTable("item_light")
    .set({ state: "green" })
    .where("month", "=", MONTH)
    .where("item_id", "=", red)
    .execute();
  const differences = await checkLights(ledger.database.read);
  expect(differences).toContain(`${MONTH} light of ${red}: kept green, counted red`);
  expect(differences.filter((line) => line.startsWith(`${MONTH} lights `))).not.toEqual([]);
  await ledger.database.close();
});
