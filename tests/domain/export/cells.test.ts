import fc from "fast-check";
import { expect, test } from "vitest";
import { harmless, harmlessCell } from "#domain/export/cell.ts";
import { BOM, csvLine } from "#domain/export/csv.ts";
import { parseCsv } from "../../server/export/parse-csv.ts";

test.each(["=1+1", "+86", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])(
  "%j starts no formula",
  (text) => expect(harmless(text)).toBe(`'${text}`),
);

test("what starts no formula stands as it is, and so do numbers, days and nothing", () => {
  for (const text of ["", "乌海=焦化", " =1", "'=1", "1-2"]) expect(harmless(text)).toBe(text);
  for (const cell of [-5, 0, null, { day: "2012-07-24" }]) expect(harmlessCell(cell)).toBe(cell);
});

test("no text of any kind begins like a formula once it is a cell", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(harmless(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      expect(harmless(text).endsWith(text)).toBe(true);
    }),
  );
});

test("what is written as CSV is read back the same", () => {
  const text = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", " ", "a", "旗", ";") });
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(parseCsv(BOM + rows.map(csvLine).join(""))).toEqual(rows.map((row) => row.map(harmless)));
    }),
  );
});

test("a number is written as one, a day as ISO 8601, nothing as nothing", () => {
  expect(csvLine([-5.25, { day: "2012-07-24" }, null, 'a"b'])).toBe('-5.25,2012-07-24,,"a""b"\r\n');
});
