import { expect, test } from "vitest";
import { zItem } from "#domain/item.ts";
import { parseMoney } from "#domain/money.ts";
import { monthAfter } from "#domain/month.ts";
import { ROLES, type Role } from "#domain/permission.ts";
import { zReportContent } from "#domain/report/report.ts";
import { stepOf } from "#domain/stage.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { readRegions } from "#geo/read.ts";
import { checkLights } from "#server/db/lights/rollup.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { addDemoAccounts } from "#server/demo/accounts.ts";
import { demoItem } from "#server/demo/items.ts";
import { makeDemo } from "#server/demo/make.ts";
import { DEMO_MONTHS, DEMO_NOW } from "#server/demo/months.ts";
import { contentAt, courseOf, paperAt } from "#server/demo/progress.ts";
import { DEMO_PROJECTS, demoProjects } from "#server/demo/projects.ts";
import { DEMO_UNIT } from "#server/demo/under-way.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
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
  const waiting = await waitingIn(ledger);
  await ledger.database.close();
  return { reports, accounts, wrong, counts, waiting };
}

/** What waits for whom two days before the month under way is due, which is on a 5th, and what of its work is lit. */
async function waitingIn(ledger: Ledger) {
  const now = new Date("2012-11-03T01:00:00Z");
  const asRole = (role: Role, unit: string, at = now) =>
    apiOf(ledger, { id: role, name: role, roles: [role], unit }, () => at);
  const office = asRole("office", OFFICE_UNIT);
  const months = [...DEMO_MONTHS.slice(0, 3)];
  const periods = await Promise.all(months.map((month) => office.period.get({ month })));
  const told = periods.map(({ units }) => [
    ...new Set(units.flatMap(({ reminder }) => (reminder === null ? [] : [reminder]))),
  ]);
  const states = [...new Set(periods.at(-1)?.units.map(({ state }) => state))].sort();
  const { items, reminder } = await asRole("reporter", DEMO_UNIT).period.mine({});
  const inbox = (await asRole("reviewer", OFFICE_UNIT).report.inbox({})).length;
  const { work, month } = await asRole("office", OFFICE_UNIT, DEMO_NOW).digest.get();
  return {
    told,
    states,
    reminder,
    comments: items.flatMap(({ comments }) => comments).length,
    own: [...new Set(items.map(({ report }) => report?.state ?? "none"))].sort(),
    inbox,
    accepted: month?.accepted ?? 0,
    work,
  };
}

test("a demonstration is the same each time: reports of the real items and of the made-up ones, published, and an account for each role", async () => {
  expect(DEMO_MONTHS).toHaveLength(24);
  const one = await aDemo();
  const ids = ({ waiting, ...rest }: typeof one) => ({
    ...rest,
    waiting: { ...waiting, work: waiting.work?.rows.map(({ id, ...row }) => row) },
  });
  expect(ids(await aDemo())).toEqual(ids(one));
  const { reports, accounts, wrong, counts, waiting } = one;
  expect(wrong).toEqual([]);
  const published = reports.filter(({ state }) => state === "published");
  expect(new Set(published.map(({ month }) => month))).toEqual(new Set(DEMO_MONTHS.slice(0, 2)));
  for (const month of DEMO_MONTHS.slice(0, 2)) {
    const items = new Set(published.filter((one) => one.month === month).map(({ item_id }) => item_id));
    const madeUp = [...items].filter((id) => projectIds.has(id));
    // A few of them are owed still.
    expect([month, madeUp.length > DEMO_PROJECTS - 4, items.size > madeUp.length]).toEqual([
      month,
      true,
      true,
    ]);
  }
  expect(accounts.map(({ roles }) => JSON.parse(roles))).toEqual(ROLES.map((role) => [role]));
  const { green = 0, yellow = 0, red = 0 } = counts.lights;
  expect(green + yellow + red).toBeGreaterThan(100);

  // On its day something waits for everybody: a reminder of each colour, reports at every stage, work of every colour.
  expect(waiting.told).toEqual([["red"], ["yellow"], ["blue"]]);
  expect(waiting.states).toEqual(["filed", "nil", "partial", "waiting"]);
  expect(waiting).toMatchObject({ reminder: "blue", comments: 2 });
  expect(waiting.own).toEqual(["accepted", "draft", "none", "returned", "submitted"]);
  expect(waiting.inbox).toBeGreaterThan(10);
  expect(waiting.accepted).toBeGreaterThan(10);
  const { overdue = 0, behind = 0, soon = 0, reported = 0, unanswered = 0 } = waiting.work ?? {};
  expect({ overdue, behind, soon: soon > 1, reported, unanswered }).toEqual({
    overdue: 1,
    behind: 1,
    soon: true,
    reported: 1,
    unanswered: 1,
  });
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
