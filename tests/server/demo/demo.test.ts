import { expect, test } from "vitest";
import { zItem } from "#domain/item.ts";
import { parseMoney } from "#domain/money.ts";
import { monthAfter } from "#domain/month.ts";
import { ROLES } from "#domain/permission.ts";
import { zReportContent } from "#domain/report/report.ts";
import { stepOf } from "#domain/stage.ts";
import { readRegions } from "#geo/read.ts";
import { checkLights } from "#server/db/lights/rollup.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { addDemoAccounts } from "#server/demo/accounts.ts";
import { demoItem } from "#server/demo/items.ts";
import { makeDemo } from "#server/demo/make.ts";
import { DEMO_MONTHS } from "#server/demo/months.ts";
import { contentAt, courseOf, paperAt } from "#server/demo/progress.ts";
import { DEMO_PROJECTS, demoProjects } from "#server/demo/projects.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";

const projects = demoProjects(readRegions());
const projectIds = new Set(projects.map((project, n) => demoItem(project, n).id));

test("the same 300 projects are made up each time, in every league, and each title says what they are", () => {
  expect(projects).toHaveLength(DEMO_PROJECTS);
  expect(demoProjects(readRegions())).toEqual(projects);
  expect(projects.filter(({ title }) => !title.startsWith("（演示）"))).toEqual([]);
  expect(new Set(projects.map(({ region }) => region.slice(0, 4))).size).toBe(12);
  const items = projects.map(demoItem);
  for (const item of items) zItem.parse(item);
  expect(new Set(items.map(({ id }) => id)).size).toBe(DEMO_PROJECTS);
});

test("a made-up work says every month what a report may say, and never falls back", () => {
  for (const [n, project] of projects.entries()) {
    const item = demoItem(project, n);
    const course = courseOf(item.id, project);
    let before = { percent: 0, step: 0, paid: 0n };
    for (const month of DEMO_MONTHS) {
      const content = zReportContent.parse(contentAt(course, month, item.stage));
      const { total, year } = content.investment;
      const now = {
        percent: content.actualPercent ?? -1,
        step: stepOf("project", content.stage) ?? -1,
        paid: parseMoney(total.actual ?? "0"),
      };
      expect(now.percent).toBeGreaterThanOrEqual(before.percent);
      expect(now.step).toBeGreaterThanOrEqual(before.step);
      expect(now.paid >= before.paid).toBe(true);
      expect(now.paid >= parseMoney(year.actual ?? "0")).toBe(true);
      before = now;
    }
  }
});

test("what is won on paper climbs its own ladder and does not leave it", () => {
  const steps = DEMO_MONTHS.map((month) =>
    stepOf("policy", paperAt("S-1.2-07", "policy", "applying", month).stage),
  );
  expect(steps).toEqual([...steps].sort());
  expect(steps[0]).toBe(1);
  expect(paperAt("S-1.2-07", "policy", "unstated", monthAfter("2012-08", 9)).stage).toBe("unstated");
});

/** What a demonstration of the first two months says, but for ids and times. */
async function aDemo() {
  const dir = aDataDir();
  await makeDemo(dir, "test", () => {}, DEMO_MONTHS.slice(0, 2));
  const ledger = await openLedger(dir, "test");
  const { read } = ledger.database;
  const reports = await read
    .selectFrom("report")
    .select(["item_id", "unit_id", "month", "state", "content"])
    .orderBy("month")
    .orderBy("item_id")
    .orderBy("unit_id")
    .execute();
  const accounts = await read.selectFrom("account").select(["name", "roles", "unit_id"]).execute();
  const wrong = [...(await checkRollup(read)), ...(await checkLights(read))];
  const { counts } = await apiOf(ledger).progress.summary({});
  await ledger.database.close();
  return { reports, accounts, wrong, counts };
}

test("a demonstration is the same each time: reports of the real items and of the made-up ones, published, and an account for each role", async () => {
  expect(DEMO_MONTHS).toHaveLength(24);
  const one = await aDemo();
  expect(await aDemo()).toEqual(one);
  const { reports, accounts, wrong, counts } = one;
  expect(wrong).toEqual([]);
  expect(new Set(reports.map(({ state }) => state))).toEqual(new Set(["published"]));
  for (const month of DEMO_MONTHS.slice(0, 2)) {
    const items = new Set(reports.filter((one) => one.month === month).map(({ item_id }) => item_id));
    const madeUp = [...items].filter((id) => projectIds.has(id));
    expect([month, madeUp.length, items.size > madeUp.length]).toEqual([month, DEMO_PROJECTS, true]);
  }
  expect(accounts.map(({ roles }) => JSON.parse(roles))).toEqual(ROLES.map((role) => [role]));
  const { green = 0, yellow = 0, red = 0 } = counts.lights;
  expect(green + yellow + red).toBeGreaterThan(100);
}, 120_000);

test("a ledger in earnest is refused and stays as it was", async () => {
  const dir = aDataDir();
  const { database } = await openLedger(dir, "test");
  await database.write.transaction().execute((tx) => addDemoAccounts(tx, new Date().toISOString()));
  await database.close();
  await expect(makeDemo(dir, "test", () => {})).rejects.toThrow("no demonstration");
  const again = await openLedger(dir, "test");
  expect(await again.database.read.selectFrom("demo").selectAll().execute()).toEqual([]);
  await again.database.close();
});
