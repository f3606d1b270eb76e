import { once } from "node:events";
import express from "express";
import { expect, test } from "vitest";
import { parseView } from "#domain/view.ts";
import { csv } from "#server/export/csv.ts";
import { gather } from "#server/export/gather.ts";
import { geojson } from "#server/export/geojson.ts";
import { oc4ids } from "#server/export/oc4ids.ts";
import { Places, TooManyExports } from "#server/export/places.ts";
import { type ExportParts, exportRoutes } from "#server/export/route.ts";
import { xlsx } from "#server/export/xlsx.ts";
import { requestLog } from "#server/http/request-log.ts";
import { openLedger } from "#server/ledger.ts";
import { loadGeography } from "#server/page/geography.ts";
import { aDataDir } from "../../factories.ts";
import { longestHold } from "../longest-hold.ts";
import { ask, refusalOf } from "../serve.ts";

const FORMATS = { csv, geojson, xlsx, oc4ids };

/** The export routes alone, with limits of their own. */
async function open(limits: Pick<ExportParts, "room" | "most">) {
  const { database, revisions } = await openLedger(aDataDir(), "test");
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const app = express().disable("etag").set("query parser", false).use(requestLog(silent));
  app.use(exportRoutes({ db: database.read, revisions, geography: loadGeography(), ...limits }));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const close = async () => {
    await new Promise((resolve) => server.close(resolve));
    await database.close();
  };
  return { url, arrival: () => once(server, "request"), close };
}

test("of many exports at once some wait, the rest are told to come back, and then all is as before", async () => {
  const { url, close } = await open({ room: { atOnce: 1, waiting: 3 } });
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => ask(`${url}/export/ledger.csv?q=${n}`)),
  );
  const refused = answers.filter((answer) => answer.status !== 200);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(4);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    expect(refusalOf(answer)).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
    expect(answer.headers).toMatchObject({ "retry-after": "5", "cache-control": "no-store" });
    expect(answer.headers.etag).toBeUndefined();
  }
  expect((await ask(`${url}/export/ledger.csv`)).status).toBe(200);
  await close();
});

test("a place is free again whatever became of the export that had it", async () => {
  const places = new Places({ atOnce: 1, waiting: 1 });
  const order: string[] = [];
  const first = places.use(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    order.push("first");
    throw new Error("disk full");
  });
  const second = places.use(async () => order.push("second"));
  await expect(places.use(async () => order.push("third"))).rejects.toThrow(TooManyExports);
  await expect(first).rejects.toThrow("disk full");
  await second;
  expect(await places.use(async () => order.push("fourth"))).toBe(3);
  expect(order).toEqual(["first", "second", "fourth"]);
});

test("who leaves in the middle leaves the place to the next", async () => {
  const { url, arrival, close } = await open({ room: { atOnce: 1, waiting: 0 } });
  const left = new AbortController();
  const arrived = arrival();
  const gone = fetch(`${url}/export/ledger.geojson`, { signal: left.signal }).catch(() => null);
  await arrived;
  left.abort();
  await gone;
  await expect.poll(async () => (await ask(`${url}/export/ledger.csv`)).status).toBe(200);
  await close();
});

test("a view of more rows than a file holds is refused in words", async () => {
  const { url, close } = await open({ most: 20 });
  const whole = await ask(`${url}/export/ledger.csv`);
  expect(refusalOf(whole)).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  expect(refusalOf(whole).message).toContain("20 rows");
  expect((await ask(`${url}/export/ledger.csv?region=150300`)).status).toBe(200);
  await close();
});

test("no format holds the event loop, the first time or the second", async () => {
  const { database } = await openLedger(aDataDir(), "test");
  const asked = {
    view: parseView(""),
    lang: "zh-CN",
    origin: "http://a",
    path: "/x",
    revision: 1,
    reviewNumber: null,
  } as const;
  for (const [name, format] of Object.entries(FORMATS)) {
    for (const time of ["first", "second"]) {
      const held = await longestHold(async () => {
        let bytes = 0;
        for await (const piece of format.write(await gather(database.read, asked))) bytes += piece.length;
        expect(bytes).toBeGreaterThan(10_000);
      });
      expect(held, `${name}, ${time} time`).toBeLessThan(50);
    }
  }
  await database.close();
});
