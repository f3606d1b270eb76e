import fc from "fast-check";
import { expect, test } from "vitest";
import { type FileIssue, RefusedFile } from "#domain/sheet/issue.ts";
import { type RawRow, textCell } from "#domain/sheet/raw-cell.ts";
import type { Parts } from "#server/workbook/open-parts.ts";
import { PlainCells } from "#server/workbook/plain-cells.ts";
import { readSheet } from "#server/workbook/read-sheet.ts";

const BOOK = { sheet: "sheet.xml", strings: null, styles: null, from1904: false };
const STRINGS = Array.from({ length: 30 }, (_, n) => textCell(n === 3 ? "" : `共用 ${n}`));

/** Of a file that is refused no row is kept. */
type Found = { rows: [number, RawRow][] } | { refusal: FileIssue };

/** What a sheet says that comes in pieces of so many bytes, the last of them as often as is needed. */
async function found(sheet: Buffer, sizes: readonly number[]): Promise<Found> {
  const parts: Parts = {
    has: () => true,
    bytes: () => sheet.length,
    stream: async (_, take) => {
      for (let at = 0, n = 0; at < sheet.length; n += 1) {
        const size = sizes[Math.min(n, sizes.length - 1)] ?? 1;
        take(sheet.subarray(at, at + size));
        at += size;
      }
    },
  };
  const rows: [number, RawRow][] = [];
  try {
    await readSheet(parts, BOOK, STRINGS, ["number", "percent", "date"], {
      row: (cells, number) => rows.push([number, cells]),
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { refusal: error.issue };
  }
}

/** A byte at a time no cell is ever there as a whole: all of it goes through the parser of XML. */
const byParser = (sheet: Buffer) => found(sheet, [1]);
const atOnce = (sheet: Buffer) => found(sheet, [sheet.length]);

const sheetOf = (rows: readonly string[]) =>
  Buffer.from(
    `<?xml version="1.0"?><worksheet><sheetData>${rows.join("")}</sheetData><mergeCells/></worksheet>`,
  );

/** In the plain form, nearly in it, and in forms that mean something else inside it. */
const CELLS = [
  '<c r="A1"><v>1</v></c>',
  '<c r="B1" s="1"><v>0.35</v></c>',
  '<c r="C1" s="2"><v>41122</v></c>',
  '<c r="D1" s="2"/>',
  '<c r="E1" s="99" t="s"><v>7</v></c>',
  '<c r="F1" t="s"><v>3</v></c>',
  '<c r="G1" t="s"><v>30</v></c>',
  '<c r="H1" t="s"/>',
  '<c r="AA1"><v>-1.5E-3</v></c>',
  '<c r="ZZZ1"><v>1</v></c>',
  '<c r="ZZZ1"/>',
  '<c r="AAAA1"><v>1</v></c>',
  '<c r="1"><v>1</v></c>',
  '<c r="b1"><v>1</v></c>',
  "<c><v>1</v></c>",
  '<c r="I1" t="n"><v>1</v></c>',
  '<c r="I1" t="str"><v>文字 &amp; 更多</v></c>',
  '<c r="J1" t="inlineStr"><is><t>12</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
  '<c r="K1"><f>1+1</f><v>2</v></c>',
  '<c r="L1"><v></v></c>',
  '<c r="L1"><v> 1 </v></c>',
  '<c r="M1" s="1" s="2"><v>1</v></c>',
  '<c r="N1" s="0000000001"><v>1</v></c>',
  '<c r="O1" s="x" t="s"><v>0x1</v></c>',
  '<c r="P1"><v>1</v><v>2</v></c>',
  '<c r="Q1"><v>1</v></c >',
  '<c r="R1"><row r="9"><c r="B9"><v>1</v></c></row></c>',
  '<rPh><row r="9"><c r="B9"><v>1</v></c></row></rPh>',
  '<!-- <row r="5"><c r="A5"><v>1</v></c> -->',
  '<![CDATA[<row r="5"><c r="A5"><v>1</v></c>]]>',
  '<x a="<row"/>',
  '<x a="row>"/>',
  '<row r="7"/><c r="A7"><v>7</v></c>',
  "]]",
  ">",
  "&#49;",
  "&x;",
  "\r",
  "</row>",
  "</c>",
];

const aSheet = fc
  .array(fc.array(fc.constantFrom(...CELLS), { maxLength: 6 }), { maxLength: 4 })
  .map((rows) => sheetOf(rows.map((cells, at) => `<row r="${at + 1}" spans="1:9">${cells.join("")}</row>`)));
const aPlainSheet = fc
  .array(fc.array(fc.constantFrom(...CELLS.slice(0, 9)), { maxLength: 8 }), { maxLength: 4 })
  .map((rows) => sheetOf(rows.map((cells, at) => `<row r="${at + 1}">${cells.join("")}</row>`)));
const BYTES = [...Buffer.from('<>/="&;0189AZcrsvt x.-E\n\r!-[]')];
const aFault = fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...BYTES), fc.integer({ min: 0, max: 127 })));

test("the cells that are read at a glance are those that the parser reads", async () => {
  const run = async (sheet: Buffer, sizes: readonly number[]) => {
    const expected = await byParser(sheet);
    expect(await atOnce(sheet)).toEqual(expected);
    expect(await found(sheet, sizes)).toEqual(expected);
  };
  const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 9 });
  await fc.assert(fc.asyncProperty(aSheet, sizes, run), { numRuns: 1_500 });
});

test("a byte that is another, in any place, is refused or read just as the parser does it", async () => {
  const faults = fc.array(aFault, { minLength: 1, maxLength: 3 });
  const run = async (sheet: Buffer, some: readonly [number, number][]) => {
    const bad = Buffer.from(sheet);
    for (const [at, byte] of some) bad[at % bad.length] = byte;
    expect(await atOnce(bad)).toEqual(await byParser(bad));
  };
  await fc.assert(fc.asyncProperty(aPlainSheet, faults, run), { numRuns: 3_000 });
});

test("a sheet of plain cells does go by the short way, and one as its root does not", async () => {
  const cells = new PlainCells();
  const plain = CELLS.slice(0, 9);
  expect(plain.map((cell) => cells.read(cell, 0))).toEqual(plain.map(({ length }) => length));
  expect(await atOnce(Buffer.from('<row r="1"/><c r="A1"><v>1</v></c>'))).toEqual({
    refusal: { code: "broken", cells: [] },
  });
  expect(await atOnce(Buffer.from('<row r="1"><c r="A1"><v>1</v></c></row>'))).toMatchObject({
    rows: [[1, [{ kind: "number", text: "1" }]]],
  });
});
