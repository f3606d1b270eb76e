import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CELL_ISSUE_WORDS, FILE_ISSUE_WORDS } from "#domain/sheet/issue-words.ts";
import { zRowResult } from "#domain/sheet/row-result.ts";
import type { KeptRow } from "#server/workbook/protocol.ts";
import { Readers } from "#server/workbook/readers.ts";
import { aContent, aRow, OF, workbookOf } from "./a-base.ts";
import { standing } from "./compare.ts";

const CONTENTS = Object.fromEntries(
  Array.from({ length: 6 }, (_, n) => [`S-${n}`, aContent({ done: `第 ${n} 项 & 更多` })]),
);
const BASE = standing(CONTENTS);

let workbook: Uint8Array;
const readers = new Readers();
beforeAll(async () => {
  workbook = await workbookOf(Object.entries(CONTENTS).map(([item, content]) => aRow(item, { content })));
});
afterAll(() => readers.close());

const read = async (file: Uint8Array) => {
  const rows: KeptRow[] = [];
  const refusal = await readers.read(
    { ...OF, file },
    [BASE],
    (batch) => rows.push(...(JSON.parse(Buffer.from(batch.rows).toString()) as KeptRow[])),
    new AbortController().signal,
  );
  return { refusal, rows };
};

/** An answer that can be shown: a refusal that has words, or rows each of which is told as the wire has it. */
async function answers(file: Uint8Array): Promise<void> {
  const { refusal, rows } = await read(file);
  if (refusal !== null) expect(FILE_ISSUE_WORDS[refusal.code]["zh-CN"]).toMatch(/\p{Script=Han}/u);
  for (const { result } of rows) {
    expect(zRowResult.safeParse(result).success).toBe(true);
    for (const { code } of result.issues) expect(CELL_ISSUE_WORDS[code]["zh-CN"]).not.toBe("");
  }
}

/** Nothing of a damaged file is left in its thread: the sound one says what it says the first time. */
async function leavesNothing(): Promise<void> {
  const { refusal, rows } = await read(workbook);
  expect(refusal).toBeNull();
  expect(rows.map(({ result }) => [result.item, result.state])).toEqual(
    Object.keys(CONTENTS).map((item) => [item, "same"]),
  );
}

const aFault = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));
const someFaults = fc.array(aFault, { minLength: 1, maxLength: 6 });
const turned = (bytes: Uint8Array, faults: readonly [number, number][]): Uint8Array => {
  const bad = Uint8Array.from(bytes);
  for (const [at, bits] of faults) bad[at % bad.length] = (bad[at % bad.length] ?? 0) ^ bits;
  return bad;
};

test("a workbook with bytes turned anywhere is answered in words and leaves nothing behind", async () => {
  const damaged = fc.asyncProperty(someFaults, async (faults) => answers(turned(workbook, faults)));
  await fc.assert(damaged, { numRuns: 400 });
  await leavesNothing();
}, 60_000);

test("a workbook that is cut off anywhere is answered in words and leaves nothing behind", async () => {
  const cut = fc.asyncProperty(fc.nat(), async (at) => answers(workbook.subarray(0, at % workbook.length)));
  await fc.assert(cut, { numRuns: 150 });
  await leavesNothing();
}, 60_000);

test("so is one with bytes turned in what is packed in it, where no checksum stands in the way", async () => {
  const parts = unzipSync(workbook);
  const names = Object.keys(parts).sort();
  const damaged = fc.asyncProperty(fc.constantFrom(...names), someFaults, async (name, faults) => {
    await answers(zipSync({ ...parts, [name]: turned(parts[name] ?? new Uint8Array(), faults) }));
  });
  await fc.assert(damaged, { numRuns: 400 });
  await leavesNothing();
}, 60_000);

test("so is one with signs of XML put anywhere into a part", async () => {
  const parts = unzipSync(workbook);
  const names = Object.keys(parts).sort();
  const signs = [
    "<",
    ">",
    "</c>",
    '<c r="',
    "&#0;",
    "&a;",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "<!--",
    "<row",
    '"',
    "\0",
  ];
  const put = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom(...signs));
  const damaged = fc.asyncProperty(put, async ([name, at, sign]) => {
    const text = strFromU8(parts[name] ?? new Uint8Array());
    const place = at % (text.length + 1);
    await answers(zipSync({ ...parts, [name]: strToU8(text.slice(0, place) + sign + text.slice(place)) }));
  });
  await fc.assert(damaged, { numRuns: 400 });
  await leavesNothing();
}, 60_000);
