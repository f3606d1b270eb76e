import { beforeEach, expect, test } from "vitest";
import { DEFAULT_RULES, type Rules } from "#domain/light/rules.ts";
import type { Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { checkLights } from "#server/db/lights/rollup.ts";
import type { Ledger } from "#server/ledger.ts";
import { aLedger, apiOf } from "../../../factories.ts";
import { publishReports } from "../../../lit-month.ts";

const OFFICE: Who = { id: "o", name: "办公室", roles: ["office"], unit: OFFICE_UNIT };
const REPORTER: Who = { id: "r", name: "填报员", roles: ["reporter"], unit: "dept-water" };
const [WATER, FORESTRY] = ["dept-water", "dept-forestry"];
const GREEN = { plannedPercent: 50, actualPercent: 50 };
const YELLOW = { plannedPercent: 60, actualPercent: 45.8 };
const RED = { plannedPercent: 60, actualPercent: 20 };
/** A project with parts of its own noun, and one of them. */
let whole: string;
let part: string;
let ledger: Ledger;
const office = () => apiOf(ledger, OFFICE);
const lightOf = async (id: string, asOf: string) => (await apiOf(ledger).project.get({ id, asOf })).light;

beforeEach(async () => {
  ledger = await aLedger();
  await ledger.database.write.deleteFrom("assignment").execute();
  const { items } = await apiOf(ledger).project.list({ limit: 200 });
  const found = items.find(({ children }) => children.length > 0);
  whole = found?.id ?? "";
  part = found?.children[0] ?? "";
  return () => ledger.database.close();
});

test("an item has the worst light of its units, says which, by which rule and version, and lists show it", async () => {
  await publishReports(ledger, "2026-11", [
    { item: whole, unit: FORESTRY, said: GREEN },
    { item: whole, unit: WATER, said: YELLOW },
  ]);
  expect(await lightOf(whole, "2026-11")).toEqual({
    state: "yellow",
    finding: { rule: "progress", planned: 600, actual: 458, behind: 142 },
    version: 1,
    unit: WATER,
    unitName: "内蒙古自治区水利厅",
    unitNameEn: expect.stringContaining("Water"),
    item: whole,
    reason: null,
    carriedFrom: null,
    override: null,
  });
  const { items } = await apiOf(ledger).project.list({ filter: { lights: ["yellow"] } });
  expect(items.map(({ id, light }) => [id, light])).toEqual([[whole, "yellow"]]);
  // Before the first report there is none.
  expect(await lightOf(whole, "2012-07")).toBeNull();
});

test("a part's light counts for its whole, and the whole says that it is the part's", async () => {
  await publishReports(ledger, "2026-11", [
    { item: whole, unit: WATER, said: GREEN },
    { item: part, unit: WATER, said: RED },
  ]);
  expect(await lightOf(part, "2026-11")).toMatchObject({ state: "red", item: part });
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "red", item: part });
});

test("only what is published counts, a correction replaces what it corrects", async () => {
  await publishReports(ledger, "2026-11", [
    { item: whole, unit: WATER, said: RED },
    { item: whole, unit: WATER, said: GREEN, version: 2, state: "accepted" },
  ]);
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "red" });
  await publishReports(ledger, "2026-11", [{ item: whole, unit: WATER, said: YELLOW, version: 3 }]);
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "yellow" });
  expect(await checkLights(ledger.database.read)).toEqual([]);
});

test("who says nothing is 未报; a unit with nothing to report stands by its last report, judged anew", async () => {
  const late = { stage: "approved", startPlannedOn: "2026-10-01" } as const;
  await publishReports(ledger, "2026-11", [{ item: whole, unit: WATER, said: { ...late, ...GREEN } }]);
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "yellow", finding: { overdue: 1 } });
  await publishReports(ledger, "2026-12", []);
  expect(await lightOf(whole, "2026-12")).toMatchObject({ state: "unreported", finding: null, unit: WATER });
  await publishReports(ledger, "2027-01", [], { nil: [WATER] });
  expect(await lightOf(whole, "2027-01")).toMatchObject({
    state: "red",
    finding: { rule: "start", overdue: 3 },
    carriedFrom: "2026-11",
  });
  expect(await checkLights(ledger.database.read)).toEqual([]);
});

const SHARP: Rules = { ...DEFAULT_RULES, progress: { yellowFrom: 50, redAbove: 140 } };

