import { execFile } from "node:child_process";
import { appendFileSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendAnchor } from "#server/audit/anchors.ts";
import { sealTrail } from "#server/audit/seal.ts";
import { verifyTrail } from "#server/audit/verify.ts";
import { auditHead } from "#server/db/audit.ts";
import type { Ledger } from "#server/ledger.ts";
import { bareEnv } from "../../bare-env.ts";
import { aTrail, noteOne, tamper } from "./trail.ts";

let trail: Ledger & { dir: string };
beforeEach(async () => {
  trail = await aTrail(5);
});
afterEach(() => trail.database.close());

/** A year from now, so that the rows of this test are old. */
const YEAR_ON = new Date(Date.now() + 365 * 86_400_000);
const thisMonthsEnd = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 1));
const BEFORE = thisMonthsEnd.toISOString().slice(0, 7);
const seal = (before = BEFORE, now = YEAR_ON) =>
  sealTrail(trail.database.write, { dir: trail.dir, before, keepMonths: 6, auditHash: "sha256", now });
const verdict = () => verifyTrail(trail.database.read, trail.dir);

test("older rows go into a file, the rest goes on from it, and the whole is followed through both", async () => {
  appendAnchor(trail.dir, await auditHead(trail.database.read), "2026-01-02T03:04:05.000Z");
  const before = await trail.database.read.selectFrom("audit").selectAll().orderBy("seq").execute();
  const sealed = await seal();
  expect(sealed).toMatchObject({
    first: 1,
    through: 4,
    head: before[3]?.hash,
    file: "audit-000000001-000000004.jsonl",
  });
  const lines = readFileSync(join(trail.dir, "sealed", sealed?.file ?? ""), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(before.slice(0, 4));
  const left = await trail.database.read
    .selectFrom("audit")
    .select(["seq", "action"])
    .orderBy("seq")
    .execute();
  expect(left).toEqual([
    { seq: 5, action: "report.write" },
    { seq: 6, action: "audit.seal" },
  ]);
  expect(await verdict()).toMatchObject({ faults: [], rows: 6, seals: 1, away: [], anchors: 1 });
  await noteOne(trail, "later");
  expect(await seal()).toMatchObject({ first: 5, through: 6 });
  expect(await verdict()).toMatchObject({ faults: [], rows: 8, seals: 2, head: { seq: 8 } });
});

test("a month that is younger than is kept is not sealed", async () => {
  await expect(seal(BEFORE, new Date())).rejects.toThrow(/expected .* or earlier: 6 months are kept/);
  expect(await verdict()).toMatchObject({ rows: 5, seals: 0 });
});

test("where nothing is that old nothing is done, and the last row always stays", async () => {
  expect(await seal("2020-01")).toBeNull();
  await seal();
  await seal();
  expect((await auditHead(trail.database.read)).seq).toBeGreaterThan(5);
});

test("a trail with a fault is not sealed over", async () => {
  tamper(trail.dir, "update audit set target = 'another' where seq = 2");
  await expect(seal()).rejects.toThrow(/nothing was sealed\. Row 2: /);
});

test("a sealed file may be kept elsewhere, and that is said", async () => {
  const sealed = await seal();
  const path = join(trail.dir, "sealed", sealed?.file ?? "");
  renameSync(path, `${path}.elsewhere`);
  expect(await verdict()).toMatchObject({ faults: [], rows: 2, away: [sealed?.file] });
});

test("a sealed file that was changed is found", async () => {
  const path = join(trail.dir, "sealed", (await seal())?.file ?? "");
  appendFileSync(path, readFileSync(path, "utf8").split("\n")[0] ?? "");
  expect((await verdict()).faults).toEqual([expect.stringMatching(/is not the one that was sealed/)]);
});

test("rows removed with a forged seal are found: the trail does not note it", async () => {
  const rows = await trail.database.read.selectFrom("audit").selectAll().orderBy("seq").execute();
  tamper(
    trail.dir,
    `insert into audit_seal values (3, 1, '${rows[0]?.previous}', '${rows[2]?.hash}', 'x', 'x', 'x');
     delete from audit where seq <= 3`,
  );
  expect((await verdict()).faults).toEqual(["The seal of rows 1 to 3 is not noted in the trail."]);
});

test("only what is sealed can be removed, and a seal stays", async () => {
  await seal();
  const { write } = trail.database;
  await expect(write.deleteFrom("audit").where("seq", "=", 5).execute()).rejects.toThrow("only added to");
  await expect(write.deleteFrom("audit_seal").execute()).rejects.toThrow("only added to");
  await expect(write.updateTable("audit_seal").set({ head: "x" }).execute()).rejects.toThrow("only added to");
});

test("the command refuses beside a process that serves, and says what it lacks", async () => {
  const run = fileURLToPath(new URL("../../../server/audit/run-seal.ts", import.meta.url));
  const ended = (...words: string[]): Promise<string> =>
    new Promise((resolve) => {
      const env = { ...bareEnv(), DATA_DIR: trail.dir };
      execFile(process.execPath, [run, ...words], { env }, (error, _out, err) =>
        resolve(`${error?.code ?? 0} ${err.trim()}`),
      );
    });
  expect(await ended("--before", "2020-01")).toMatch(/^1 Another process serves DATA_DIR/);
  expect(await ended()).toMatch(/^1 --before is missing/);
});
