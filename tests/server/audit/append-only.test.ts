import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actOf } from "#server/act.ts";
import { appendAudit, auditHead, GENESIS, hashOf } from "#server/db/audit.ts";
import type { Ledger } from "#server/ledger.ts";
import { aTrail, noteOne } from "./trail.ts";

let ledger: Ledger & { dir: string };
beforeAll(async () => {
  ledger = await aTrail(3);
});
afterAll(() => ledger.database.close());

const rows = () => ledger.database.read.selectFrom("audit").selectAll().orderBy("seq").execute();

test("each row holds the hash of the one before, the first of none", async () => {
  const [first, second, third] = await rows();
  expect(first?.previous).toBe(GENESIS);
  expect([second?.previous, third?.previous]).toEqual([first?.hash, second?.hash]);
  expect(await auditHead(ledger.database.read)).toEqual({ seq: 3, hash: third?.hash, algorithm: "sha256" });
});

test("who, when, from where and what are kept, the name as it was then", async () => {
  const [first] = await rows();
  expect(first).toMatchObject({
    account_id: "a1",
    account_name: "王芳",
    address: "10.0.0.1",
    request_id: "r1",
    action: "report.write",
    noun: "report",
    target: "target-1",
    unit_id: "league-150600",
    before: null,
    after: '{"words":"完成"}',
  });
  expect(first?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test.each([
  ["changed", sql`update audit set account_name = 'nobody' where seq = 2`],
  ["removed", sql`delete from audit where seq = 3`],
  ["emptied", sql`delete from audit`],
  ["replaced", sql`insert or replace into audit select * from audit where seq = 2`],
  [
    "upserted",
    sql`insert into audit select * from audit where seq = 2 on conflict (seq) do update set at = ''`,
  ],
])("a row is not %s, whoever asks the database", async (_what, statement) => {
  const before = await rows();
  await expect(statement.execute(ledger.database.write)).rejects.toThrow("the trail is only added to");
  expect(await rows()).toEqual(before);
});

test("a row that does not follow the last one is not taken", async () => {
  const [last] = (await rows()).slice(-1);
  const { hash: _, ...rest } = last ?? expect.fail("no rows");
  for (const wrong of [
    { ...rest, seq: rest.seq + 1, previous: GENESIS },
    { ...rest, seq: 1, previous: last?.hash ?? "" },
  ]) {
    const insert = ledger.database.write.insertInto("audit").values({ ...wrong, hash: hashOf(wrong) });
    await expect(insert.execute()).rejects.toThrow("the trail is only added to");
  }
});

test("an action whose note cannot be written is not done", async () => {
  const { write, read } = ledger.database;
  const act = actOf(
    { write, revisions: ledger.revisions, auditHash: "sha256" },
    { id: null, name: "", address: "", requestId: "" },
  );
  await sql`create trigger no_more before insert on audit begin select raise(abort, 'disk full'); end`.execute(
    write,
  );
  const done = act(async ({ tx, note, announce }) => {
    await tx.insertInto("publication").values({ as_of: "2099-01", published_at: "now" }).execute();
    announce(99);
    await note({ action: "report.publish", noun: "period", target: "2099-01" });
  });
  await expect(done).rejects.toThrow("disk full");
  expect(await read.selectFrom("publication").where("as_of", "=", "2099-01").selectAll().execute()).toEqual(
    [],
  );
  expect(ledger.revisions.current).not.toBe(99);
  await sql`drop trigger no_more`.execute(write);
});

test("an action that leaves no note is not done", async () => {
  const { write, read } = ledger.database;
  const act = actOf(
    { write, revisions: ledger.revisions, auditHash: "sha256" },
    { id: null, name: "", address: "", requestId: "" },
  );
  const done = act(({ tx }) =>
    tx.insertInto("publication").values({ as_of: "2099-02", published_at: "now" }).execute(),
  );
  await expect(done).rejects.toThrow("left no note");
  expect(await read.selectFrom("publication").where("as_of", "=", "2099-02").selectAll().execute()).toEqual(
    [],
  );
});

test("no telephone number is kept in what stood before and after", async () => {
  const actor = { id: null, name: "", address: "", requestId: "" };
  const said = (words: string) => ({ problem: { words }, contacts: [{ phone: words }] });
  await ledger.database.write
    .transaction()
    .execute((tx) =>
      appendAudit(
        tx,
        actor,
        { action: "x", noun: "x", target: "x", before: said("打0471-6612345"), after: said("打13812345678") },
        "sha256",
      ),
    );
  const last = (await rows()).at(-1);
  expect(JSON.parse(last?.before ?? "")).toEqual(said("打[phone]"));
  expect(JSON.parse(last?.after ?? "")).toEqual(said("打[phone]"));
});

test("rows written at once stand in one chain", async () => {
  const before = (await rows()).length;
  await Promise.all(Array.from({ length: 20 }, (_, n) => noteOne(ledger, `at once ${n}`)));
  const all = await rows();
  expect(all).toHaveLength(before + 20);
  expect(all.slice(1).every((row, at) => row.previous === all[at]?.hash)).toBe(true);
});
