import { spawn } from "node:child_process";
import { constants, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { prepareDataDir } from "#server/db/file-system.ts";
import { refuseBadSqlite } from "#server/db/open.ts";
import { openLedger } from "#server/ledger.ts";
import { bareEnv } from "../bare-env.ts";
import { aDataDir } from "../factories.ts";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

type Ended = { code: number | null; said: string };

/** The real process, as `npm start` runs it, until it ends by itself. */
function startProcess(variables: Record<string, string>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...bareEnv(), PORT: "0", DATA_DIR: aDataDir(), ...variables },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 120_000,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.once("error", reject).once("close", (code) => resolve({ code, said }));
  });
}

/** Refused: a non-zero exit and one sentence on one line, with no stack. */
function expectSentence({ code, said }: Ended, words: RegExp): void {
  expect(code).toBe(1);
  expect(said.trim()).toMatch(words);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(said.trim()).toMatch(/\.$/);
}

test("a taken port is refused before anything is written", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const dir = aDataDir();
  expectSentence(
    await startProcess({ PORT: String(port), DATA_DIR: dir }),
    new RegExp(`PORT ${port} .*taken`),
  );
  expect(readdirSync(dir)).toEqual([]);
  taken.close();
});

test("a data directory that cannot be made is refused", async () => {
  const file = join(aDataDir(), "file");
  writeFileSync(file, "");
  expectSentence(await startProcess({ DATA_DIR: join(file, "data") }), /DATA_DIR .*cannot be written/);
});

test.skipIf(process.platform !== "linux")(
  "a parent that takes no directory is refused at once",
  { timeout: 20_000 },
  async () => {
    expectSentence(await startProcess({ DATA_DIR: "/proc/one-map" }), /DATA_DIR .*cannot be written/);
  },
);

test("a directory or a file of another account is refused: SQLite would open it for reading, and lock nothing", () => {
  const dir = aDataDir();
  const files = ["one-map.db", "one-map.db-wal", "one-map.db-shm", "one-map.lock"].map((name) =>
    join(dir, name),
  );
  for (const file of files) writeFileSync(file, "");
  // The tests may run as root, whom no permission keeps out.
  const owned = (by: string) => (path: string, mode: number) => {
    if (path === by && (mode & constants.W_OK) !== 0)
      throw Object.assign(new Error(), { code: "EACCES", path });
  };
  for (const path of [dir, ...files]) {
    expect(() => prepareDataDir(dir, { access: owned(path) })).toThrow(`cannot be written (EACCES: ${path})`);
  }
  expect(() => prepareDataDir(dir)).not.toThrow();
});

test("a directory in the place of the lock is refused", async () => {
  const dir = aDataDir();
  mkdirSync(join(dir, "one-map.lock"));
  expectSentence(await startProcess({ DATA_DIR: dir }), /DATA_DIR .*cannot be locked/);
});

test("a signal stops the process in order", { timeout: 180_000 }, async () => {
  const dir = aDataDir();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...bareEnv(), PORT: "0", DATA_DIR: dir, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await new Promise<string>((resolve, reject) => {
    child.once("error", reject).once("close", (code) => reject(new Error(`ended with ${code}`)));
    child.stdout.setEncoding("utf8").once("data", resolve);
  });
  expect(said).toMatch(
    /^一张图 http:\/\/127\.0\.0\.1:\d+ \(Node v24\.\d+\.\d+\)\n管理员账号 .* http:\/\/127\.0\.0\.1:\d+\/setup#[\w-]{43}\n$/,
  );
  const closed = new Promise((resolve) => child.removeAllListeners("close").once("close", resolve));
  child.kill("SIGTERM");
  expect(await closed).toBe(0);
  expect(readdirSync(dir).sort()).toEqual(["anchors", "audit-head", "one-map.db", "one-map.lock"]);
});

