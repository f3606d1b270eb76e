import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { appendAnchor } from "#server/audit/anchors.ts";
import { verifyTrail } from "#server/audit/verify.ts";
import { auditHead, GENESIS, hashOf } from "#server/db/audit.ts";
import { openForReading } from "#server/db/open.ts";
import type { Ledger } from "#server/ledger.ts";
import { bareEnv } from "../../bare-env.ts";
import { aDataDir } from "../../factories.ts";
import { aTrail, noteOne, tamper } from "./trail.ts";

const RUN = fileURLToPath(new URL("../../../server/audit/run-verify.ts", import.meta.url));

type Ended = { code: number; out: string; err: string };
const runVerify = (dir: string, ...words: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...bareEnv(), DATA_DIR: dir };
    execFile(process.execPath, [RUN, ...words], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });

let trail: Ledger & { dir: string };
beforeEach(async () => {
  trail = await aTrail(6);
  return () => trail.database.close();
});

const faultsOf = async (dir: string) => {
  const { db, close } = await openForReading(dir);
  const { faults } = await verifyTrail(db, dir);
  await close();
  return faults;
};
const anchor = async () =>
  appendAnchor(trail.dir, await auditHead(trail.database.read), "2026-01-02T03:04:05.000Z");

test("a whole trail is whole, with its anchors, beside the process that writes it", async () => {
  await anchor();
  await noteOne(trail, "later");
  const { code, out } = await runVerify(trail.dir);
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/whole\. 7 rows to 7:[0-9a-f]{64}, 1 anchors, 0 seals\.\n$/),
  ]);
});

describe("the first bad row is named", () => {
  test.each([
    ["a word of it changed", "update audit set account_name = '李四' where seq = 3", /^Row 3: .*hash/],
    ["its hash changed", "update audit set hash = 'x' where seq = 3", /^Row 3: .*hash/],
    ["it removed", "delete from audit where seq = 3", /^Row 4: .*missing/],
    ["the first removed", "delete from audit where seq = 1", /^Row 2: .*missing/],
    ["its digest unknown", "update audit set algorithm = 'md5' where seq = 3", /^Row 3: .*md5/],
    ["half a character in it", "update audit set target = cast(x'eda080' as text) where seq = 3", /^Row 3: /],
  ])("%s", async (_what, statement, words) => {
    tamper(trail.dir, statement);
    const [first] = await faultsOf(trail.dir);
    expect(first).toMatch(words);
    expect((await runVerify(trail.dir)).code).toBe(1);
  });
});

test("a tail that was cut is seen by the anchor, though the chain itself is whole", async () => {
  await anchor();
  tamper(trail.dir, "delete from audit where seq > 4");
  expect(await faultsOf(trail.dir)).toEqual([
    "The anchor of 2026-01-02T03:04:05.000Z knows row 6, the trail ends at 4.",
    "The file audit-head knows row 6, the trail ends at 4.",
  ]);
});

/** The whole trail written anew, every hash right: what one who has the database can do. */
async function rewrite(): Promise<void> {
  const rows = await trail.database.read.selectFrom("audit").selectAll().orderBy("seq").execute();
  let previous = GENESIS;
  for (const { hash: _, ...row } of rows) {
    const forged = { ...row, account_name: "李四", previous };
    previous = hashOf(forged);
    tamper(
      trail.dir,
      `update audit set account_name = '李四', previous = '${forged.previous}', hash = '${previous}' where seq = ${row.seq}`,
    );
  }
}

test("a chain rewritten whole is seen by the anchor in the file", async () => {
  await anchor();
  await rewrite();
  const faults = await faultsOf(trail.dir);
  expect(faults).toEqual([
    expect.stringMatching(/^Row 6: The anchor of .* says it was another one\.$/),
    "Row 6: The file audit-head says it was another one.",
  ]);
});

test("a chain rewritten with the files that know its head gone is seen by one from the log", async () => {
  const { seq, hash } = await auditHead(trail.database.read);
  const given = ["--anchor", `${seq}:${hash}`];
  expect((await runVerify(trail.dir, ...given)).code).toBe(0);
  await rewrite();
  rmSync(join(trail.dir, "audit-head"));
  expect((await runVerify(trail.dir)).code).toBe(0);
  const ended = await runVerify(trail.dir, ...given);
  expect([ended.code, ended.out]).toEqual([1, expect.stringContaining("Row 6: The anchor 6 given says")]);
});

test("a line of the anchors that a power failure cut is told and is no fault; the next one stands by itself", async () => {
  await anchor();
  appendFileSync(join(trail.dir, "anchors"), '{"at":"2026-');
  await anchor();
  const { code, out } = await runVerify(trail.dir);
  expect([code, out]).toEqual([0, expect.stringContaining("Line 2 of the file of anchors is no anchor.")]);
  expect(out).toContain("2 anchors");
});

test("where it cannot be looked at, the command says so by 2", async () => {
  const empty = await runVerify(aDataDir());
  expect([empty.code, empty.err]).toEqual([2, expect.stringContaining("holds no database")]);
  expect((await runVerify(trail.dir, "--anchor", "6")).code).toBe(2);
  expect((await runVerify(trail.dir, "--what")).code).toBe(2);
});

test("sm3 is the digest of GB/T 32905, a trail may change to it, and both are followed", async () => {
  expect(createHash("sm3").update("abc").digest("hex")).toBe(
    "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
  );
  await noteOne(trail, "by sm3", "sm3");
  await noteOne(trail, "by sm3 too", "sm3");
  await noteOne(trail, "and back", "sha256");
  const rows = await trail.database.read.selectFrom("audit").select("algorithm").orderBy("seq").execute();
  expect(rows.map((row) => row.algorithm).slice(-4)).toEqual(["sha256", "sm3", "sm3", "sha256"]);
  expect(await faultsOf(trail.dir)).toEqual([]);
  tamper(trail.dir, "update audit set target = 'another' where seq = 7");
  expect((await faultsOf(trail.dir))[0]).toMatch(/^Row 7: /);
});
