import { createSocket } from "node:dgram";
import { existsSync, mkdirSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anchorOnce, startAnchoring } from "#server/audit/anchoring.ts";
import { readAnchors } from "#server/audit/anchors.ts";
import { sendSyslog, syslogMessage } from "#server/audit/syslog.ts";
import { auditHead } from "#server/db/audit.ts";
import type { Ledger } from "#server/ledger.ts";
import { aTrail, noteOne } from "./trail.ts";

type Line = { level: string; message: string; audit?: { seq: number; hash: string } };
let trail: Ledger & { dir: string };
let lines: Line[] = [];
const logAs = (level: string) => (about: object, message?: string) =>
  void lines.push({ level, message: message ?? "", ...about });
const log = { debug: logAs("debug"), info: logAs("info"), warn: logAs("warn"), error: logAs("error") };

beforeEach(async () => {
  lines = [];
  trail = await aTrail(2);
});
afterEach(() => trail.database.close());

const parts = (more: { syslog?: string; now?: () => Date } = {}) => ({
  db: trail.database.read,
  dir: trail.dir,
  log,
  ...more,
});

test("the head is in the file and in the log at the start, and once a day", async () => {
  let day = "2026-03-01T23:00:00.000Z";
  const { look, stop } = await startAnchoring(parts({ now: () => new Date(day) }));
  const head = await auditHead(trail.database.read);
  expect(readAnchors(trail.dir)).toEqual({ anchors: [{ at: day, ...head }], bad: [] });
  expect(lines).toEqual([{ level: "info", message: expect.any(String), audit: { at: day, ...head } }]);
  await noteOne(trail, "later");
  await look();
  expect(readAnchors(trail.dir).anchors).toHaveLength(1);
  day = "2026-03-02T00:00:01.000Z";
  await look();
  await look();
  expect(readAnchors(trail.dir).anchors.map(({ at, seq }) => [at, seq])).toEqual([
    ["2026-03-01T23:00:00.000Z", 2],
    ["2026-03-02T00:00:01.000Z", 3],
  ]);
  stop();
});

test("a second start on the same day anchors what is new, and nothing where nothing is", async () => {
  const start = async () => (await startAnchoring(parts())).stop();
  await start();
  await start();
  expect(readAnchors(trail.dir).anchors).toHaveLength(1);
  await noteOne(trail, "later");
  await start();
  expect(readAnchors(trail.dir).anchors.map((anchor) => anchor.seq)).toEqual([2, 3]);
});

test("where the file cannot be written the server serves on, and says so", async () => {
  mkdirSync(join(trail.dir, "anchors"));
  const { stop } = await startAnchoring(parts());
  expect(lines.map((line) => [line.level, line.message])).toEqual([
    ["error", "the anchors of the audit trail cannot be read"],
    ["error", "the audit trail was not anchored"],
  ]);
  stop();
});

test("a trail without a row has no head to say", async () => {
  const empty = await aTrail(0);
  expect(await anchorOnce({ ...parts(), db: empty.database.read, dir: empty.dir })).toBe(false);
  expect(existsSync(join(empty.dir, "anchors"))).toBe(false);
  await empty.database.close();
});

test("a syslog has the head by UDP, in the words of RFC 5424", async () => {
  const receiver = createSocket("udp4");
  await new Promise<void>((resolve) => receiver.bind(0, "127.0.0.1", resolve));
  const message = new Promise<string>((resolve) =>
    receiver.once("message", (bytes) => resolve(String(bytes))),
  );
  const { stop } = await startAnchoring(parts({ syslog: `udp://127.0.0.1:${receiver.address().port}` }));
  const said = await message;
  expect(said).toMatch(
    /^<109>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \S{1,255} one-map \d+ audit-head - \ufeff\{/,
  );
  expect(JSON.parse(said.slice(said.indexOf("{")))).toMatchObject(await auditHead(trail.database.read));
  stop();
  receiver.close();
});

test("by TCP a message is counted in octets", async () => {
  let said = "";
  const server = createServer((socket: Socket) => socket.on("data", (bytes) => (said += String(bytes))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const message = syslogMessage("audit-head", "头", new Date("2026-03-01T00:00:00.000Z"), "主机");
  await sendSyslog(`tcp://127.0.0.1:${port}`, message);
  await new Promise((resolve) => server.close(resolve));
  expect(said).toBe(`${Buffer.byteLength(message)} ${message}`);
  expect(message).toContain(" -- one-map ");
});

test("a dead syslog costs nobody anything but a warning", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const address = closed.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await new Promise((resolve) => closed.close(resolve));
  const warned = new Promise<void>((resolve) => {
    log.warn = (about: object, message?: string) => {
      logAs("warn")(about, message);
      resolve();
    };
  });
  const { stop } = await startAnchoring(parts({ syslog: `tcp://127.0.0.1:${port}` }));
  await warned;
  expect(readAnchors(trail.dir).anchors).toHaveLength(1);
  expect(lines.map((line) => line.level)).toEqual(["info", "warn"]);
  stop();
});

test("one that takes a connection and says nothing is given up on", async () => {
  const silent = createServer({ allowHalfOpen: true }, (socket) => socket.pause());
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(sendSyslog(`tcp://127.0.0.1:${port}`, "x", 50)).rejects.toThrow("no answer in 50 ms");
  silent.close();
});
