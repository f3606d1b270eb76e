import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import type { Attachment } from "#domain/report/report.ts";
import { FileStore } from "#server/filing/files/file-store.ts";
import { sweepFiles, UNATTACHED_MS } from "#server/filing/files/sweep-files.ts";
import { attachmentRoutes } from "#server/http/attachment-route.ts";
import { requestLog } from "#server/http/request-log.ts";
import { aDataDir } from "../../factories.ts";
import { ask, refusalOf } from "../serve.ts";
import {
  aFilingLedger,
  aReport,
  as,
  codeOf,
  FORESTRY,
  ledItem,
  MONTH,
  OFFICE,
  REVIEWER,
  someone,
  WATER,
} from "./filing-office.ts";
import { aDocx, PDF } from "./sample-files.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const PEOPLE: Record<string, Who> = {
  WATER,
  FORESTRY,
  REVIEWER,
  VIEWER: someone("viewer", null),
  NOBODY: someone("reporter", null),
};

/** The routes alone, asked by whom the header names. */
async function open() {
  const ledger = await aFilingLedger();
  const store = new FileStore(join(aDataDir(), "attachments"));
  const app = express().use(requestLog(silent));
  app.use((req, res, next) => {
    const who = PEOPLE[req.get("X-Test-Who") ?? ""] ?? null;
    Object.assign(res.locals, { asker: { who, session: null, guest: "guest" } });
    next();
  });
  app.use(attachmentRoutes({ ledger, auditHash: "sha256", store, scanCommand: undefined }));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/attachments`;
  const close = async () => {
    await new Promise((resolve) => server.close(resolve));
    await ledger.database.close();
  };
  return { ledger, store, url, close };
}

let house: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  house = await open();
});
afterAll(() => house.close());

const send = (who: string, body: Buffer, name = "进度.pdf", more: Record<string, string> = {}) =>
  ask(house.url, {
    method: "POST",
    headers: {
      "X-Test-Who": who,
      "X-File-Name": encodeURIComponent(name),
      "Content-Length": String(body.length),
      ...more,
    },
    body,
  });
const fetch = (who: string, path: string) => ask(`${house.url}/${path}`, { headers: { "X-Test-Who": who } });

test("a file goes with its report: its unit and its reviewer have it, every account once it is published", async () => {
  const sent = await send("WATER", PDF, "../进度 “一期”.pdf");
  expect(sent.status).toBe(201);
  const file = JSON.parse(sent.text) as Attachment;
  expect(file).toMatchObject({ name: "进度 “一期”.pdf", type: "pdf", bytes: PDF.length });
  const { item, stageBefore } = await ledItem(house.ledger, WATER);
  const where = { unit: "dept-water", month: MONTH, item: item.id };
  const content = aReport({ stage: stageBefore, attachments: [file] });
  const unit = as(house.ledger, WATER);
  const saved = await unit.report.save({ ...where, edition: 0, content });
  const path = `${saved.id}/${file.hash}`;
  const mine = await fetch("WATER", path);
  expect(mine.body.equals(PDF)).toBe(true);
  expect(mine.headers).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });
  expect(mine.headers["content-disposition"]).toBe(
    `attachment; filename="attachment.pdf"; filename*=UTF-8''${encodeURIComponent("进度 “一期”.pdf")}`,
  );
  const statuses = async () =>
    Promise.all(["REVIEWER", "FORESTRY", "VIEWER", ""].map(async (who) => (await fetch(who, path)).status));
  expect(await statuses()).toEqual([200, 403, 403, 401]);
  const { id, edition } = await unit.report.submit({ id: saved.id, edition: saved.edition });
  await as(house.ledger, REVIEWER).report.accept({ reports: [{ id, edition }] });
  await as(house.ledger, OFFICE).report.publish({ month: MONTH });
  expect(await statuses()).toEqual([200, 200, 200, 401]);
  // Another's report opens no door to it, nor does a path.
  for (const wrong of [
    `${"0".repeat(26)}/${file.hash}`,
    `${saved.id}/${"0".repeat(64)}`,
    `${saved.id}/..%2f..%2fone-map.db`,
  ]) {
    expect((await fetch("WATER", wrong)).status).toBe(404);
  }
});

test("a unit attaches what it sent in itself, as what it was found to be", async () => {
  const sent = await send("WATER", aDocx(), "说明.docx");
  const file = JSON.parse(sent.text) as Attachment;
  const forestry = as(house.ledger, FORESTRY);
  const { item } = await ledItem(house.ledger, FORESTRY);
  const save = (attachments: Attachment[]) =>
    codeOf(
      forestry.report.save({
        unit: "dept-forestry",
        month: MONTH,
        item: item.id,
        edition: 0,
        content: aReport({ attachments }),
      }),
    );
  expect(await save([file])).toBe("BAD_REQUEST");
  const own = JSON.parse((await send("FORESTRY", aDocx(), "说明.docx")).text) as Attachment;
  expect(await save([{ ...own, type: "pdf" }])).toBe("BAD_REQUEST");
  expect(await save([own, own])).toBe("BAD_REQUEST");
  expect(await save([own])).toBe("OK");
});

test("what cannot be taken is refused in words", async () => {
  expect(refusalOf(await send("", PDF))).toMatchObject({ status: 401, code: "UNAUTHORIZED" });
  expect(refusalOf(await send("VIEWER", PDF))).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect(refusalOf(await send("NOBODY", PDF))).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect(refusalOf(await send("WATER", Buffer.from("<script>")))).toMatchObject({
    status: 400,
    code: "BAD_REQUEST",
  });
  expect(refusalOf(await send("WATER", PDF, "x", { "X-File-Name": "%E0%A4%A" }))).toMatchObject({
    status: 400,
  });
  expect(refusalOf(await send("WATER", PDF, "x", { "X-File-Name": "" }))).toMatchObject({ status: 400 });
  expect(refusalOf(await send("WATER", PDF, "x.pdf", { "Content-Encoding": "gzip" }))).toMatchObject({
    status: 400,
  });
  const big = await send("WATER", Buffer.alloc(20 * 1024 * 1024 + 1));
  expect(refusalOf(big)).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
});

test("what no report holds is swept away after a week, what one holds is not", async () => {
  const loose = JSON.parse(
    (await send("WATER", aDocx({ "word/x.xml": "loose" }), "a.docx")).text,
  ) as Attachment;
  const held = (
    await house.ledger.database.read.selectFrom("attachment").select("hash").executeTakeFirstOrThrow()
  ).hash;
  const { write } = house.ledger.database;
  await sweepFiles(write, house.store, silent);
  expect(await house.store.has(loose.hash)).toBe(true);
  await sweepFiles(write, house.store, silent, new Date(Date.now() + UNATTACHED_MS + 1000));
  expect([await house.store.has(loose.hash), await house.store.has(held)]).toEqual([false, true]);
});
