import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { parseView } from "#domain/view.ts";
import { verifyTrail } from "#server/audit/verify.ts";
import { hashOf } from "#server/db/audit.ts";
import { refuseFrozen } from "#server/db/months/snapshots.ts";
import { csv } from "#server/export/csv.ts";
import { gather } from "#server/export/gather.ts";
import { geojson } from "#server/export/geojson.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";
import { publishReports } from "../../lit-month.ts";
import { publishMonth } from "../../second-month.ts";
import { tamper } from "../audit/trail.ts";
import { parseCsv } from "../export/parse-csv.ts";

const OFFICE: Who = { id: "o", name: "办公室", roles: ["office"], unit: OFFICE_UNIT };
const VIEWER: Who = { id: "v", name: "浏览", roles: ["viewer"], unit: null };
const ITEM = "S-1.3-04";
const UNIT = "dept-water";
const YELLOW = { plannedPercent: 60, actualPercent: 45 };
const RED = { plannedPercent: 60, actualPercent: 20 };
let ledger: Ledger;
let dir: string;
const office = () => apiOf(ledger, OFFICE);
const freeze = (month: string, reason?: string) =>
  office().month.freeze({ month, ...(reason === undefined ? {} : { reason }) });

beforeEach(async () => {
  dir = aDataDir();
  ledger = await openLedger(dir, "test");
  await ledger.database.write.deleteFrom("assignment").execute();
  await publishReports(ledger, "2026-10", [{ item: ITEM, unit: UNIT, said: YELLOW }]);
  return () => ledger.database.close();
});

test("a frozen month has an id of 128 random bits, a hash, and its content whole", async () => {
  const one = await freeze("2026-10");
  expect(one).toMatchObject({ month: "2026-10", version: 1, reason: null });
  expect(one.id).toMatch(/^[0-9a-f]{32}$/);
  expect(await office().month.verify({ id: one.id })).toEqual({
    snapshot: one,
    computed: one.hash,
    intact: true,
    current: true,
  });
  const { content } = await apiOf(ledger, VIEWER).month.snapshot({ id: one.id });
  expect(content).toMatchObject({
    month: "2026-10",
    reports: [{ item: ITEM, unit: UNIT, content: YELLOW }],
    lights: { [ITEM]: { state: "yellow", version: 1 } },
    rules: { version: 1 },
  });
  expect((content as { items: unknown[] }).items).toHaveLength(126);
  const months = await apiOf(ledger).month.list();
  expect(months.map(({ month, snapshots }) => [month, snapshots.length])).toEqual([
    ["2012-07", 0],
    ["2026-10", 1],
  ]);
});

test("the same content has the same hash, however often it is frozen, another id each time", async () => {
  const one = await freeze("2026-10");
  await ledger.database.write.deleteFrom("snapshot").execute();
  const two = await freeze("2026-10");
  expect(two.hash).toBe(one.hash);
  expect(two.id).not.toBe(one.id);
});

test("a correction makes a new version with its reason; the one before stays as it was", async () => {
  const one = await freeze("2026-10");
  await publishReports(ledger, "2026-10", [{ item: ITEM, unit: UNIT, said: RED, version: 2 }], {
    reason: "实际进度填错",
  });
  const [entry] = (await office().month.list()).filter(({ month }) => month === "2026-10");
  expect(entry?.snapshots).toMatchObject([{ version: 2, reason: "实际进度填错" }, { version: 1 }]);
  const two = entry?.snapshots[0];
  expect(two?.hash).not.toBe(one.hash);
  expect(await office().month.verify({ id: one.id })).toMatchObject({ intact: true, current: false });
  expect(await office().month.verify({ id: two?.id ?? "" })).toMatchObject({ intact: true, current: true });
  const { content } = await office().month.snapshot({ id: one.id });
  expect(content).toMatchObject({ lights: { [ITEM]: { state: "yellow" } } });
});

test("months that follow change nothing in it, and its files a year later hold the same figures", async () => {
  const one = await freeze("2026-10");
  const rows = async (query: string) => {
    const gathered = await gather(ledger.database.read, {
      view: parseView(query),
      lang: "zh-CN",
      origin: "http://one-map.test",
      path: "/export/ledger.csv",
      revision: ledger.revisions.current,
      reviewNumber: null,
    });
    const pieces: string[] = [];
    for await (const piece of csv.write(gathered)) pieces.push(String(piece));
    return parseCsv(pieces.join(""));
  };
  const before = await rows("asof=2026-10");
  const { items } = await apiOf(ledger).project.list({ filter: { stages: ["preparation"] } });
  await publishMonth(ledger, "2027-09", Object.fromEntries(items.map(({ id }) => [id, "construction"])));
  await publishReports(ledger, "2027-10", [{ item: ITEM, unit: UNIT, said: RED }]);
  const after = await rows("asof=2026-10");

  const head = before[0] ?? [];
  const changing = ["修订号", "导出编号"].map((name) => head.indexOf(name));
  const figures = (lines: string[][]) => lines.map((line) => line.filter((_, at) => !changing.includes(at)));
  expect(figures(after)).toEqual(figures(before));
  const at = head.indexOf("定版");
  expect(new Set(after.slice(1).map((line) => line[at]))).toEqual(
    new Set([`v1 ${one.id} sha256:${one.hash} audit ${one.auditHead?.seq}:${one.auditHead?.hash}`]),
  );
  const light = head.indexOf("红黄绿灯");
  expect(after.map((line) => line[light]).filter((words) => words !== "")).toEqual(["红黄绿灯", "黄灯"]);
  expect(await office().month.verify({ id: one.id })).toMatchObject({ intact: true, current: true });
  // A month that is not frozen says so by an empty field.
  expect(new Set((await rows("asof=2027-10")).slice(1).map((line) => line[at]))).toEqual(new Set([""]));
});

