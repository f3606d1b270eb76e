import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditFilter } from "#domain/audit.ts";
import type { Role, Who } from "#domain/permission.ts";
import { actOf } from "#server/act.ts";
import type { Note } from "#server/db/audit.ts";
import type { Ledger } from "#server/ledger.ts";
import { apiOf } from "../../factories.ts";
import { anEmptyTrail } from "./trail.ts";

let ledger: Ledger;
const whoIs = (role: Role): Who => ({ id: `an-${role}`, name: role, roles: [role], unit: null });

const NOTES: [string, Note][] = [
  [
    "王芳",
    {
      action: "report.write",
      noun: "report",
      target: "r1",
      unit: "league-150600",
      after: { done: "完成100%" },
    },
  ],
  [
    "王芳",
    { action: "report.write", noun: "report", target: "r2", unit: "league-150600", before: { done: "a_b" } },
  ],
  [
    "李强",
    { action: "report.review", noun: "report", target: "r1", unit: "league-150600", after: { done: "axb" } },
  ],
  ["李强", { action: "unit.manage", noun: "unit", target: "dept-water", after: { name: "水利厅" } }],
];

beforeAll(async () => {
  ledger = await anEmptyTrail();
  for (const [name, note] of NOTES) {
    const actor = { id: name === "王芳" ? "a1" : "a2", name, address: "10.0.0.1", requestId: "r" };
    await actOf(
      { write: ledger.database.write, revisions: ledger.revisions, auditHash: "sha256" },
      actor,
    )((deed) => deed.note(note));
  }
});
afterAll(() => ledger.database.close());

const search = (filter: AuditFilter) => apiOf(ledger, whoIs("audit")).audit.search({ filter });

test.each<[string, AuditFilter, number[]]>([
  ["an account", { account: "a1" }, [2, 1]],
  ["an action", { action: "report.review" }, [3]],
  ["a noun", { noun: "unit" }, [4]],
  ["a target", { target: "r1" }, [3, 1]],
  ["a unit", { unit: "league-150600" }, [3, 2, 1]],
  ["a word after", { text: "水利厅" }, [4]],
  ["a name", { text: "李强" }, [4, 3]],
  ["a per cent sign as itself", { text: "100%" }, [1]],
  ["an underscore as itself", { text: "a_b" }, [2]],
  ["a backslash as itself", { text: "\\" }, []],
  ["signs of SQL", { text: "' or 1=1 --" }, []],
  ["all of them at once", { account: "a2", noun: "report", target: "r1", text: "axb" }, [3]],
  ["nothing", {}, [4, 3, 2, 1]],
  ["a time to come", { from: "2999-01-01T00:00:00Z" }, []],
  ["a time gone by", { to: "2000-01-01T00:00:00Z" }, []],
  ["a time around", { from: "2000-01-01T00:00:00Z", to: "2999-01-01T00:00:00Z" }, [4, 3, 2, 1]],
])("the trail is searched by %s", async (_what, filter, found) => {
  expect((await search(filter)).entries.map((entry) => entry.seq)).toEqual(found);
});

test("an entry says who, what and how it was before and after", async () => {
  const [entry] = (await search({ target: "dept-water" })).entries;
  expect(entry).toMatchObject({
    account: { id: "a2", name: "李强" },
    address: "10.0.0.1",
    action: "unit.manage",
    unit: null,
    before: null,
    after: '{"name":"水利厅"}',
  });
});

test("pages hold each entry once, also while others are added", async () => {
  const api = apiOf(ledger, whoIs("audit"));
  const first = await api.audit.search({ limit: 3 });
  expect([first.entries.map((entry) => entry.seq), first.nextBefore]).toEqual([[4, 3, 2], 2]);
  const second = await api.audit.search({ limit: 3, before: first.nextBefore ?? undefined });
  expect([second.entries.map((entry) => entry.seq), second.nextBefore]).toEqual([[1], null]);
  const back = await api.audit.search({ limit: 2, after: second.nextAfter ?? undefined });
  expect([back.entries.map((entry) => entry.seq), back.nextBefore, back.nextAfter]).toEqual([[3, 2], 2, 3]);
  // Of the newest there is a whole page, however few came after.
  const newest = await api.audit.search({ limit: 2, after: 3 });
  expect([newest.entries.map((entry) => entry.seq), newest.nextAfter]).toEqual([[4, 3], null]);
});

test.each(["viewer", "reporter", "reviewer", "office", "system", "security"] as const)(
  "a %s does not read the trail",
  async (role) => {
    const api = apiOf(ledger, whoIs(role));
    await expect(api.audit.search({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  },
);

test("a guest is asked to sign in, and what is asked for is bounded", async () => {
  await expect(apiOf(ledger).audit.search({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  const api = apiOf(ledger, whoIs("audit"));
  for (const wrong of [
    { limit: 201 },
    { limit: 0 },
    { filter: { text: "x".repeat(201) } },
    { filter: { from: "now" } },
  ]) {
    await expect(api.audit.search(wrong)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});