test("other rules are looked at before they are saved, and make a version with its month, author and reason", async () => {
  await publishReports(ledger, "2026-10", [{ item: whole, unit: WATER, said: YELLOW }]);
  await publishReports(ledger, "2026-11", [{ item: whole, unit: WATER, said: YELLOW }]);
  const [preview, ...earlier] = await office().light.preview({ rules: SHARP, from: "2026-11" });
  expect(preview).toMatchObject({ month: "2026-11", total: 1, before: { yellow: 1 }, after: { red: 1 } });
  expect(preview?.changes).toMatchObject([
    { id: whole, before: { state: "yellow", version: 1 }, after: { state: "red", version: 2 } },
  ]);
  expect(earlier).toEqual([]);
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "yellow", version: 1 });

  const saved = await office().light.saveRules({ rules: SHARP, from: "2026-11", reason: "年末从严" });
  expect(saved).toMatchObject({ version: 2, from: "2026-11", author: "办公室", reason: "年末从严" });
  expect(await lightOf(whole, "2026-10")).toMatchObject({ state: "yellow", version: 1 });
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "red", version: 2 });
  const versions = await office().light.rules();
  expect(versions.map(({ version, rules }) => [version, rules])).toEqual([
    [2, SHARP],
    [1, DEFAULT_RULES],
  ]);
  expect(await checkLights(ledger.database.read)).toEqual([]);
});

test("every published month from which they would hold is looked at, and just those are made anew by saving", async () => {
  for (const month of ["2026-09", "2026-10", "2026-11"])
    await publishReports(ledger, month, [{ item: whole, unit: WATER, said: YELLOW }]);
  const counts = async (from: string) =>
    (await office().light.preview({ rules: SHARP, from })).map(({ month, total }) => [month, total]);
  expect(await counts("2026-10")).toEqual([
    ["2026-11", 1],
    ["2026-10", 1],
  ]);
  expect(await counts("2026-12")).toEqual([]);
  await office().light.saveRules({ rules: SHARP, from: "2026-10", reason: "年末从严" });
  const states = ["2026-09", "2026-10", "2026-11"].map(async (month) => (await lightOf(whole, month))?.state);
  expect(await Promise.all(states)).toEqual(["yellow", "red", "red"]);
  // They are in force by now: saved once more they would change nothing, in no month.
  expect(await counts("2026-10")).toEqual([
    ["2026-11", 0],
    ["2026-10", 0],
  ]);
});

const set = (month: string, state: "green" | "yellow" | "red" | null) =>
  office().light.override({ item: whole, month, state, reason: "现场核查" });

test("the office's word stands, with its reason and what the rules say, until a newer report arrives", async () => {
  await publishReports(ledger, "2026-10", [{ item: whole, unit: WATER, said: YELLOW }]);
  expect(await set("2026-10", "red")).toMatchObject({
    state: "red",
    override: { since: "2026-10", reason: "现场核查", computed: "yellow" },
  });
  // Nobody reports: it stands on.
  await publishReports(ledger, "2026-11", [], { nil: [WATER] });
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "red", override: { since: "2026-10" } });
  await publishReports(ledger, "2026-12", [{ item: whole, unit: WATER, said: YELLOW }]);
  expect(await lightOf(whole, "2026-12")).toMatchObject({ state: "yellow", override: null });
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "red" });
  expect(await checkLights(ledger.database.read)).toEqual([]);
});

test("it is overtaken too by a correction of its own month, and by rules that come to say the same", async () => {
  await publishReports(ledger, "2026-10", [{ item: whole, unit: WATER, said: YELLOW }]);
  await set("2026-10", "green");
  await publishReports(ledger, "2026-10", [{ item: whole, unit: WATER, said: YELLOW, version: 2 }]);
  expect(await lightOf(whole, "2026-10")).toMatchObject({ state: "yellow", override: null });
  await set("2026-10", "red");
  await office().light.saveRules({ rules: SHARP, from: "2026-10", reason: "从严" });
  expect(await lightOf(whole, "2026-10")).toMatchObject({ state: "red", override: null });
});

