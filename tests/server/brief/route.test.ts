import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Brief } from "#domain/brief/brief.ts";
import { type BriefParts, briefRoutes } from "#server/brief/route.ts";
import { requestLog } from "#server/http/request-log.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { aBrief, aMap } from "./a-brief.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  expect(unknownErrors(served)).toEqual([]);
  await served.stop();
});

const bodyOf = (brief: unknown, map: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(brief)}\n`), map]);

const sheetOf = async (brief: Brief) =>
  JSON.parse((await ask(callUrl(served, "brief.sheet", brief))).text).result.data.sheet;

const post = (body: Buffer | string, origin = served.url) =>
  ask(`${served.url}/export/brief.pdf`, { method: "POST", headers: { origin }, body });

test("a brief and the picture of its map come back as a PDF with a name", async () => {
  const brief = aBrief({ page: "figure" });
  const answer = await post(bodyOf(brief, aMap(await sheetOf(brief))));
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/pdf");
  expect(answer.headers["content-disposition"]).toMatch(
    /filename="one-map-briefing-YZT-\d{6}-[0-9A-F]{8}\.pdf"/,
  );
  expect(answer.body.subarray(0, 5).toString()).toBe("%PDF-");
  expect(answer.body.subarray(-6).toString().trim()).toBe("%%EOF");
}, 60_000);

test("another site cannot have a page made", async () => {
  const answer = await post(bodyOf(aBrief(), Buffer.alloc(0)), "http://elsewhere.test");
  expect(refusalOf(answer)).toMatchObject({ status: 403, code: "FORBIDDEN" });
});

test.each([
  ["no line feed", () => Buffer.from("{}")],
  ["no JSON", () => Buffer.from("page\n")],
  ["a page that there is not", () => bodyOf({ ...aBrief(), page: "a2" }, Buffer.alloc(0))],
  ["an unknown field", () => bodyOf({ ...aBrief(), colour: "red" }, Buffer.alloc(0))],
  ["no picture", () => bodyOf(aBrief(), Buffer.alloc(0))],
  ["no PNG", () => bodyOf(aBrief(), Buffer.alloc(2000, 7))],
])("a body with %s is refused in words", async (_what, body) => {
  expect(refusalOf(await post(body()))).toMatchObject({ status: 400, code: "BAD_REQUEST" });
});

test("a picture of other pixels than the page's is refused, and so is one that is not whole", async () => {
  const brief = aBrief({ page: "figure" });
  const sheet = await sheetOf(brief);
  const other = await post(bodyOf(brief, aMap(sheet, { width: 100, height: 100 })));
  expect(refusalOf(other).message).toContain("expected 920×660");
  const whole = aMap(sheet);
  const cut = await post(bodyOf(brief, whole.subarray(0, Math.floor(whole.length / 2))));
  expect(refusalOf(cut)).toMatchObject({ status: 400, code: "BAD_REQUEST" });
});

async function alone(limits: Pick<BriefParts, "room" | "mostBytes">) {
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const app = express().disable("etag").set("query parser", false).use(requestLog(silent));
  const { database, revisions } = served.ledger;
  const geography = { boundary: { reviewNumber: null, credits: [] } };
  app.use(briefRoutes({ db: database.read, revisions, geography, ...limits }));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/export/brief.pdf`;
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}

test("a body over the limit is refused, whether it says so or not", async () => {
  const { url, close } = await alone({ mostBytes: 1000 });
  const body = Buffer.alloc(200_000);
  const said = await ask(url, { method: "POST", headers: { "content-length": String(body.length) }, body });
  expect(refusalOf(said)).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  const unsaid = await ask(url, {
    method: "POST",
    headers: { "transfer-encoding": "chunked" },
    body: Buffer.alloc(20_000),
  });
  expect(refusalOf(unsaid)).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  await close();
});

test("of many pages at once some wait, the rest are told to come back, and then all is as before", async () => {
  const { url, close } = await alone({ room: { atOnce: 1, waiting: 2 } });
  const brief = aBrief({ page: "figure" });
  const body = bodyOf(brief, aMap(await sheetOf(brief)));
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => ask(url, { method: "POST", body }).catch(() => null)),
  );
  const made = answers.filter((answer) => answer?.status === 200);
  const refused = answers.filter((answer) => answer?.status === 429);
  expect(made).toHaveLength(3);
  for (const answer of refused) expect(answer?.headers["retry-after"]).toBe("10");
  expect(refused.length).toBeGreaterThan(0);
  expect((await ask(url, { method: "POST", body })).status).toBe(200);
  await close();
}, 120_000);
