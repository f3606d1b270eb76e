import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LONGEST_PAGE_MS } from "#server/brief/route.ts";
import { circularRoutes, LONGEST_CIRCULAR_MS } from "#server/circular/route.ts";
import { longestStay } from "#server/export/places.ts";
import { limitBodyTime } from "#server/http/body-time.ts";
import { requestLog } from "#server/http/request-log.ts";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { createHttpServer, type Patience } from "#server/listen.ts";
import { aDataDir } from "../factories.ts";
import { asGuest } from "./as-guest.ts";
import { aMap } from "./brief/a-brief.ts";
import { type Sent, send } from "./brief/alone.ts";

const WHERE = { HOST: "127.0.0.1", PORT: 0, TLS_CERT: undefined, TLS_KEY: undefined };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger(aDataDir(), "test");
});
afterAll(() => ledger.database.close());

/** A server as the product makes it, with one place and one that waits, and what it takes to be patient. */
async function open(patience: Patience) {
  const app = express().disable("etag").set("query parser", false).use(requestLog(silent), asGuest);
  app.use(limitBodyTime(100));
  const { database, revisions } = ledger;
  const geography = { boundary: { reviewNumber: null, credits: [] } };
  const room = { atOnce: 1, waiting: 1 };
  app.use(circularRoutes({ db: database.read, revisions, geography, room, longestMs: 20_000 }));
  app.use((_req, res) => res.end("here"));
  const server = createHttpServer(WHERE, app, patience);
  server.listen(0, WHERE.HOST);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${WHERE.HOST}:${port}`,
    arrival: () => once(server, "request"),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An upload that waits behind another, and is not whole before its turn: its status, or why it was cut. */
async function waiting(patience: Patience) {
  const { url, arrival, close } = await open(patience);
  const address = `${url}/export/circular.docx?period=2012Q3&regions=152501`;
  const queue = async (): Promise<Sent> => {
    const arrived = arrival();
    const upload = send(address);
    upload.sent.write(aMap({ map: { pixels: { width: 40, height: 30 } } } as Parameters<typeof aMap>[0]));
    await arrived;
    return upload;
  };
  const first = await queue();
  const second = await queue();
  const ended = second.answered.then(
    ({ statusCode }) => statusCode,
    (error: NodeJS.ErrnoException) => error.code,
  );
  const haveTurn = () => {
    second.sent.end();
    first.sent.destroy();
  };
  return { ended, haveTurn, close };
}

const every = { headersTimeout: 100, connectionsCheckingInterval: 20 };

test("an upload that waits for its turn is not cut by the server's limit of a request", async () => {
  const requestTimeout = longestStay({ atOnce: 1, waiting: 1 }, 10_000);
  const patient = await waiting({ requestTimeout, ...every });
  // A server that is less patient cuts one that came later: so the one before was looked at, and let be.
  const impatient = await waiting({ requestTimeout: 200, ...every });
  expect([408, "ECONNRESET", "EPIPE"]).toContain(await impatient.ended);
  patient.haveTurn();
  expect(await patient.ended).toBe(200);
  await Promise.all([patient.close(), impatient.close()]);
}, 60_000);

test("the product's own limit holds the longest queue with its page, and what is no upload has seconds", async () => {
  const server = createHttpServer(WHERE, () => undefined);
  expect(server.requestTimeout).toBeGreaterThanOrEqual(Math.max(LONGEST_PAGE_MS, LONGEST_CIRCULAR_MS));
  // Twenty wait behind two, each of up to two minutes.
  expect(server.requestTimeout).toBeGreaterThanOrEqual(11 * 120_000);
  expect(server.headersTimeout).toBeLessThanOrEqual(15_000);
  const { url, close } = await open({ requestTimeout: 60_000, headersTimeout: 15_000 });
  const slow = send(`${url}/trpc/project.list`, { "content-length": "1000" });
  slow.answered.then((answer) => answer.resume()).catch(() => undefined);
  slow.sent.write("{");
  const started = performance.now();
  await once(slow.sent, "close");
  expect(performance.now() - started).toBeLessThan(5_000);
  await close();
}, 30_000);
