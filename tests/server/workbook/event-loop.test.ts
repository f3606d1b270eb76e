import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { standingRows } from "#server/db/filing/standing-rows.ts";
import type { Ledger } from "#server/ledger.ts";
import { unitSheet } from "#server/workbook/sheet-files.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { apiOf } from "../../factories.ts";
import { aFilingLedger, MONTH, NOW, WATER } from "../filing/filing-office.ts";
import { longestHold } from "../longest-hold.ts";
import { addManyItems, DONE } from "./many-items.ts";

const ROWS = 10_000;
/** ms, of the clause. */
const MOST = 50;
const OF = { unit: "dept-water", unitName: "内蒙古自治区水利厅", month: MONTH };

let ledger: Ledger;
const uploads = new Uploads();
beforeAll(async () => {
  ledger = await aFilingLedger();
  await addManyItems(ledger.database.write, OF.unit, MONTH, ROWS);
}, 60_000);
afterAll(async () => {
  await uploads.close();
  await ledger.database.close();
});

/** Another text in every row, as somebody would leave it who filled all of them in. */
function filledIn(file: Uint8Array, done: string): Uint8Array {
  const { "xl/sharedStrings.xml": strings, ...parts } = unzipSync(file);
  if (strings === undefined) throw new Error("the workbook has no shared strings");
  return zipSync({ ...parts, "xl/sharedStrings.xml": strToU8(strFromU8(strings).replaceAll(DONE, done)) });
}

/** As the route for uploads does it, from the last byte of the file until it is compared. */
async function read(file: Uint8Array): Promise<string> {
  let failure: unknown;
  const base = standingRows(ledger.database.read, OF.unit, MONTH);
  const job = uploads.start({ ...OF, account: WATER.id, fileName: "九月.xlsx" }, file, base, (error) => {
    failure = error;
  });
  const standing = () => failure ?? job.status.state;
  await expect.poll(standing, { interval: 5, timeout: 60_000 }).not.toBe("reading");
  expect(failure).toBeUndefined();
  expect(job.status).toMatchObject({ state: "read", counts: { changed: ROWS, bad: 0 } });
  return job.id;
}

test("ten thousand rows are written, read, looked at and saved without holding the event loop", async () => {
  const api = apiOf(ledger, WATER, () => NOW, undefined, uploads);
  const held: Record<string, number> = {};
  let file: Uint8Array = new Uint8Array();
  held.written = await longestHold(async () => {
    file = await unitSheet(ledger.database.read, OF, "zh-CN", "xlsx");
  });
  const sent = filledIn(file, "每一行都改了");
  let job = "";
  // The first time its thread is made too.
  for (const time of ["first", "second"]) {
    held[`read, ${time} time`] = await longestHold(async () => {
      job = await read(sent);
    });
  }
  held["looked at"] = await longestHold(() => api.upload.rows({ job, skip: 9_000, limit: 200 }));
  const asked = { job, mode: "all-or-nothing", idempotencyKey: "ten-thousand-rows" } as const;
  held.saved = await longestHold(async () => {
    expect(await api.upload.save(asked)).toMatchObject({ saved: ROWS, bad: 0 });
  });
  expect(Object.entries(held).filter(([, ms]) => ms >= MOST)).toEqual([]);
}, 180_000);
