import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EMPTY_PROPOSAL } from "#domain/report/proposal.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { checkLights } from "#server/db/lights/rollup.ts";
import { checkRollup } from "#server/db/rollup.ts";
import type { Ledger } from "#server/ledger.ts";
import { publishReports } from "../../lit-month.ts";
import {
  aFilingLedger,
  aReport,
  as,
  codeOf,
  ledItem,
  MONTH,
  OFFICE,
  REVIEWER,
  WATER,
} from "../filing/filing-office.ts";

let ledger: Ledger;
let item: string;
beforeEach(async () => {
  ledger = await aFilingLedger("2012-10");
  item = (await ledItem(ledger, WATER, "project")).item.id;
});
afterEach(() => ledger.database.close());

const save = (content: ReportDraft, edition = 0, month = MONTH) =>
  as(ledger, WATER).report.save({ item, unit: "dept-water", month, edition, content });
const accept = async ({ id, edition }: { id: string; edition: number }) => {
  const submitted = await as(ledger, WATER).report.submit({ id, edition });
  await as(ledger, REVIEWER).report.accept({ reports: [{ id, edition: submitted.edition }] });
};
const publish = (month = MONTH) => as(ledger, OFFICE).report.publish({ month });
const lightIn = async (asOf: string) => (await as(ledger, null).project.get({ id: item, asOf })).light;
const stage = async () => (await as(ledger, null).project.get({ id: item })).stage;

test("what a unit files, its reviewer accepts and the office publishes has its light in the same breath", async () => {
  const first = await save(aReport({ stage: await stage() }));
  await accept(first);
  expect(await lightIn(MONTH)).toBeNull();
  await publish();
  expect(await lightIn(MONTH)).toMatchObject({
    state: "red",
    finding: { rule: "funds", basis: "year", planned: "900.00", actual: "700.25" },
    unit: "dept-water",
  });
  expect((await as(ledger, null).progress.summary({})).counts.lights.red).toBe(1);
  expect(await checkLights(ledger.database.read)).toEqual([]);
});

test("a frozen month takes corrections alone; one that is published makes its next version, with its reason", async () => {
  const first = await save(aReport({ stage: await stage() }));
  await accept(first);
  const office = as(ledger, OFFICE);
  await publish("2012-10");
  // What is accepted is published first, or it would be lost to the month.
  const freeze = (month: string) => office.month.freeze({ month });
  await publish();
  const frozen = await freeze(MONTH);
  const later = await freeze("2012-10");

  expect(await codeOf(as(ledger, WATER).report.nil({ unit: "dept-water", month: "2012-10" }))).toBe(
    "CONFLICT",
  );
  expect(await codeOf(save(aReport(), 0, "2012-10"))).toBe("CONFLICT");

  const correction = await as(ledger, WATER).report.correct({ id: first.id, reason: "资金数填错" });
  const saved = await save(
    aReport({
      stage: await stage(),
      investment: {
        month: { planned: null, actual: null },
        year: { planned: "900", actual: "900" },
        total: { planned: null, actual: null },
      },
    }),
    correction.edition,
  );
  await accept(saved);
  await publish();
  expect(await lightIn(MONTH)).toMatchObject({ state: "yellow", finding: { rule: "progress", behind: 145 } });
  const months = await office.month.list();
  const of = (month: string) => months.find((one) => one.month === month)?.snapshots ?? [];
  expect(of(MONTH)).toMatchObject([
    { version: 2, reason: "资金数填错" },
    { version: 1, id: frozen.id },
  ]);
  for (const { id } of of(MONTH)) expect(await office.month.verify({ id })).toMatchObject({ intact: true });
  // The later month says nothing of it, and is what it was.
  expect(of("2012-10")).toMatchObject([{ id: later.id }]);
  expect(await office.month.verify({ id: later.id })).toMatchObject({ intact: true, current: true });
  expect([
    ...(await checkRollup(ledger.database.read)),
    ...(await checkLights(ledger.database.read)),
  ]).toEqual([]);
});

test("a month is not frozen while accepted reports of it wait", async () => {
  await publish();
  await accept(await save(aReport({ stage: await stage() })));
  expect(await codeOf(as(ledger, OFFICE).month.freeze({ month: MONTH }))).toBe("CONFLICT");
  await publish();
  expect(await codeOf(as(ledger, OFFICE).month.freeze({ month: MONTH }))).toBe("OK");
});

test("a change of master data is published before its month is frozen; after it, it makes a version for the reason that it gave", async () => {
  const [unit, office] = [as(ledger, WATER), as(ledger, OFFICE)];
  const change = async (why: string, title: string) => {
    const content = { ...EMPTY_PROPOSAL, why, title };
    const where = { unit: "dept-water", month: MONTH, item };
    const saved = await unit.proposal.save({ ...where, id: null, edition: 0, content });
    const { id, edition } = await unit.proposal.submit({ id: saved.id, edition: saved.edition });
    await as(ledger, REVIEWER).proposal.accept({ id, edition });
  };
  await publish();
  await change("更名", "改过一次的名称");
  expect(await codeOf(office.month.freeze({ month: MONTH }))).toBe("CONFLICT");
  await publish();
  await office.month.freeze({ month: MONTH });
  await change("名称登记有误", "改过两次的名称");
  await publish();
  const frozen = (await office.month.list()).find(({ month }) => month === MONTH)?.snapshots ?? [];
  expect(frozen).toMatchObject([
    { version: 2, reason: "名称登记有误" },
    { version: 1, reason: null },
  ]);
  const intact = await Promise.all(frozen.map(({ id }) => office.month.verify({ id })));
  expect(intact.map((one) => [one.intact, one.current])).toEqual([
    [true, true],
    [true, false],
  ]);
});

test("whatever is published, corrected, left out and frozen, lights and their counts are those of a recount", async () => {
  const { items } = await as(ledger, null).project.list({ limit: 200 });
  const months = ["2013-01", "2013-02", "2013-03"];
  const tenths = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
  const aFiling = fc.record({
    month: fc.constantFrom(...months),
    item: fc.constantFrom(...items.slice(0, 6).flatMap(({ id, children }) => [id, ...children])),
    unit: fc.constantFrom("dept-water", "dept-forestry"),
    said: fc.record({ plannedPercent: tenths, actualPercent: tenths }),
  });
  const aDeed = fc.oneof(
    { weight: 5, arbitrary: fc.array(aFiling, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(...months) },
  );
  const versions = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 1, maxLength: 4 }), async (deeds) => {
      for (const deed of deeds) {
        if (typeof deed === "string") {
          await as(ledger, OFFICE)
            .month.freeze({ month: deed, reason: "再定" })
            .catch(() => undefined);
          continue;
        }
        for (const [month, filed] of Map.groupBy(deed, (one) => one.month)) {
          const reports = filed.map((one) => {
            const key = `${month} ${one.item} ${one.unit}`;
            versions.set(key, (versions.get(key) ?? 0) + 1);
            return { ...one, version: versions.get(key) ?? 1 };
          });
          await publishReports(ledger, month, reports, { reason: "更正" });
        }
      }
      const { read } = ledger.database;
      expect([...(await checkRollup(read)), ...(await checkLights(read))]).toEqual([]);
      for (const { snapshots } of await as(ledger, OFFICE).month.list()) {
        for (const [at, { id }] of snapshots.entries()) {
          const { intact, current } = await as(ledger, OFFICE).month.verify({ id });
          expect([at, intact, at === 0 ? current : true]).toEqual([at, true, true]);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
