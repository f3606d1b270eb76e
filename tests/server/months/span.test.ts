import { afterAll, beforeAll, expect, test } from "vitest";
import { worstOver } from "#domain/months/summary.ts";
import type { Who } from "#domain/permission.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";
import { publishReports } from "../../lit-month.ts";
import { publishMonth } from "../../second-month.ts";

const VIEWER: Who = { id: "v", name: "浏览", roles: ["viewer"], unit: null };
const UNIT = "dept-water";
const none = { planned: null, actual: null };
let ledger: Ledger;
let one = "";
let other = "";

const spent = (planned: string | null, actual: string | null) => ({
  investment: { month: { planned, actual }, year: none, total: none },
});
const at = (actualPercent: number) => ({ plannedPercent: 60, actualPercent });

beforeAll(async () => {
  ledger = await openLedger(aDataDir(), "test");
  await ledger.database.write.deleteFrom("assignment").execute();
  const { items } = await apiOf(ledger).project.list({ filter: { stages: ["preparation"] } });
  [one, other] = [items[0]?.id ?? "", items[1]?.id ?? ""];
  await publishReports(ledger, "2026-07", [
    { item: one, unit: UNIT, said: { ...at(20), ...spent("0.10", "0.10") } },
    { item: other, unit: UNIT, said: { ...at(60), ...spent("100.00", null) } },
  ]);
  await publishReports(ledger, "2026-08", [
    { item: one, unit: UNIT, said: { ...at(50), ...spent("0.20", "0.20") } },
    { item: one, unit: UNIT, said: { ...at(60), ...spent("0.20", "0.30") }, version: 2 },
  ]);
  await publishMonth(ledger, "2026-09", { [one]: "construction" });
  await publishReports(ledger, "2026-10", [{ item: one, unit: UNIT, said: spent("900.00", "900.00") }]);
});
afterAll(() => ledger.database.close());

test("a quarter sums its months' money, stands at its end, and holds the last and the worst lights", async () => {
  const quarter = await apiOf(ledger, VIEWER).month.summary({ from: "2026-07", to: "2026-09" });
  expect(quarter).toMatchObject({
    months: ["2026-07", "2026-08", "2026-09"],
    items: 66,
    // The correction of August stands for what it corrects; September says no figures.
    reports: 4,
    investment: { planned: "100.30", actual: "0.40", unsaid: { planned: 1, actual: 2 } },
    lights: { last: { notApplicable: 1, unreported: 1 }, worst: { red: 1, green: 1 } },
  });
  expect(quarter.stages.construction).toBe(
    ((await apiOf(ledger).progress.summary({ asOf: "2026-07" })).counts.stages.construction ?? 0) + 1,
  );
  const two = await apiOf(ledger, VIEWER).month.summary({ from: "2026-07", to: "2026-08" });
  expect(two.lights).toEqual({ last: { green: 1, unreported: 1 }, worst: { red: 1, green: 1 } });
});

test("a filter limits it, and months without anything published hold nothing", async () => {
  const { month } = apiOf(ledger, VIEWER);
  const red = await month.summary({ from: "2026-07", to: "2026-07", filter: { lights: ["red"] } });
  expect(red).toMatchObject({ items: 1, reports: 1, investment: { planned: "0.10" } });
  expect(await month.summary({ from: "2020-01", to: "2020-06" })).toMatchObject({
    months: [],
    items: 0,
    reports: 0,
    investment: { planned: "0.00", actual: "0.00" },
  });
});

test("its sums are for accounts, and its months in order and at most two years", async () => {
  const asked = { from: "2026-07", to: "2026-09" };
  await expect(apiOf(ledger).month.summary(asked)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  const { month } = apiOf(ledger, VIEWER);
  const refused = { code: "BAD_REQUEST" };
  await expect(month.summary({ from: "2026-09", to: "2026-07" })).rejects.toMatchObject(refused);
  await expect(month.summary({ from: "2024-01", to: "2026-01" })).rejects.toMatchObject(refused);
});

test("an item's history has its stage and light of every month, and an item that is none is not found", async () => {
  const history = await apiOf(ledger).project.history({ id: one });
  expect(history.map(({ month, stage, light }) => [month, stage, light?.state ?? null])).toEqual([
    ["2012-07", "preparation", null],
    ["2026-07", "preparation", "red"],
    ["2026-08", "preparation", "green"],
    ["2026-09", "construction", "notApplicable"],
    ["2026-10", "construction", "notApplicable"],
  ]);
  await expect(apiOf(ledger).policy.history({ id: one })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("every read answers at any month: list, detail, map, counts, news and their lights", async () => {
  const api = apiOf(ledger);
  const stageAt = async (asOf: string) => {
    const [{ items }, detail, features, { counts }, news] = await Promise.all([
      api.project.list({ asOf, limit: 200 }),
      api.project.get({ id: one, asOf }),
      api.map.features({ asOf }),
      api.progress.summary({ asOf }),
      api.wall.news({ asOf }),
    ]);
    const row = items.find(({ id }) => id === one);
    const drawn = features.points.find(({ item }) => item === one)?.stage ?? row?.stage;
    return [row?.stage, row?.light, detail.light?.state ?? null, drawn, counts.lights, news.months.at(-1)];
  };
  const lights = { red: 1, green: 1 };
  expect(await stageAt("2026-07")).toEqual(["preparation", "red", "red", "preparation", lights, "2026-07"]);
  expect(await stageAt("2026-09")).toEqual([
    "construction",
    "notApplicable",
    "notApplicable",
    "construction",
    { notApplicable: 1, unreported: 1 },
    "2026-09",
  ]);
  // Between two published months the earlier one answers.
  expect(await stageAt("2020-01")).toEqual(["preparation", null, null, "preparation", {}, "2012-07"]);
});

test("the worst of an item's months is its worst colour, without any its last state", () => {
  expect(worstOver(["green", "red", "yellow"])).toBe("red");
  expect(worstOver(["unreported", "green", "suspended"])).toBe("green");
  expect(worstOver(["suspended", "unreported"])).toBe("unreported");
  expect(worstOver([])).toBeNull();
});
