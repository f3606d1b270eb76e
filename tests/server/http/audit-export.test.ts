import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditEntry } from "#domain/audit.ts";
import { parseCsv, tableOf } from "../export/parse-csv.ts";
import { ask, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { type HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

let served: Served;
let administrator: HttpVisitor;
beforeAll(async () => {
  served = await serve();
  administrator = await theAdministrator(served);
}, 120_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

test("the trail leaves as CSV and JSON, the same in both, and that it left is in it", async () => {
  const [csv, json] = [
    await administrator.send("/export/audit.csv"),
    await administrator.send("/export/audit.json"),
  ];
  expect([csv.status, json.status]).toEqual([200, 200]);
  expect(csv.headers["content-disposition"]).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"/);
  expect(csv.headers["cache-control"]).toBe("private, no-store");
  const entries = JSON.parse(json.text) as AuditEntry[];
  expect(entries[0]).toMatchObject({ action: "audit.export", target: "json", account: { name: "管理员" } });
  expect(entries[1]).toMatchObject({ action: "audit.export", target: "csv" });
  const rows = tableOf(parseCsv(csv.text));
  expect(rows.map((row) => row.散列)).toEqual(entries.slice(1).map((entry) => entry.hash));
});

test("a filter in the address limits it, and one that is none is refused", async () => {
  const some = await administrator.send("/export/audit.json?action=audit.export");
  const entries = JSON.parse(some.text) as AuditEntry[];
  expect(new Set(entries.map((entry) => entry.action))).toEqual(new Set(["audit.export"]));
  expect(entries[0]?.after).toBe('{"action":"audit.export"}');
  for (const search of ["?colour=red", "?from=yesterday", "?action=a&action=b"]) {
    expect(refusalOf(await administrator.send(`/export/audit.csv${search}`))).toMatchObject({ status: 400 });
  }
});

test("nobody takes it who may not read it: not a guest, not the office, not another address's form", async () => {
  const office = await signedIn(administrator, "the office", ["office"], "office-leading-group");
  for (const path of ["/export/audit.csv", "/export/audit.json"]) {
    expect(refusalOf(await ask(`${served.url}${path}`))).toMatchObject({ status: 401 });
    expect(refusalOf(await office.send(path))).toMatchObject({ status: 403 });
  }
});
