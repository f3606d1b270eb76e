import express from "express";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import type { UploadStatus } from "#domain/sheet/upload.ts";
import { requestLog } from "#server/http/request-log.ts";
import { sheetRoutes } from "#server/workbook/route.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { apiOf } from "../../factories.ts";
import { aFilingLedger, aReport, as, FORESTRY, MONTH, NOW, OFFICE, WATER } from "../filing/filing-office.ts";
import { ask, refusalOf } from "../serve.ts";
import { at } from "./make-xlsx.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const PEOPLE: Record<string, Who> = { WATER, FORESTRY, OFFICE };

/** The routes alone, asked by whom the header names; one report of the unit stands as a draft. */
async function open() {
  const ledger = await aFilingLedger();
  const water = as(ledger, WATER);
  const { items } = await water.period.mine({ month: MONTH });
  const [first] = items;
  if (first === undefined) throw new Error("the unit files for nothing");
  const content = aReport({ stage: first.stageBefore });
  await water.report.save({ unit: "dept-water", month: MONTH, item: first.item.id, edition: 0, content });
  const uploads = new Uploads();
  const app = express().set("query parser", false).use(requestLog(silent));
  app.use((req, res, next) => {
    const who = PEOPLE[req.get("X-Test-Who") ?? ""] ?? null;
    Object.assign(res.locals, { asker: { who, session: null, guest: "guest" } });
    next();
  });
  app.use(sheetRoutes({ db: ledger.database.read, uploads, log: silent }));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/filing`;
  const close = async () => {
    await new Promise((resolve) => server.close(resolve));
    await uploads.close();
    await ledger.database.close();
  };
  return { api: apiOf(ledger, WATER, () => NOW, undefined, uploads), items, url, close };
}

let house: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  house = await open();
});
afterAll(() => house.close());

const get = (path: string, who = "WATER") => ask(`${house.url}/${path}`, { headers: { "X-Test-Who": who } });
const post = (query: string, body: Uint8Array, who = "WATER") =>
  ask(`${house.url}/upload?${query}`, {
    method: "POST",
    headers: { "X-Test-Who": who, "Content-Length": String(body.length) },
    body: Buffer.from(body),
  });

/** Sends a file in over HTTP and waits until it is read. */
async function uploaded(body: Uint8Array, name = "九月.xlsx"): Promise<UploadStatus> {
  const sent = await post(`month=${MONTH}&name=${encodeURIComponent(name)}`, body);
  expect(sent.status).toBe(202);
  const { job } = JSON.parse(sent.text) as UploadStatus;
  const status = () => house.api.upload.get({ job });
  await expect.poll(async () => (await status()).state, { interval: 5, timeout: 20_000 }).not.toBe("reading");
  return status();
}

/** A workbook of ours with another text in one cell, as a program that fills it in would leave it. */
function withCell(file: Uint8Array, address: string, text: string): Uint8Array {
  const parts = unzipSync(file);
  const cell = new RegExp(`<c r="${address}"([^>]*?)(?: t="\\w+")?(?:/>|>.*?</c>)`, "s");
  const name = Object.keys(parts).find((one) => {
    const part = parts[one];
    return /worksheets\/sheet\d+\.xml$/.test(one) && part !== undefined && cell.test(strFromU8(part));
  });
  const part = name === undefined ? undefined : parts[name];
  if (name === undefined || part === undefined) throw new Error(`no sheet has a cell ${address}`);
  const made = `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return zipSync({ ...parts, [name]: strToU8(strFromU8(part).replace(cell, made)) });
}

test.each(["xlsx", "csv"])(
  "a sheet that was taken away as %s and comes back untouched changes nothing",
  async (format) => {
    const file = await get(`sheet.${format}?month=${MONTH}`);
    expect(file.status).toBe(200);
    expect(file.headers["cache-control"]).toBe("private, no-store");
    expect(file.headers["content-disposition"]).toBe(
      `attachment; filename="report-dept-water-${MONTH}.${format}"; filename*=UTF-8''${encodeURIComponent(`填报-内蒙古自治区水利厅-${MONTH}.${format}`)}`,
    );
    const status = await uploaded(file.body);
    expect(status).toMatchObject({
      state: "read",
      refusal: null,
      counts: { same: house.items.length, changed: 0, bad: 0 },
    });
    expect(await house.api.upload.rows({ job: status.job })).toEqual({ rows: [], total: 0 });
  },
);

