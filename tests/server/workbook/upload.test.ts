import { expect, test } from "vitest";
import { NotFoundError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import { SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import type { UploadStatus } from "#domain/sheet/upload.ts";
import { standingRows } from "#server/db/filing/standing-rows.ts";
import type { Ledger } from "#server/ledger.ts";
import { refusedSheet, unitSheet } from "#server/workbook/sheet-files.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { apiOf } from "../../factories.ts";
import { parseCsv } from "../export/parse-csv.ts";
import { aFilingLedger, codeOf, MONTH, NOW, OFFICE, WATER } from "../filing/filing-office.ts";

const OF = { unit: "dept-water", unitName: "自治区水利厅", month: MONTH };
const KEY = "press-of-a-button-1";

/** A desk with a ledger, and a sheet of it as CSV, which a test can write in. */
async function aDesk() {
  const ledger = await aFilingLedger();
  const uploads = new Uploads();
  const api = (who: Who | null) => apiOf(ledger, who, () => NOW, undefined, uploads);
  const unit = api(WATER);
  const csv = Buffer.from(await unitSheet(ledger.database.read, OF, "zh-CN", "csv")).toString();
  return { ledger, uploads, api, unit, table: parseCsv(csv) };
}

const place = (key: string) => SHEET_COLUMNS.findIndex((column) => column.key === key);
const written = (table: string[][]) =>
  Buffer.from(
    table.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(",")).join("\r\n"),
  );

/** Sends a table in and waits until it is read. */
async function send(
  uploads: Uploads,
  ledger: Ledger,
  file: Uint8Array,
  account = WATER.id,
): Promise<UploadStatus> {
  const base = standingRows(ledger.database.read, OF.unit, MONTH);
  let failure: unknown;
  const job = uploads.start({ ...OF, account, fileName: "八月.csv" }, file, base, (error) => {
    failure = error;
  });
  await expect.poll(() => failure ?? job.status.state, { interval: 5, timeout: 20_000 }).not.toBe("reading");
  expect(failure).toBeUndefined();
  return job.status;
}

const setCell = (table: string[][], row: number, key: string, text: string) => {
  const cells = table[row];
  if (cells === undefined) throw new Error(`the sheet has no row ${row}`);
  cells[place(key)] = text;
};

test("the differences are shown first, then all is saved as drafts in one go, and a trail of it is left", async () => {
  const { ledger, uploads, unit, table } = await aDesk();
  expect(table.length).toBeGreaterThan(2);
  setCell(table, 1, "done", "完成坝基开挖");
  setCell(table, 2, "yearActual", "１，２００.５");
  const status = await send(uploads, ledger, written(table));
  expect(status).toMatchObject({
    state: "read",
    progress: 1,
    counts: { changed: 2, bad: 0, same: table.length - 3 },
    fileName: "八月.csv",
    refusal: null,
  });
  const before = await unit.period.mine({ month: MONTH });
  expect(before.items.every(({ report }) => report === null)).toBe(true);
  const { rows, total } = await unit.upload.rows({ job: status.job });
  expect(total).toBe(2);
  expect(rows.map(({ item, changes }) => [item, changes.map(({ column, now }) => [column, now])])).toEqual([
    [table[1]?.[0], [["done", "完成坝基开挖"]]],
    [table[2]?.[0], [["yearActual", "1200.50"]]],
  ]);
  const asked = { job: status.job, mode: "all-or-nothing", idempotencyKey: KEY } as const;
  expect(await unit.upload.save(asked)).toEqual({ saved: 2, same: table.length - 3, bad: 0 });
  const after = await unit.period.mine({ month: MONTH });
  const saved = after.items.filter(({ report }) => report !== null);
  expect(saved.map(({ report }) => [report?.state, report?.edition])).toEqual([
    ["draft", 1],
    ["draft", 1],
  ]);
  expect(saved[0]?.report?.content).toMatchObject({
    ...EMPTY_DRAFT,
    stage: saved[0]?.stageBefore,
    done: "完成坝基开挖",
  });
  expect(saved[1]?.report?.content.investment.year).toEqual({ planned: null, actual: "1200.50" });
  const trail = await ledger.database.read.selectFrom("audit").select(["action", "account_id"]).execute();
  expect(trail.filter(({ action }) => action === "report.save")).toHaveLength(2);
  expect(trail).toContainEqual({ action: "upload.save", account_id: WATER.id });
  await ledger.database.close();
});

test("the same key again is answered the same and does nothing; another upload's key is refused", async () => {
  const { ledger, uploads, unit, table } = await aDesk();
  setCell(table, 1, "done", "一次");
  const { job } = await send(uploads, ledger, written(table));
  const asked = { job, mode: "all-or-nothing", idempotencyKey: KEY } as const;
  const both = await Promise.all([unit.upload.save(asked), unit.upload.save(asked)]);
  expect(both[1]).toEqual(both[0]);
  await unit.upload.cancel({ job });
  expect(await unit.upload.save(asked)).toEqual(both[0]);
  const { items } = await unit.period.mine({ month: MONTH });
  expect(items.flatMap(({ report }) => report?.edition ?? [])).toEqual([1]);
  // The same file once more finds nothing to do.
  const again = await send(uploads, ledger, written(table));
  expect(again.counts).toMatchObject({ changed: 0, bad: 0 });
  expect(await codeOf(unit.upload.save({ ...asked, job: again.job }))).toBe("CONFLICT");
  await ledger.database.close();
});

test("all or nothing saves nothing where a row is refused; good rows are saved, the bad come back with reasons", async () => {
  const { ledger, uploads, unit, table } = await aDesk();
  setCell(table, 1, "done", "完成截流");
  setCell(table, 2, "startActualOn", "2012年13月");
  setCell(table, 2, "next", "继续");
  const { job, counts } = await send(uploads, ledger, written(table));
  expect(counts).toMatchObject({ changed: 1, bad: 1 });
  expect(await codeOf(unit.upload.save({ job, mode: "all-or-nothing", idempotencyKey: KEY }))).toBe(
    "BAD_REQUEST",
  );
  expect((await unit.period.mine({ month: MONTH })).items.every(({ report }) => report === null)).toBe(true);
  expect(await unit.upload.save({ job, mode: "good-rows", idempotencyKey: KEY })).toMatchObject({
    saved: 1,
    bad: 1,
  });
  expect((await unit.upload.get({ job })).state).toBe("saved");
  expect(await codeOf(unit.upload.save({ job, mode: "good-rows", idempotencyKey: `${KEY}x` }))).toBe(
    "CONFLICT",
  );
  const back = await refusedSheet(ledger.database.read, uploads.get(WATER.id, job), "zh-CN", "csv");
  const rows = parseCsv(Buffer.from(back).toString());
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[place("startActualOn")]).toBe("2012年13月");
  expect(rows[1]?.at(-1)).toBe("实际开工日期：没有这个月份（2012年13月）");
  // What came back is mended and sent in as it is, its reasons and all.
  setCell(rows, 1, "startActualOn", "2012-08-13");
  const mended = await send(uploads, ledger, written(rows));
  expect(mended.counts).toEqual({ same: 0, changed: 1, bad: 0 });
  await unit.upload.save({ job: mended.job, mode: "all-or-nothing", idempotencyKey: `${KEY}2` });
  const saved = (await unit.period.mine({ month: MONTH })).items.flatMap(({ report }) => report ?? []);
  expect(saved.map(({ content }) => content.startActualOn)).toEqual([null, "2012-08-13"]);
  await ledger.database.close();
});