test("it can be taken back, needs a reason, and is refused where it says what the rules say or nothing is", async () => {
  await publishReports(ledger, "2026-10", [{ item: whole, unit: WATER, said: YELLOW }]);
  await set("2026-10", "red");
  expect(await set("2026-10", null)).toMatchObject({ state: "yellow", override: null });
  await expect(set("2026-10", null)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(set("2026-10", "yellow")).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(set("2026-09", "red")).rejects.toMatchObject({ code: "NOT_FOUND" });
  const unreasoned = office().light.override({ item: whole, month: "2026-10", state: "red", reason: " " });
  await expect(unreasoned).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("what the office set is listed while it stands, with what the rules say instead", async () => {
  await publishReports(ledger, "2026-10", [{ item: whole, unit: WATER, said: YELLOW }]);
  expect(await office().light.overrides()).toEqual([]);
  await set("2026-10", "green");
  await set("2026-10", "red");
  const standing = { item: whole, since: "2026-10", state: "red", reason: "现场核查", author: "办公室" };
  expect(await office().light.overrides()).toMatchObject([{ ...standing, computed: "yellow" }]);
  await publishReports(ledger, "2026-11", [], { nil: [WATER] });
  expect(await office().light.overrides()).toMatchObject([{ ...standing, computed: "notApplicable" }]);
  await set("2026-11", null);
  expect(await office().light.overrides()).toEqual([]);
  expect(await lightOf(whole, "2026-10")).toMatchObject({ state: "red" });
  expect(await lightOf(whole, "2026-11")).toMatchObject({ state: "notApplicable", override: null });
});

test("rules and overrides are the office's alone, and each leaves a note in the trail", async () => {
  await publishReports(ledger, "2026-10", [{ item: whole, unit: WATER, said: YELLOW }]);
  for (const [who, code] of [
    [null, "UNAUTHORIZED"],
    [REPORTER, "FORBIDDEN"],
  ] as const) {
    const { light } = apiOf(ledger, who);
    await expect(light.rules()).rejects.toMatchObject({ code });
    await expect(light.overrides()).rejects.toMatchObject({ code });
    await expect(light.preview({ rules: SHARP, from: "2026-10" })).rejects.toMatchObject({ code });
    await expect(light.saveRules({ rules: SHARP, from: "2026-10", reason: "x" })).rejects.toMatchObject({
      code,
    });
    const one = { item: whole, month: "2026-10", state: "red", reason: "x" } as const;
    await expect(light.override(one)).rejects.toMatchObject({ code });
  }
  await set("2026-10", "red");
  await office().light.saveRules({ rules: SHARP, from: "2026-10", reason: "从严" });
  const trail = await ledger.database.read
    .selectFrom("audit")
    .select(["action", "target", "account_name"])
    .where("action", "like", "light.%")
    .orderBy("seq")
    .execute();
  expect(trail).toEqual([
    { action: "light.override", target: `${whole} 2026-10`, account_name: "办公室" },
    { action: "light.saveRules", target: "v2", account_name: "办公室" },
  ]);
});

test("what became of lights and stages is told against any other month", async () => {
  const { items } = await apiOf(ledger).project.list({ limit: 200 });
  const [a, b, c, d, e] = items.map(({ id }) => id).filter((id) => id !== whole);
  if (!a || !b || !c || !d || !e) throw new Error("five projects");
  const say = (month: string, said: Record<string, object>) =>
    publishReports(
      ledger,
      month,
      Object.entries(said).map(([item, one]) => ({ item, unit: WATER, said: one })),
    );
  await say("2026-10", { [a]: GREEN, [b]: RED, [c]: RED, [d]: GREEN, [e]: GREEN });
  await say("2026-11", { [a]: RED, [b]: GREEN, [c]: YELLOW, [d]: YELLOW });
  const changes = await apiOf(ledger).light.changes({ from: "2026-10" });
  expect(changes).toMatchObject({ from: "2026-10", to: "2026-11" });
  expect(changes.counts).toEqual({ turnedRed: 1, recovered: 1, better: 1, worse: 1, unlit: 1 });
  expect(new Map(changes.items.map(({ id, kinds, light }) => [id, [kinds, light]]))).toEqual(
    new Map([
      [a, [["turnedRed"], { from: "green", to: "red" }]],
      [b, [["recovered"], { from: "red", to: "green" }]],
      [c, [["better"], { from: "red", to: "yellow" }]],
      [d, [["worse"], { from: "green", to: "yellow" }]],
      // Of which nothing was said this time.
      [e, [["unlit"], { from: "green", to: "unreported" }]],
    ]),
  );
  const back = await apiOf(ledger).light.changes({
    from: "2026-11",
    to: "2026-10",
    filter: { lights: ["red"] },
  });
  expect(back.counts).toEqual({ turnedRed: 2 });
  expect(await apiOf(ledger).light.changes({ from: "2026-10", to: "2026-10" })).toMatchObject({ items: [] });
  const since = await apiOf(ledger).light.changes({ from: "2012-07", to: "2026-11" });
  expect(since.counts).toEqual({ turnedRed: 1 });
});