test("one cell written anew in the workbook is the one difference, by its address, and it is saved", async () => {
  const { body } = await get(`sheet.xlsx?month=${MONTH}`);
  const status = await uploaded(withCell(body, at("monthActual", 2), "１，２３４.５"));
  expect(status.counts).toEqual({ same: house.items.length - 1, changed: 1, bad: 0 });
  const { rows } = await house.api.upload.rows({ job: status.job });
  expect(rows.map(({ item, changes, issues }) => ({ item, changes, issues }))).toEqual([
    {
      item: house.items[0]?.item.id,
      changes: [
        {
          address: at("monthActual", 2),
          column: "monthActual",
          was: "80.50",
          now: "1234.50",
          handled: ["full-width", "thousands"],
        },
      ],
      issues: [],
    },
  ]);
  const asked = { job: status.job, mode: "all-or-nothing", idempotencyKey: "one-cell-anew" } as const;
  expect(await house.api.upload.save(asked)).toMatchObject({ saved: 1, bad: 0 });
  const { items } = await house.api.period.mine({ month: MONTH });
  expect(items[0]?.report?.content.investment.month.actual).toBe("1234.50");
});

test("a row that is refused comes back as a workbook that can be sent in again, and is refused for the same", async () => {
  const { body } = await get(`sheet.xlsx?month=${MONTH}`);
  const status = await uploaded(withCell(body, at("monthActual", 2), "十二万"));
  expect(status.counts).toMatchObject({ changed: 0, bad: 1 });
  const back = await get(`refused.xlsx?job=${status.job}`);
  expect(back.status).toBe(200);
  const csv = await get(`refused.csv?job=${status.job}`);
  expect(csv.text).toContain("不是数字（十二万）");
  const again = await uploaded(back.body);
  expect(again.counts).toEqual({ same: 0, changed: 0, bad: 1 });
});

test("a file that is no workbook is taken in and refused as a whole, with why", async () => {
  const status = await uploaded(Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3]), "报告.pdf");
  expect(status).toMatchObject({ state: "refused", refusal: { cells: [] } });
});

test("a sheet is for who writes the unit's reports, and a refusal says what is wrong", async () => {
  const { body } = await get(`sheet.csv?month=${MONTH}`);
  const refusals = await Promise.all([
    get(`sheet.xlsx?month=${MONTH}`, ""),
    get(`sheet.xlsx?month=${MONTH}`, "OFFICE"),
    get(`sheet.xlsx?month=${MONTH}&unit=dept-water`, "FORESTRY"),
    get("sheet.xlsx?month=2012"),
    get("sheet.xlsx?month=1999-01"),
    get("refused.xlsx?job=AAAAAAAAAAAAAAAAAAAAAA"),
    post(`month=${MONTH}&unit=dept-water`, body, "FORESTRY"),
    post(`month=${MONTH}&more=1`, body),
    post(`month=${MONTH}`, Buffer.alloc(10 * 1024 * 1024 + 1)),
  ]);
  expect(refusals.map((one) => [one.status, refusalOf(one).code])).toEqual([
    [401, "UNAUTHORIZED"],
    [403, "FORBIDDEN"],
    [403, "FORBIDDEN"],
    [400, "BAD_REQUEST"],
    [404, "NOT_FOUND"],
    [404, "NOT_FOUND"],
    [403, "FORBIDDEN"],
    [400, "BAD_REQUEST"],
    [413, "PAYLOAD_TOO_LARGE"],
  ]);
});

test("another account has no part in an upload", async () => {
  const { body } = await get(`sheet.csv?month=${MONTH}`);
  const { job } = await uploaded(body, "九月.csv");
  expect((await get(`refused.csv?job=${job}`, "FORESTRY")).status).toBe(404);
});
