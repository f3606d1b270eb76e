import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyTrail } from "#server/audit/verify.ts";
import { auditHead } from "#server/db/audit.ts";
import { readHeadFile } from "#server/db/head-file.ts";
import { openForReading } from "#server/db/open.ts";
import { openLedger } from "#server/ledger.ts";
import { aTrail, noteOne, tamper } from "../audit/trail.ts";

test("the file says where the trail ended, after each change, a longer number over a shorter one too", async () => {
  const trail = await aTrail(9);
  expect(readHeadFile(trail.dir)).toMatchObject({ seq: 9 });
  const size = statSync(join(trail.dir, "audit-head")).size;
  await noteOne(trail, "tenth");
  const { seq, hash } = await auditHead(trail.database.read);
  expect(readHeadFile(trail.dir)).toEqual({ seq, hash });
  expect(statSync(join(trail.dir, "audit-head")).size).toBe(size);
  await trail.database.close();
});

test("a database that is behind it is not started on, and left as it is; without the file it is", async () => {
  const trail = await aTrail(4);
  await trail.database.close();
  tamper(trail.dir, "delete from audit where seq > 2");
  const before = readFileSync(join(trail.dir, "one-map.db"));
  await expect(openLedger(trail.dir, "test")).rejects.toThrow(
    /cannot be used \(row 4 of the audit trail was written and is gone.*remove audit-head\)/,
  );
  expect(readFileSync(join(trail.dir, "one-map.db")).equals(before)).toBe(true);
  const { db, close } = await openForReading(trail.dir);
  expect((await verifyTrail(db, trail.dir)).faults).toEqual([
    "The file audit-head knows row 4, the trail ends at 2.",
  ]);
  await close();
  rmSync(join(trail.dir, "audit-head"));
  const ledger = await openLedger(trail.dir, "test");
  await ledger.database.close();
});

test("a file that a power failure cut says nothing, and one that is behind is no fault", async () => {
  const trail = await aTrail(3);
  const old = readFileSync(join(trail.dir, "audit-head"));
  await noteOne(trail, "later");
  await trail.database.close();
  for (const left of [old, Buffer.from('{"seq":99'), Buffer.alloc(128), Buffer.alloc(0)]) {
    writeFileSync(join(trail.dir, "audit-head"), left);
    const ledger = await openLedger(trail.dir, "test");
    expect((await verifyTrail(ledger.database.read, trail.dir)).faults).toEqual([]);
    await ledger.database.close();
  }
});