test("a file of features says the frozen month in a member of its own", async () => {
  const { id, hash } = await freeze("2026-10");
  const gathered = await gather(ledger.database.read, {
    view: parseView("asof=2026-10"),
    lang: "en",
    origin: "http://one-map.test",
    path: "/export/ledger.geojson",
    revision: 1,
    reviewNumber: null,
  });
  const pieces: string[] = [];
  for await (const piece of geojson.write(gathered)) pieces.push(String(piece));
  expect(JSON.parse(pieces.join(""))).toMatchObject({ snapshot: { id, hash, version: 1 } });
});

test("what was changed in the database by hand is found", async () => {
  const { id } = await freeze("2026-10");
  await ledger.database.write
    .updateTable("item_version")
    .set({ stage: "completed" })
    .where("item_id", "=", ITEM)
    .execute();
  expect(await office().month.verify({ id })).toMatchObject({ intact: true, current: false });
  await ledger.database.write
    .updateTable("snapshot")
    .set({ hash: "0".repeat(64) })
    .execute();
  expect(await office().month.verify({ id })).toMatchObject({ intact: false });
});

test("it takes no new light by rule or by hand, and no report that is no correction", async () => {
  await freeze("2026-10");
  const one = { item: ITEM, month: "2026-10", state: "red", reason: "x" } as const;
  await expect(office().light.override(one)).rejects.toMatchObject({ code: "CONFLICT" });
  const rules = (await office().light.rules())[0]?.rules;
  if (rules === undefined) throw new Error("no rules");
  const saved = (from: string) => office().light.saveRules({ rules, from, reason: "x" });
  await expect(saved("2026-10")).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await saved("2026-11")).toMatchObject({ version: 2 });
  await expect(refuseFrozen(ledger.database.read, "2026-10")).rejects.toThrow("2026-10 is frozen");
  await expect(refuseFrozen(ledger.database.read, "2026-11")).resolves.toBeUndefined();
});

test("a further version by hand needs a reason and something to say; a month that is none is not found", async () => {
  await freeze("2026-10");
  await expect(freeze("2026-10")).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(freeze("2026-10", "再定一次")).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(freeze("2026-11")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(office().month.verify({ id: "0".repeat(32) })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(office().month.verify({ id: "1" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("the office freezes, whoever has an account reads what is frozen, a guest may check it", async () => {
  const { id } = await freeze("2026-10");
  for (const [who, code] of [
    [null, "UNAUTHORIZED"],
    [VIEWER, "FORBIDDEN"],
  ] as const)
    await expect(apiOf(ledger, who).month.freeze({ month: "2012-07" })).rejects.toMatchObject({ code });
  await expect(apiOf(ledger).month.snapshot({ id })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  expect(await apiOf(ledger).month.verify({ id })).toMatchObject({ intact: true });
  const note = await ledger.database.read
    .selectFrom("audit")
    .select(["action", "target", "after"])
    .where("action", "=", "month.freeze")
    .executeTakeFirst();
  expect(note).toMatchObject({ target: "2026-10", after: expect.stringContaining(id) });
});

test("it carries where the trail ended, so that a trail rewritten whole is found", async () => {
  const before = await ledger.database.read.selectFrom("audit").selectAll().orderBy("seq").execute();
  const { auditHead } = await freeze("2026-10");
  const last = before.at(-1);
  expect(auditHead).toEqual({ seq: last?.seq, hash: last?.hash });
  expect((await verifyTrail(ledger.database.read, dir)).faults).toEqual([]);
  // Every row anew, the first with another word, each with a hash that is right.
  const rows = await ledger.database.read.selectFrom("audit").selectAll().orderBy("seq").execute();
  let previous = rows[0]?.previous ?? "";
  const statements = rows.map(({ hash: _, ...row }, at) => {
    const { target } = row;
    const anew = { ...row, previous, target: at === 0 ? "other" : target };
    previous = hashOf(anew);
    return `update audit set target = '${anew.target}', previous = '${anew.previous}', hash = '${previous}' where seq = ${row.seq}`;
  });
  tamper(dir, statements.join(";"));
  // Whoever rewrites the trail takes the files away that know its head.
  rmSync(join(dir, "audit-head"));
  expect((await verifyTrail(ledger.database.read, dir)).faults).toEqual([
    `Row ${auditHead?.seq}: The frozen month 2026-10 (version 1) says it was another one.`,
  ]);
});
