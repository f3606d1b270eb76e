import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendAnchor } from "#server/audit/anchors.ts";
import { verifyTrail } from "#server/audit/verify.ts";
import { checkBackup } from "#server/backup/check-backup.ts";
import { makeBackup } from "#server/backup/make-backup.ts";
import { restoreBackup } from "#server/backup/restore.ts";
import { auditHead } from "#server/db/audit.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";
import { tamper } from "../audit/trail.ts";
import { run, writeOne, written } from "./commands.ts";

let dir: string;
let ledger: Ledger;
beforeAll(async () => {
  dir = aDataDir();
  ledger = await openLedger(dir, "test");
  for (let n = 0; n < 5; n += 1) await writeOne(ledger, dir, n);
  appendAnchor(dir, await auditHead(ledger.database.read), "2026-01-02T03:04:05.000Z");
});
afterAll(() => ledger.database.close());

const aBackup = async (): Promise<string> =>
  (await makeBackup(dir, join(aDataDir(), "backup"), "0.1.0")).folder;

test("a backup made while the server writes holds one moment, and restores to it", {
  timeout: 60_000,
}, async () => {
  let [writing, count] = [true, 5];
  const writer = (async () => {
    while (writing) {
      await writeOne(ledger, dir, count);
      count += 1;
    }
  })();
  const to = join(aDataDir(), "backup");
  const before = count;
  const made = await run("backup", dir, "--to", to);
  const after = count;
  writing = false;
  await writer;
  expect([made.code, made.err]).toEqual([0, ""]);
  expect(after).toBeGreaterThan(before + 10);
  const target = join(aDataDir(), "data");
  expect(await run("restore", target, to)).toMatchObject({ code: 0, err: "" });
  const restored = await openLedger(target, "test");
  const [files, notes] = await written(restored);
  // Each file with its note, from the first to the moment of the copy, and nothing after it.
  expect(files).toEqual(notes);
  expect(new Set(files)).toEqual(new Set(Array.from(files, (_, n) => `write-${n}`)));
  expect(files.length).toBeGreaterThanOrEqual(before);
  expect(files.length).toBeLessThanOrEqual(after + 1);
  expect(await verifyTrail(restored.database.read, target)).toMatchObject({ faults: [], anchors: 1 });
  expect(await checkRollup(restored.database.read)).toEqual([]);
  await restored.database.close();
});

test("the manifest says what is in it, and a folder under its name is whole", async () => {
  mkdirSync(join(dir, "attachments", "incoming"), { recursive: true });
  writeFileSync(join(dir, "attachments", "incoming", "half"), "not looked at yet");
  const folder = await aBackup();
  const manifest = await checkBackup(folder);
  expect(manifest).toMatchObject({
    product: "one-map",
    version: "0.1.0",
    revision: ledger.revisions.current,
    auditHead: { seq: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  const paths = manifest.files.map((file) => file.path);
  expect(paths).toEqual(expect.arrayContaining(["anchors", "one-map.db"]));
  expect(paths.filter((path) => path.startsWith("attachments/")).length).toBeGreaterThanOrEqual(5);
  expect(paths.filter((path) => path.includes("incoming"))).toEqual([]);
  expect(readdirSync(join(folder, "..")).sort()).toEqual(["backup"]);
  expect(readdirSync(folder).sort()).toEqual(["anchors", "attachments", "manifest.json", "one-map.db"]);
});

test("a name that is taken is left as it is, and a directory without data has no backup", async () => {
  const folder = await aBackup();
  await expect(makeBackup(dir, folder, "0.1.0")).rejects.toThrow("is there already");
  expect((await run("backup", aDataDir())).err).toContain("holds no database yet");
});

describe("a backup with a fault is refused by name, and nothing is written", () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    [
      "a byte of the database",
      (f) => flip(join(f, "one-map.db")),
      /one-map\.db is not the file that was copied/,
    ],
    ["a database cut short", (f) => truncateSync(join(f, "one-map.db"), 5000), /one-map\.db is not the file/],
    ["a missing file", (f) => rmSync(join(f, "anchors")), /anchors is missing/],
    ["one file too many", (f) => writeFileSync(join(f, "more"), ""), /more is not in manifest\.json/],
    ["no manifest", (f) => rmSync(join(f, "manifest.json")), /is no backup/],
    ["a manifest of no JSON", (f) => writeFileSync(join(f, "manifest.json"), "{"), /is no JSON/],
    ["a path that leads out", (f) => edit(f, "anchors", "../anchors"), /expected a path within the folder/],
    ["an absolute path", (f) => edit(f, "anchors", "/etc/passwd"), /expected a path within the folder/],
    ["another head of the trail", (f) => edit(f, '"seq":', '"seq":1'), /The audit trail ends at/],
  ])("%s", async (_what, spoil, words) => {
    const folder = await aBackup();
    spoil(folder);
    const target = join(aDataDir(), "data");
    const restoring = restoreBackup({ dir: target, folder, replace: false, auditHash: "sha256" });
    await expect(restoring).rejects.toThrow(words);
    expect(readdirSync(target)).toEqual(["one-map.lock"]);
  });
});