test("a damaged database is refused and left as it is", async () => {
  const dir = aDataDir();
  const ledger = await openLedger(dir, "test");
  await ledger.database.close();
  const path = join(dir, "one-map.db");
  const bytes = readFileSync(path);
  // Its pages, all but the first: a file system that lost them.
  bytes.fill(0xa5, 4096);
  writeFileSync(path, bytes);
  expectSentence(await startProcess({ DATA_DIR: dir }), /one-map\.db cannot be used .*left as it is/);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("a record with noise in it is refused, though every page of the file is in order", async () => {
  const dir = aDataDir();
  const ledger = await openLedger(dir, "test");
  await ledger.database.close();
  const path = join(dir, "one-map.db");
  const bytes = readFileSync(path);
  // A key of every record, which no index has; pages that SQLite let go of may hold copies.
  for (let at = bytes.indexOf('"stageWords"'); at >= 0; at = bytes.indexOf('"stageWords"', at)) {
    bytes.fill(0xa5, at, at + 4);
  }
  writeFileSync(path, bytes);
  expectSentence(await startProcess({ DATA_DIR: dir }), /record of item_text is no JSON.*left as it is/);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("a file that is no database, or another product's, is refused and left as it is", async () => {
  const noise = aDataDir();
  writeFileSync(join(noise, "one-map.db"), "这不是数据库".repeat(1000));
  const foreign = aDataDir();
  const other = new DatabaseSync(join(foreign, "one-map.db"));
  other.exec("create table customer (id integer)");
  other.close();
  for (const dir of [noise, foreign]) {
    const before = readFileSync(join(dir, "one-map.db"));
    expectSentence(await startProcess({ DATA_DIR: dir }), /cannot be used/);
    expect(readFileSync(join(dir, "one-map.db")).equals(before)).toBe(true);
  }
});

test("a second process on the same data directory is refused, the first serves on", async () => {
  const dir = aDataDir();
  const first = await openLedger(dir, "test");
  expectSentence(await startProcess({ DATA_DIR: dir }), /Another process serves DATA_DIR/);
  const items = await first.database.read.selectFrom("item").select("id").execute();
  expect(items).toHaveLength(126);
  await first.database.close();
});

test("a wrong environment is refused by name", async () => {
  expectSentence(await startProcess({ PORT: "eighty" }), /PORT is "eighty", expected/);
  expectSentence(await startProcess({ DATABASE_URL: "postgres://db/one" }), /no driver/);
  expectSentence(await startProcess({ HOST: "192.0.2.1" }), /HOST is "192\.0\.2\.1"/);
});

test("a certificate that is none is refused", async () => {
  const file = join(aDataDir(), "cert.pem");
  writeFileSync(file, "no certificate");
  expectSentence(await startProcess({ TLS_CERT: file, TLS_KEY: file }), /TLS_CERT .*cannot be used/);
});

test("a database of a newer version is refused", async () => {
  const dir = aDataDir();
  const ledger = await openLedger(dir, "test");
  await ledger.database.close();
  const database = new DatabaseSync(join(dir, "one-map.db"));
  database.exec("insert into migration values (999, 'future', 'x', 'x')");
  database.close();
  await expect(openLedger(dir, "test")).rejects.toThrow(/newer version/);
  const edited = new DatabaseSync(join(dir, "one-map.db"));
  edited.exec("delete from migration where number = 999; update migration set checksum = 'x'");
  edited.close();
  await expect(openLedger(dir, "test")).rejects.toThrow(/not the one this version has/);
});

test("network file systems are refused by their magic number", () => {
  const dir = aDataDir();
  for (const type of [0x6969, 0xff534d42, 0xff534d42 | 0, 0xfe534d42]) {
    expect(() => prepareDataDir(dir, { statfs: () => ({ type }) })).toThrow(/network file system/);
  }
  expect(() => prepareDataDir(dir, { statfs: () => ({ type: 0xef53 }) })).not.toThrow();
});

test("a SQLite that can damage a database is refused", () => {
  for (const version of ["3.45.0", "3.51.2", "3.52.0"]) {
    expect(() => refuseBadSqlite(version)).toThrow(version);
  }
  for (const version of ["3.51.3", "3.52.1", "3.53.4", "4.0.0"]) {
    expect(() => refuseBadSqlite(version)).not.toThrow();
  }
});
