import { afterAll, beforeAll, expect, test } from "vitest";
import type { Snapshot } from "#domain/months/snapshot.ts";
import type { Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { apiOf } from "../../factories.ts";
import { publishReports } from "../../lit-month.ts";
import { parseCsv, tableOf } from "../export/parse-csv.ts";
import { readXlsx } from "../export/read-xlsx.ts";
import { ask, type Served, serve, unknownErrors } from "../serve.ts";

const OFFICE: Who = { id: "o", name: "办公室", roles: ["office"], unit: OFFICE_UNIT };
const [ITEM, UNIT, MONTH] = ["S-1.3-04", "dept-water", "2026-10"] as const;
const YELLOW = { plannedPercent: 60, actualPercent: 45 };
const RED = { plannedPercent: 60, actualPercent: 20 };
/** What says which file it is, and no figure. */
const OF_THE_FILE = ["修订号", "导出编号", "视图地址"];

let served: Served;
let first: Snapshot;
let before: Record<string, string>[];
const file = (format: string, query: string) => ask(`${served.url}/export/ledger.${format}?${query}`);
const rows = async (query: string) => tableOf(parseCsv((await file("csv", query)).text));
const figures = (lines: Record<string, string>[]) =>
  lines.map((line) => Object.entries(line).filter(([head]) => !OF_THE_FILE.includes(head)));

beforeAll(async () => {
  served = await serve();
  await publishReports(served.ledger, MONTH, [{ item: ITEM, unit: UNIT, said: YELLOW }]);
  first = await apiOf(served.ledger, OFFICE).month.freeze({ month: MONTH });
  before = await rows(`asof=${MONTH}`);
  await publishReports(served.ledger, MONTH, [{ item: ITEM, unit: UNIT, said: RED, version: 2 }], {
    reason: "实际进度填错",
  });
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

test("a frozen version's file holds the figures that it was frozen with, line by line, whatever was corrected since", async () => {
  const of = `snapshot=${first.id}`;
  const lit = (lines: Record<string, string>[]) => lines.find(({ 编号 }) => 编号 === ITEM)?.红黄绿灯;
  expect(lit(before)).toBe("黄灯");
  expect(lit(await rows(`asof=${MONTH}`))).toBe("红灯");
  const after = await rows(of);
  expect(lit(after)).toBe("黄灯");
  expect(figures(after)).toEqual(figures(before));
  expect(after[0]?.定版).toContain(`v1 ${first.id} sha256:${first.hash}`);
  expect((await file("csv", of)).headers["content-disposition"]).toContain(`-v1.csv"`);
});

test("its file is the same, bytes and id, when the ledger has gone on", async () => {
  const of = `snapshot=${first.id}`;
  const now = await file("csv", of);
  await publishReports(served.ledger, "2026-11", [{ item: ITEM, unit: UNIT, said: RED }]);
  expect((await file("csv", of)).text).toBe(now.text);
});

test("workbook, features and projects can be had of it too", async () => {
  const of = `snapshot=${first.id}`;
  const answer = await file("xlsx", of);
  expect(answer.status).toBe(200);
  const book = JSON.stringify(await readXlsx(answer.body));
  expect(book).toContain(first.id);
  expect(book).toContain("黄灯");
  const { features, snapshot } = JSON.parse((await file("geojson", of)).text);
  expect(features.length).toBe(before.length);
  expect(snapshot).toMatchObject({ version: 1, hash: first.hash });
  expect((await ask(`${served.url}/export/projects.oc4ids.json?${of}`)).status).toBe(200);
});

test("an id of none is not found, however it is written", async () => {
  for (const id of ["0".repeat(32), "1", "", "' or 1=1"]) {
    expect((await file("csv", `snapshot=${encodeURIComponent(id)}`)).status).toBe(404);
  }
});
