import { expect, test } from "vitest";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, aLedger, apiOf } from "../../factories.ts";
import { as, OFFICE, someone } from "../filing/filing-office.ts";
import { anAssignedTask } from "./work-office.ts";

test("the source's deadlines are the first tasks: each named unit's plan, and one for whom it does not name", async () => {
  const ledger = await aLedger();
  const { rows } = await as(ledger, OFFICE).task.list();
  const units = (await apiOf(ledger).unit.list()).filter(({ files }) => files);
  const of = (due: string) => rows.filter((row) => row.due === due);
  // 14 regions and the 19 departments that the source names; the 28 others are not invented.
  expect(
    of("2012-09-30")
      .map(({ lead }) => lead)
      .toSorted(),
  ).toEqual(
    units
      .flatMap(({ id, kind }) => (["league", "planned-city", "department"].includes(kind) ? [id] : []))
      .toSorted(),
  );
  expect(of("2012-09-30")).toHaveLength(33);
  for (const [due, words] of [
    ["2012-08-31", "各重点工作牵头部门"],
    ["2012-12-31", "自治区有关部门"],
  ] as const)
    expect(of(due).map(({ lead, brief }) => ({ lead, ...brief }))).toEqual([
      { lead: null, leadWords: words },
    ]);
  expect(rows).toHaveLength(35);
  await ledger.database.close();
});

test("each of them leads to its clause, whose words it says, and nothing is known of it until it is reported", async () => {
  const ledger = await aLedger();
  const { rows } = await as(ledger, OFFICE).task.list({ items: ["S-3.5-02"] });
  const { work, items, slip, steps } = await as(ledger, OFFICE).task.get({ id: rows[0]?.id ?? "" });
  const clause = await apiOf(ledger).policy.get({ id: "S-3.5-02" });
  expect(work.content.goal).toBe(clause.sources[0]?.quote);
  expect(work.content.dueWords).toBe("8月底之前");
  expect(items).toEqual([{ id: "S-3.5-02", title: clause.title, noun: "policy" }]);
  expect(work.standing).toMatchObject({ percent: null, doneOn: null, assignedOn: "2012-07-24" });
  // The third of October 2012: past its day, and not said to be done.
  expect(slip).toBe("red");
  expect(steps.map(({ step, by }) => [step, by])).toEqual([["assign", ""]]);
  await ledger.database.close();
});

test("they are kept once, noted in the trail, and not again where there are tasks", async () => {
  const dir = aDataDir();
  const first = await openLedger(dir, "test");
  await anAssignedTask(first);
  const { entries } = await apiOf(first, someone("audit", null)).audit.search({
    filter: { action: "task.seed" },
  });
  expect(entries.map(({ after }) => after)).toEqual(['{"tasks":35}']);
  await first.database.close();
  const second = await openLedger(dir, "another");
  expect((await as(second, OFFICE).task.list()).total).toBe(36);
  await second.database.close();
});