test("nothing is saved over what somebody else wrote meanwhile", async () => {
  const { ledger, uploads, unit, table } = await aDesk();
  for (const row of [1, 2]) setCell(table, row, "done", "来自表格");
  const { job } = await send(uploads, ledger, written(table));
  const item = table[2]?.[0] ?? "";
  await unit.report.save({
    unit: OF.unit,
    month: MONTH,
    item,
    edition: 0,
    content: { ...EMPTY_DRAFT, done: "手填" },
  });
  expect(await codeOf(unit.upload.save({ job, mode: "good-rows", idempotencyKey: KEY }))).toBe("CONFLICT");
  const saved = (await unit.period.mine({ month: MONTH })).items.flatMap(
    ({ report }) => report?.content.done ?? [],
  );
  expect(saved).toEqual(["手填"]);
  await ledger.database.close();
});

test("an upload is its account's alone, and who may not write reports has none", async () => {
  const { ledger, uploads, api, table } = await aDesk();
  const { job } = await send(uploads, ledger, written(table));
  const other = api({ ...WATER, id: "another", name: "another" });
  for (const call of [
    other.upload.get({ job }),
    other.upload.rows({ job }),
    other.upload.cancel({ job }),
    other.upload.save({ job, mode: "good-rows", idempotencyKey: KEY }),
  ]) {
    expect(await codeOf(call)).toBe("NOT_FOUND");
  }
  expect(await codeOf(api(OFFICE).upload.get({ job }))).toBe("FORBIDDEN");
  expect(await codeOf(api(null).upload.get({ job }))).toBe("UNAUTHORIZED");
  await ledger.database.close();
});

test("cancelling stops the reading and leaves nothing behind", async () => {
  const { ledger, uploads, unit, table } = await aDesk();
  setCell(table, 1, "done", "x");
  const base = standingRows(ledger.database.read, OF.unit, MONTH);
  const job = uploads.start({ ...OF, account: WATER.id, fileName: "" }, written(table), base, () => {});
  expect(job.status.state).toBe("reading");
  await unit.upload.cancel({ job: job.id });
  expect(await codeOf(unit.upload.get({ job: job.id }))).toBe("NOT_FOUND");
  expect(job.bytes).toBe(0);
  const trail = await ledger.database.read.selectFrom("upload_answer").selectAll().execute();
  expect(trail).toEqual([]);
  // A new upload takes the place of the one before it.
  const first = await send(uploads, ledger, written(table));
  const second = await send(uploads, ledger, written(table));
  expect(await codeOf(unit.upload.get({ job: first.job }))).toBe("NOT_FOUND");
  expect((await unit.upload.get({ job: second.job })).counts.changed).toBe(1);
  await ledger.database.close();
});

test("an upload is forgotten after a while", async () => {
  const { ledger, table } = await aDesk();
  const uploads = new Uploads({ keptMs: 0 });
  const base = standingRows(ledger.database.read, OF.unit, MONTH);
  const of = { ...OF, account: WATER.id, fileName: "" };
  const { id } = uploads.start(of, written(table), base, () => {});
  const isThere = () => {
    try {
      return uploads.get(WATER.id, id) !== undefined;
    } catch (error) {
      return !(error instanceof NotFoundError);
    }
  };
  await expect.poll(isThere, { interval: 5 }).toBe(false);
  await uploads.close();
  await ledger.database.close();
});