const flip = (path: string) => {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  writeFileSync(path, bytes);
};
const edit = (folder: string, from: string, to: string) => {
  const path = join(folder, "manifest.json");
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
};

test("a trail that is broken, or a newer version's database, is copied with its fault said and not restored", async () => {
  const broken = aDataDir();
  const other = await openLedger(broken, "test");
  for (let n = 0; n < 3; n += 1) await writeOne(other, broken, n);
  await other.database.close();
  tamper(broken, "update audit set target = 'another' where seq = 2");
  const folder = join(aDataDir(), "backup");
  const made = await run("backup", broken, "--to", folder);
  expect([made.code, made.err]).toEqual([1, expect.stringContaining("Row 2: ")]);
  const target = join(aDataDir(), "data");
  expect(await run("restore", target, folder)).toMatchObject({
    code: 1,
    err: expect.stringContaining("Row 2: "),
  });
  tamper(broken, "insert into migration values (999, 'to-come', 'x', 'x')");
  const newer = join(aDataDir(), "backup");
  await run("backup", broken, "--to", newer);
  expect((await run("restore", target, newer)).err).toContain("migration 999 (to-come)");
});

test("a directory that is served is not restored into, with or without --replace", async () => {
  const folder = await aBackup();
  const before = readdirSync(dir).sort();
  expect((await run("restore", dir, folder)).err).toContain("say --replace");
  expect((await run("restore", dir, folder, "--replace")).err).toContain("Another process serves DATA_DIR");
  expect(readdirSync(dir).sort()).toEqual(before);
});

test("with --replace what was there is moved aside whole, and no later revision has a number of before", async () => {
  const folder = await aBackup();
  const target = aDataDir();
  const old = await openLedger(target, "old");
  await writeOne(old, target, 77);
  const revision = old.revisions.current;
  await old.database.close();
  expect((await run("restore", target, folder)).err).toContain("say --replace");
  const { aside } = await restoreBackup({ dir: target, folder, replace: true, auditHash: "sha256" });
  const kept = await openLedger(aside ?? expect.fail("nothing was moved aside"), "old");
  expect((await written(kept))[0]).toEqual(["write-77"]);
  await kept.database.close();
  const restored = await openLedger(target, "new");
  expect((await written(restored))[0]).toEqual((await written(ledger))[0]);
  expect(restored.revisions.current).toBeGreaterThan(Math.max(revision, ledger.revisions.current) + 1000);
  const [note] = await restored.database.read
    .selectFrom("audit")
    .selectAll()
    .where("action", "=", "backup.restore")
    .execute();
  expect(JSON.parse(note?.before ?? "")).toEqual({ revision });
  expect(await verifyTrail(restored.database.read, target)).toMatchObject({ faults: [] });
  await restored.database.close();
});

test("a restore that was cut off keeps a start away until it has run again", async () => {
  const folder = await aBackup();
  const target = aDataDir();
  mkdirSync(join(target, "restoring"));
  writeFileSync(join(target, "restore-unfinished"), "");
  await expect(openLedger(target, "test")).rejects.toThrow("was cut off: run it again");
  expect(existsSync(join(target, "one-map.db"))).toBe(false);
  await restoreBackup({ dir: target, folder, replace: true, auditHash: "sha256" });
  expect(readdirSync(target).sort()).toEqual([
    "anchors",
    "attachments",
    "audit-head",
    "one-map.db",
    "one-map.lock",
  ]);
  const restored = await openLedger(target, "test");
  await restored.database.close();
});

test("--check looks and touches nothing", async () => {
  const folder = await aBackup();
  const target = aDataDir();
  expect(await run("restore", target, folder, "--check")).toMatchObject({
    code: 0,
    out: expect.stringContaining("whole"),
  });
  expect(readdirSync(target)).toEqual([]);
  flip(join(folder, "one-map.db"));
  expect((await run("restore", target, folder, "--check")).code).toBe(1);
  expect((await run("restore", target)).err).toContain("Expected the folder of one backup");
});
