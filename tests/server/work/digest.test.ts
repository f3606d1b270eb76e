import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ledger } from "#server/ledger.ts";
import { publishReports } from "../../lit-month.ts";
import {
  aFilingLedger,
  aReport,
  as,
  FORESTRY,
  ledItem,
  MONTH,
  NOW,
  OFFICE,
  REVIEWER,
  someone,
  WATER,
} from "../filing/filing-office.ts";
import { SYSTEM } from "../people/visitor.ts";
import { anAssignedTask, said, step } from "./work-office.ts";

let ledger: Ledger;
beforeAll(async () => {
  ledger = await aFilingLedger();
});
afterAll(() => ledger.database.close());

test("what waits for a unit, its reviewer and the office, as each may see it", async () => {
  const { item } = await ledItem(ledger, WATER, "project");
  const water = as(ledger, WATER, NOW);
  const before = await water.digest.get();
  const where = { unit: "dept-water", month: MONTH, item: item.id, edition: 0 };
  const saved = await water.report.save({ ...where, content: aReport({ stage: "construction" }) });
  await water.report.submit({ id: saved.id, edition: saved.edition });
  expect((await as(ledger, REVIEWER, NOW).digest.get()).review).toEqual({ waiting: 1 });
  const after = await water.digest.get();
  expect(after.filing?.unit.handedIn).toBe((before.filing?.unit.handedIn ?? 0) + 1);
  expect(after.review).toBeNull();
  expect(after.month).toBeNull();

  // The rule's colours at a day after the task was due: its own and the source's.
  const late = new Date("2012-11-12T02:00:00Z");
  const task = await anAssignedTask(ledger, { title: "逾期的任务" });
  await step(ledger, OFFICE, task, "chase", said(), { now: late });
  const waiting = (await as(ledger, WATER, late).digest.get()).work;
  expect(waiting?.unanswered).toBe(1);
  expect(waiting?.rows.map(({ title }) => title)).toContain("逾期的任务");
  const listed = await as(ledger, WATER, late).task.list({ units: ["dept-water"], slips: ["red"] });
  expect(waiting?.overdue).toBe(listed.total);
  const office = await as(ledger, OFFICE, late).digest.get();
  expect(office.work?.overdue).toBe((await as(ledger, OFFICE, late).task.list({ slips: ["red"] })).total);
  expect(office.work?.rows.length).toBeLessThanOrEqual(8);
  expect(office.month).toMatchObject({ period: { month: MONTH }, accepted: 0 });
  // Another unit hears nothing of it.
  const other = (await as(ledger, someone("reporter", "dept-education"), late).digest.get()).work;
  expect(other?.rows.map(({ title }) => title)).not.toContain("逾期的任务");
  expect(other?.unanswered).toBe(0);
});

test("an administrator has none of it", async () => {
  expect(await as(ledger, SYSTEM, NOW).digest.get()).toEqual({
    filing: null,
    review: null,
    month: null,
    work: null,
  });
});

test("a month is owed until it is handed in whole, though the next has opened; the office's until it is published", async () => {
  const two = await aFilingLedger("2012-08");
  const filing = async () => (await as(two, WATER).digest.get()).filing;
  const { unit, period } = (await filing()) ?? {};
  expect(period?.month).toBe("2012-08");
  // Two days before September's reports are due, and a month after August's.
  expect(unit?.reminder).toBe("red");
  expect((await as(two, WATER).period.mine({})).period.month).toBe("2012-08");
  await as(two, WATER).report.nil({ unit: "dept-water", month: "2012-08" });
  expect(await filing()).toMatchObject({ period: { month: MONTH }, unit: { reminder: "blue" } });
  expect((await as(two, WATER).period.mine({})).period.month).toBe(MONTH);

  const busy = async () => (await as(two, OFFICE).digest.get()).month?.period.month;
  expect(await busy()).toBe("2012-08");
  await publishReports(two, "2012-08", [
    { item: "S-1.3-03", unit: "league-150100", said: { actualPercent: 60 } },
  ]);
  expect(await busy()).toBe(MONTH);

  // Frozen it takes no reports any more: nobody is sent there.
  const asked = async () => (await as(two, FORESTRY).period.mine({})).period.month;
  expect(await asked()).toBe("2012-08");
  await as(two, OFFICE).month.freeze({ month: "2012-08" });
  expect(await asked()).toBe(MONTH);
  await two.database.close();
});
