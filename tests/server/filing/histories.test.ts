import fc from "fast-check";
import { expect, test } from "vitest";
import { LADDER_OF } from "#domain/item.ts";
import { monthAfter } from "#domain/month.ts";
import { ladderSteps, OFF_LADDER, type Stage } from "#domain/stage.ts";
import { readSeeds } from "#seeds/read.ts";
import { checkLights } from "#server/db/lights/rollup.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { STILL } from "#server/db/schema.ts";
import { accept } from "../../second-month.ts";
import { aFilingLedger, as, OFFICE } from "./filing-office.ts";

const MONTHS = Array.from({ length: 6 }, (_, n) => monthAfter("2012-09", n));
const ITEMS = readSeeds().items.filter((_, n) => n % 5 === 0);

/**
 * A month that is published, now or once more, with what leads say of some items: a second word corrects the first. It
 * may be frozen after it.
 */
const aPublication = fc.record({
  month: fc.constantFrom(...MONTHS),
  freeze: fc.boolean(),
  reports: fc.uniqueArray(
    fc.constantFrom(...ITEMS).chain((item) =>
      fc.record({
        id: fc.constant(item.id),
        stage: fc.constantFrom<Stage>(...ladderSteps(LADDER_OF[item.type]), ...OFF_LADDER),
      }),
    ),
    { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
  ),
});

test("whatever is published, frozen and corrected in whatever order, history, counts and lights are those of a recount", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aPublication, { minLength: 1, maxLength: 8 }), async (publications) => {
      const ledger = await aFilingLedger(...MONTHS.slice(1));
      const said = new Map<string, Map<string, Stage>>();
      const frozen = new Set<string>();
      for (const { month, reports, freeze } of publications) {
        for (const { id, stage } of reports) {
          await accept(ledger.database.write, id, month, stage);
          said.set(id, (said.get(id) ?? new Map()).set(month, stage));
        }
        await as(ledger, OFFICE).report.publish({ month });
        if (freeze && !frozen.has(month)) await as(ledger, OFFICE).month.freeze({ month });
        if (freeze) frozen.add(month);
      }
      const rows = await ledger.database.read
        .selectFrom("item_version")
        .select(["item_id", "as_of", "until", "stage"])
        .orderBy("item_id")
        .orderBy("as_of")
        .execute();
      const byItem = Map.groupBy(rows, ({ item_id }) => item_id);
      for (const item of readSeeds().items) {
        const versions = byItem.get(item.id) ?? [];
        expect(versions.map(({ as_of, stage }) => [as_of, stage])).toEqual(
          reference(item.stage, said.get(item.id) ?? new Map()),
        );
        expect(versions.map(({ until }) => until)).toEqual([
          ...versions.slice(1).map(({ as_of }) => as_of),
          STILL,
        ]);
      }
      expect(await checkRollup(ledger.database.read)).toEqual([]);
      expect(await checkLights(ledger.database.read)).toEqual([]);
      // A frozen month's latest version says what the ledger says; each one before still says what it said.
      for (const { month, snapshots } of await as(ledger, OFFICE).month.list()) {
        expect([month, snapshots.length > 0]).toEqual([month, frozen.has(month)]);
        for (const [age, { id }] of snapshots.entries()) {
          const { intact, current } = await as(ledger, OFFICE).month.verify({ id });
          // A correction that is taken back may make an old version say what the ledger says once more.
          expect([month, age, intact, current || age > 0]).toEqual([month, age, true, true]);
        }
      }
      await ledger.database.close();
    }),
    { numRuns: 12 },
  );
}, 60_000);

/** Month by month by hand: what is said stands until something else is. */
function reference(first: Stage, said: ReadonlyMap<string, Stage>): [string, Stage][] {
  const versions: [string, Stage][] = [["2012-07", first]];
  for (const month of MONTHS) {
    const stage = said.get(month);
    if (stage !== undefined && stage !== versions.at(-1)?.[1]) versions.push([month, stage]);
  }
  return versions;
}
