import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atlasRoutes } from "#server/brief/atlas-route.ts";
import { OpenAtlases } from "#server/brief/open-atlases.ts";
import { requestLog } from "#server/http/request-log.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";
import { ask, refusalOf } from "../serve.ts";
import { aBrief, aMap } from "./a-brief.ts";

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger(aDataDir(), "test");
});
afterAll(() => ledger.database.close());

type OpenFile = () => Promise<FileHandle>;

/** The atlas routes over files of a test's own; what nobody foresaw comes out as 500. */
async function serveAtlases(openFile: OpenFile) {
  const { database, revisions } = ledger;
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const app = express().disable("etag").set("query parser", false).use(requestLog(silent));
  const atlases = new OpenAtlases({ openFile });
  const geography = { boundary: { reviewNumber: null, credits: [] } };
  app.use(atlasRoutes({ db: database.read, revisions, geography, atlases }));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    call: (method: string, path: string, body?: Buffer) =>
      ask(`http://127.0.0.1:${port}/export/atlas${path}`, {
        method,
        ...(body === undefined ? {} : { body }),
      }),
    close: async () => {
      await atlases.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** More than one piece of a file: what follows a picture goes into it unread. */
async function aBody(): Promise<Buffer> {
  const brief = aBrief({ page: "figure" });
  const { sheet } = await apiOf(ledger).brief.sheet(brief);
  return Buffer.concat([Buffer.from(`${JSON.stringify(brief)}\n`), aMap(sheet), randomBytes(1024 * 1024)]);
}

/** The device on which every write fails as on a full disk. */
const FULL = "/dev/full";

/** Takes `room` bytes, and from then on what the system says of a full disk. */
async function aDiskWith(room: number, files: FileHandle[]): Promise<FileHandle> {
  const dir = await mkdtemp(join(tmpdir(), "one-map-disk-"));
  const [file, full] = await Promise.all([open(join(dir, "file"), "wx+"), open(FULL, "r+")]);
  await rm(dir, { recursive: true });
  files.push(file);
  let left = room;
  const append = async (piece: Uint8Array) => {
    left -= piece.length;
    await (left < 0 ? full : file).appendFile(piece);
  };
  const close = async () => {
    await Promise.all([file.close(), full.close()]);
  };
  return new Proxy(file, {
    get: (of, key) => {
      if (key === "appendFile") return append;
      if (key === "close") return close;
      const value: unknown = Reflect.get(of, key, of);
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
}

test.skipIf(!existsSync(FULL)).each([
  ["at once", 0],
  ["in the middle", 600 * 1024],
])(
  "a disk that is full %s is told in words with 507; no half file is left, and its place is free",
  async (_when, room) => {
    const files: FileHandle[] = [];
    const { call, close } = await serveAtlases(() => aDiskWith(room, files));
    const body = await aBody();
    const begin = async () => JSON.parse((await call("POST", ".pptx")).text).id as string;
    const id = await begin();
    const steps = ["/1", "/2", "/3", "/end"].map((step) => () => call("POST", `/${id}${step}`, body));
    const answers = [];
    for (const step of steps) {
      const answer = await step();
      answers.push(answer);
      if (answer.status !== 204) break;
    }
    const last = answers.at(-1);
    if (last === undefined) throw new Error("no answer");
    expect(refusalOf(last)).toMatchObject({
      status: 507,
      code: "INSUFFICIENT_STORAGE",
      message: "The server's disk is full.",
    });
    expect(files.map(({ fd }) => fd)).toEqual([-1]);
    for (const [method, path] of [
      ["GET", ""],
      ["POST", "/end"],
    ] as const) {
      expect(refusalOf(await call(method, `/${id}${path}`))).toMatchObject({ status: 404 });
    }
    // All three places are there again, and no more.
    const ids = [await begin(), await begin(), await begin()];
    expect(new Set(ids).size).toBe(3);
    expect((await call("POST", ".pptx")).status).toBe(429);
    await close();
    expect(files.every(({ fd }) => fd === -1)).toBe(true);
  },
  60_000,
);

test("a disk that has no room for so much as a file is told the same, and the place is free", async () => {
  const none = Object.assign(new Error("ENOSPC: no space left on device, mkdtemp"), { code: "ENOSPC" });
  const { call, close } = await serveAtlases(() => Promise.reject(none));
  for (let time = 0; time < 5; time += 1) {
    expect(refusalOf(await call("POST", ".pdf"))).toMatchObject({
      status: 507,
      code: "INSUFFICIENT_STORAGE",
    });
  }
  await close();
});
