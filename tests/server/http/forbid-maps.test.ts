import { afterAll, beforeAll, expect, test } from "vitest";
import { blockingIn } from "#domain/brief/preflight.ts";
import { OpenAtlases } from "#server/brief/open-atlases.ts";
import { FileStore } from "#server/filing/files/file-store.ts";
import { createApp } from "#server/http/app.ts";
import { DEFAULT_LIMIT } from "#server/http/rate-limit.ts";
import { loadGeography } from "#server/page/geography.ts";
import { peopleOf } from "#server/people/people.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { aDataDir } from "../../factories.ts";
import { aBrief, aMap } from "../brief/a-brief.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve({ REQUIRE_REVIEW_NUMBER: "true" });
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const post = (path: string, body = Buffer.alloc(0)) =>
  ask(`${served.url}${path}`, { method: "POST", headers: { Origin: served.url }, body });

test.each([
  "/export/brief.pdf",
  "/export/brief.pptx",
  "/export/brief.docx",
  "/export/Brief.pdf/",
  "/export/atlas.pdf",
  "/export/atlas.pptx",
  "/export/circular.docx?period=2012Q3",
])("boundaries without a review number leave by no export: POST %s", async (path) => {
  // Told to a sender who is still sending, too.
  for (const body of [Buffer.alloc(0), Buffer.alloc(8 * 1024 * 1024)]) {
    const refusal = refusalOf(await post(path, body));
    expect(refusal).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(refusal.message).toContain("审图号");
  }
});

test("a page that is laid out says that it may not be written", async () => {
  const answer = await ask(callUrl(served, "brief.sheet", aBrief()));
  const { problems } = JSON.parse(answer.text).result.data;
  expect(problems).toContainEqual({ kind: "mapForbidden" });
  expect(blockingIn(problems)).toEqual({ kind: "mapForbidden" });
});

test("the picture of a view is refused on a page in words", async () => {
  const page = await ask(`${served.url}/overview.svg?region=150600`, { headers: { Accept: "text/html" } });
  expect([page.status, page.headers["content-type"]]).toEqual([403, "text/html; charset=utf-8"]);
  expect(page.text).toContain("审图号");
  expect(page.text).not.toContain("<svg");
  const plain = await ask(`${served.url}/overview.svg`);
  expect([plain.status, plain.text.includes("审图号")]).toEqual([403, true]);
});

test("what carries no map is as it was: the page, data, and a circular without its picture", async () => {
  for (const path of [
    "/",
    "/export/ledger.csv",
    "/export/ledger.xlsx",
    "/export/circular.docx?period=2012Q3",
  ]) {
    expect((await ask(`${served.url}${path}`)).status).toBe(200);
  }
});

test("with a review number, or without the setting, every export goes out, and says which it has", async () => {
  const open = await serve();
  expect((await ask(`${open.url}/overview.svg`)).status).toBe(200);
  await open.stop();

  const geography = loadGeography();
  const reviewNumber = "蒙S（2026）001号";
  const atlases = new OpenAtlases();
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const app = createApp({
    ledger: served.ledger,
    people: peopleOf(served.ledger.database.write),
    auditHash: "sha256",
    now: () => new Date(),
    files: { store: new FileStore(aDataDir()), scanCommand: undefined },
    geography: { ...geography, boundary: { ...geography.boundary, reviewNumber } },
    atlases,
    rooms: new Rooms(),
    uploads: new Uploads(),
    client: { routes: (_req, _res, next) => next(), template: async () => "", close: async () => {} },
    log: silent,
    tls: false,
    dev: false,
    limit: DEFAULT_LIMIT,
    requireReviewNumber: true,
  });
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  expect((await ask(`${url}/overview.svg`)).text).toContain(reviewNumber);
  const brief = aBrief({ page: "figure" });
  const { sheet, problems } = JSON.parse((await ask(callUrl({ ...served, url }, "brief.sheet", brief))).text)
    .result.data;
  expect(blockingIn(problems)).toBeUndefined();
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(brief)}\n`), aMap(sheet)]);
  const answer = await ask(`${url}/export/brief.pdf`, { method: "POST", headers: { Origin: url }, body });
  expect(answer.status).toBe(200);
  const atlas = await ask(`${url}/export/atlas.pdf`, { method: "POST", headers: { Origin: url } });
  expect(atlas.status).toBe(201);
  await atlases.close();
  await new Promise((resolve) => server.close(resolve));
}, 60_000);

test("the setting is true or false, and nothing else", async () => {
  await expect(serve({ REQUIRE_REVIEW_NUMBER: "yes", DATA_DIR: aDataDir() })).rejects.toThrow(
    /REQUIRE_REVIEW_NUMBER is "yes", expected true or false/,
  );
});
