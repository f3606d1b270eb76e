import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler } from "express";
import { afterEach, expect, test } from "vitest";
import { type CircularParts, circularRoutes } from "#server/circular/route.ts";
import { requestLog } from "#server/http/request-log.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";
import { asGuest } from "../as-guest.ts";
import { aMap } from "../brief/a-brief.ts";
import { type Sent, send, threads } from "../brief/alone.ts";
import { ask, refusalOf } from "../serve.ts";

const MB = 1024 * 1024;
const begun = threads();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The circular's route alone over a real ledger, with limits of its own. */
async function alone(limits: Pick<CircularParts, "room" | "longestMs" | "most">) {
  const { database, revisions } = await openLedger(aDataDir(), "test");
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const app = express().disable("etag").set("query parser", false).use(requestLog(silent), asGuest);
  const geography = { boundary: { reviewNumber: null, credits: [] } };
  app.use(circularRoutes({ db: database.read, revisions, geography, ...limits }));
  const unknown: unknown[] = [];
  const lastResort: ErrorRequestHandler = (error, _req, res, _next) => {
    unknown.push(error);
    res.status(500).end();
  };
  const server = app.use(lastResort).listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    expect(unknown).toEqual([]);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/export/circular.docx?period=2012Q3&regions=150600`,
    /** The next request, once it has its place or its turn to wait for: the route takes it as it comes. */
    arrival: () => once(server, "request"),
  };
}
type Alone = Awaited<ReturnType<typeof alone>>;

const png = (bytes: number): Buffer => {
  const map = aMap({ map: { pixels: { width: 40, height: 30 } } } as Parameters<typeof aMap>[0]);
  return Buffer.concat([map, Buffer.alloc(bytes)]);
};

/** Has the only place, and keeps it until it leaves. */
async function halfSent({ url, arrival }: Alone) {
  const body = png(1000);
  const arrived = arrival();
  const { sent } = send(url, { "content-length": String(body.length) });
  sent.write(body.subarray(0, 100));
  await arrived;
  return sent;
}

test("maps that wait for their turn are not read: memory stays, and the last of them is written", async () => {
  const one = await alone({ room: { atOnce: 1, waiting: 12 } });
  const { url } = one;
  const first = await halfSent(one);
  const body = png(20 * MB);
  const before = process.memoryUsage().arrayBuffers;
  const waiting: Sent[] = [];
  while (waiting.length < 12) {
    const arrived = one.arrival();
    const page = send(url);
    page.sent.end(body);
    waiting.push(page);
    await arrived;
  }
  // Whoever finds the queue full is read to the end, and so would those before it have been.
  const refused = send(url);
  refused.sent.end(body);
  await once(refused.sent, "finish");
  expect((await refused.answered).resume().statusCode).toBe(429);
  // Twelve bodies are 240 MB; what the sockets hold is little.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * MB);
  for (const { sent } of waiting.slice(0, 11)) sent.destroy();
  first.destroy();
  const answer = await waiting[11]?.answered;
  expect(answer?.statusCode).toBe(200);
  answer?.resume();
}, 60_000);

test("who leaves the queue leaves the place in it, and who leaves while it is written ends its thread", async () => {
  const one = await alone({ room: { atOnce: 1, waiting: 1 } });
  const { url } = one;
  const own = begun.alive();
  const first = await halfSent(one);
  const second = send(url);
  second.sent.end(png(0));
  const refused = async () => refusalOf(await ask(url)).code;
  await expect.poll(refused).toBe("TOO_MANY_REQUESTS");
  second.sent.destroy();
  first.destroy();
  const before = begun.all.length;
  const third = send(url);
  third.sent.end(png(0));
  await expect.poll(() => begun.all.length, { interval: 5, timeout: 10_000 }).toBe(before + 1);
  third.sent.destroy();
  await expect.poll(begun.alive).toBe(own);
  expect((await ask(url)).status).toBe(200);
}, 60_000);

test("a map that does not come, and a circular that is not done in time, are told so, and the place is free", async () => {
  const { url } = await alone({ room: { atOnce: 1, waiting: 0 }, longestMs: 60 });
  const slow = send(url, { "content-length": "1000" });
  slow.sent.write("x");
  expect((await slow.answered).statusCode).toBe(408);
  slow.sent.destroy();
  const own = begun.alive();
  expect(refusalOf(await ask(url))).toMatchObject({ status: 408, code: "TIMEOUT" });
  await expect.poll(begun.alive).toBe(own);
}, 60_000);

test("what is wrong with the question is told to a sender who is still sending", async () => {
  const { url } = await alone({ most: 3 });
  const body = png(20 * MB);
  const post = (address: string) => ask(address, { method: "POST", body });
  expect(refusalOf(await post(url.replace("Q3", "Q7")))).toMatchObject({ status: 400 });
  expect(refusalOf(await post(url))).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
}, 60_000);
