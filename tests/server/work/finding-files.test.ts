import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import type { Attachment } from "#domain/report/report.ts";
import { FileStore } from "#server/filing/files/file-store.ts";
import { sweepFiles, UNATTACHED_MS } from "#server/filing/files/sweep-files.ts";
import { attachmentRoutes } from "#server/http/attachment-route.ts";
import { requestLog } from "#server/http/request-log.ts";
import { aDataDir, aLedger } from "../../factories.ts";
import { codeOf, FORESTRY, OFFICE, REVIEWER, someone, WATER } from "../filing/filing-office.ts";
import { aDocx, PDF } from "../filing/sample-files.ts";
import { ask } from "../serve.ts";
import { aDraft, aFinding, aRecord, deskOf, SAMPLES, take } from "./samples.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const PEOPLE: Record<string, Who> = {
  WATER,
  FORESTRY,
  REVIEWER,
  OFFICE,
  VIEWER: someone("viewer", null),
  EDUCATION: someone("reporter", "dept-education"),
};

/** The routes of files alone, asked by whom the header names. */
async function open() {
  const ledger = await aLedger();
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

async function send(who: string, body: Buffer, name: string): Promise<Attachment> {
  const sent = await ask(house.url, {
    method: "POST",
    headers: {
      "X-Test-Who": who,
      "X-File-Name": encodeURIComponent(name),
      "Content-Length": String(body.length),
    },
    body,
  });
  expect(sent.status).toBe(201);
  return JSON.parse(sent.text) as Attachment;
}
const fetched = (who: string, path: string) =>
  ask(`${house.url}/${path}`, { headers: { "X-Test-Who": who } });
const statuses = async (path: string, people: readonly string[]) =>
  Promise.all(people.map(async (who) => (await fetched(who, path)).status));

test("a finding's files are for who may see the finding: its unit, viewers and the office, and no draft's", async () => {
  const { ledger } = house;
  const photo = await send("OFFICE", PDF, "现场.pdf");
  const draft = await aDraft(ledger, "inspection", { findings: [aFinding({ files: [photo] })] });
  const path = `${draft.id}/${photo.hash}`;
  const everybody = ["OFFICE", "FORESTRY", "REVIEWER", "VIEWER", "EDUCATION", ""];
  expect(await statuses(path, everybody)).toEqual([200, 403, 403, 403, 403, 401]);
  const begun = await take(ledger, OFFICE, "inspection", draft, "begin");
  await take(ledger, OFFICE, "inspection", begun, "notify");
  expect(await statuses(path, everybody)).toEqual([200, 200, 200, 200, 403, 401]);
  const got = await fetched("FORESTRY", path);
  expect(got.body.equals(PDF)).toBe(true);
  expect(got.headers).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });
  expect(got.headers["content-disposition"]).toContain(encodeURIComponent("现场.pdf"));
  // Another record opens no door to it.
  const other = await aRecord(ledger, "inspection");
  expect((await fetched("OFFICE", `${other.id}/${photo.hash}`)).status).toBe(404);
});

test("a finding holds what the office sent in, as what it was found to be, or what it had before", async () => {
  const { ledger } = house;
  const foreign = await send("WATER", aDocx({ "word/x.xml": "foreign" }), "别人的.docx");
  const own = await send("OFFICE", aDocx({ "word/x.xml": "own" }), "笔录.docx");
  const draft = await aDraft(ledger, "inspection");
  const save = (files: Attachment[], edition = draft.edition) =>
    deskOf(ledger, OFFICE, "inspection").save({
      id: draft.id,
      edition,
      content: { ...SAMPLES.inspection.content, findings: [aFinding(), aFinding({ files })] },
    });
  const refused = await save([own, foreign]).catch((error) => error);
  expect(refused.cause.issues.map((issue: { path: unknown[] }) => issue.path.join("."))).toEqual([
    "content.findings.1.files.1",
  ]);
  expect(await codeOf(save([{ ...own, type: "pdf" }]))).toBe("BAD_REQUEST");
  expect(await codeOf(save([own, own]))).toBe("BAD_REQUEST");
  expect(await codeOf(save([{ ...own, hash: "0".repeat(64) }]))).toBe("BAD_REQUEST");
  expect(await codeOf(save(Array.from({ length: 11 }, () => own)))).toBe("BAD_REQUEST");
  const saved = await save([own]);
  // Of another member of the office, who sent nothing in himself.
  const colleague = someone("office", "dept-education");
  const again = await deskOf(ledger, colleague, "inspection").save({
    id: draft.id,
    edition: saved.edition,
    content: { ...saved.content, title: "改了标题" },
  });
  expect(again.content.findings[1]?.files).toEqual([own]);
});

test("files that a version holds stay with it; those of a draft that is called off are swept away", async () => {
  const { ledger, store } = house;
  const kept = await send("OFFICE", aDocx({ "word/x.xml": "kept" }), "留存.docx");
  const gone = await send("OFFICE", aDocx({ "word/x.xml": "gone" }), "作废.docx");
  const begun = await aRecord(ledger, "inspection", { findings: [aFinding({ files: [kept] })] });
  const notified = await take(ledger, OFFICE, "inspection", begun, "notify");
  await take(ledger, OFFICE, "inspection", notified, "adjust", {
    words: { words: "更正" },
    content: {
      ...notified.content,
      findings: notified.content.findings.map(({ files: _files, ...one }) => one),
    },
  });
  const draft = await aDraft(ledger, "inspection", { findings: [aFinding({ files: [gone] })] });
  await take(ledger, OFFICE, "inspection", draft, "cancel", { words: { words: "取消" } });
  expect((await fetched("OFFICE", `${draft.id}/${gone.hash}`)).status).toBe(404);
  await sweepFiles(ledger.database.write, store, silent, new Date(Date.now() + UNATTACHED_MS + 1000));
  expect([await store.has(kept.hash), await store.has(gone.hash)]).toEqual([true, false]);
  expect((await fetched("OFFICE", `${begun.id}/${kept.hash}`)).status).toBe(200);
});
