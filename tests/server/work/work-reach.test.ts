import { afterAll, beforeAll, expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import { newId } from "#server/db/filing/filed.ts";
import type { Ledger } from "#server/ledger.ts";
import { aLedger } from "../../factories.ts";
import { as, codeOf, FORESTRY, OFFICE, REVIEWER, someone, WATER } from "../filing/filing-office.ts";
import { SYSTEM } from "../people/visitor.ts";
import { anAssignedTask, aTask, said } from "./work-office.ts";

const EDUCATION = someone("reporter", "dept-education");
const VIEWER = someone("viewer", null);
const COUNTY = "county-150121";
const LEAGUE_REVIEWER = someone("reviewer", "league-150100");

let ledger: Ledger;
let tasks: Record<"shared" | "county" | "draft", string>;
beforeAll(async () => {
  ledger = await aLedger();
  await as(ledger, SYSTEM).unit.add({ kind: "county", region: "150121" });
  const shared = await anAssignedTask(ledger);
  const county = await anAssignedTask(ledger, { title: "县里的事", lead: COUNTY, helpers: [] });
  const draft = await as(ledger, OFFICE).task.save({
    id: newId(),
    edition: 0,
    content: aTask({ title: "没有下达" }),
  });
  tasks = { shared: shared.id, county: county.id, draft: draft.id };
});
afterAll(() => ledger.database.close());

const seen = async (who: Who | null): Promise<string[]> => {
  const { rows, total } = await as(ledger, who).task.list();
  expect(rows).toHaveLength(total);
  return Object.entries(tasks).flatMap(([name, id]) => (rows.some((row) => row.id === id) ? [name] : []));
};

test("one reads the tasks one's unit leads or has a part in, a league's reviewer its counties' too, drafts the office alone", async () => {
  expect(await seen(WATER)).toEqual(["shared"]);
  expect(await seen(FORESTRY)).toEqual(["shared"]);
  expect(await seen(EDUCATION)).toEqual([]);
  expect(await seen(someone("reporter", COUNTY))).toEqual(["county"]);
  expect(await seen(LEAGUE_REVIEWER)).toEqual(["county"]);
  expect(await seen(REVIEWER)).toEqual(["shared"]);
  expect(await seen(VIEWER)).toEqual(["shared", "county"]);
  expect(await seen(OFFICE)).toEqual(["shared", "county", "draft"]);
  expect(await seen(someone("reporter", null))).toEqual([]);
});

test("what a list does not show is not counted, found by words, or read by its id", async () => {
  const { task } = as(ledger, EDUCATION);
  expect(await task.list({ text: "文得根" })).toEqual({ rows: [], total: 0 });
  expect((await as(ledger, WATER).task.list({ text: "文得根" })).total).toBe(1);
  expect(await task.list({ items: ["S-1.3-06.1"] })).toEqual({ rows: [], total: 0 });
  expect(await task.list({ asOf: "2012-10", text: "文得根" })).toEqual({ rows: [], total: 0 });
  for (const [who, id, code] of [
    [EDUCATION, tasks.shared, "FORBIDDEN"],
    [FORESTRY, tasks.shared, "OK"],
    [WATER, tasks.draft, "FORBIDDEN"],
    [VIEWER, tasks.draft, "FORBIDDEN"],
    [LEAGUE_REVIEWER, tasks.county, "OK"],
    [null, tasks.shared, "UNAUTHORIZED"],
  ] as const)
    expect([who?.name, await codeOf(as(ledger, who).task.get({ id }))]).toEqual([who?.name, code]);
});

test("only the lead unit says how far its task is, and only the office manages one", async () => {
  const { edition } = (await as(ledger, OFFICE).task.get({ id: tasks.shared })).work;
  const progress = { id: tasks.shared, edition, step: "progress" as const, said: said({ percent: 50 }) };
  for (const who of [FORESTRY, EDUCATION, REVIEWER, VIEWER])
    expect(await codeOf(as(ledger, who).task.report(progress))).toBe("FORBIDDEN");
  const close = {
    ...progress,
    step: "settle" as const,
    said: said({ words: "已有文件", doneOn: "2012-10-01" }),
  };
  for (const who of [WATER, REVIEWER, VIEWER])
    expect(await codeOf(as(ledger, who).task.manage(close))).toBe("FORBIDDEN");
  // A step of the other's right, by the procedure that one may call.
  expect(await codeOf(as(ledger, WATER).task.report(close))).toBe("FORBIDDEN");
  expect(await codeOf(as(ledger, OFFICE).task.manage(progress))).toBe("FORBIDDEN");
  expect(await codeOf(as(ledger, WATER).task.save({ id: newId(), edition: 0, content: aTask() }))).toBe(
    "FORBIDDEN",
  );
  expect((await as(ledger, WATER).task.get({ id: tasks.shared })).may).toEqual([
    "progress",
    "answer",
    "report",
  ]);
  expect((await as(ledger, FORESTRY).task.get({ id: tasks.shared })).may).toEqual([]);
});
