import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { checkCode } from "#domain/sheet/check-code.ts";
import { type ColumnKey, SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import { aContent, OF } from "./a-base.ts";
import { compare, NOTHING, standing } from "./compare.ts";
import { DIALECTS, type DialectCell } from "./dialects.ts";
import { at, HEAD } from "./make-xlsx.ts";

const only = { "S-1": NOTHING };

const rowOf = (cells: Partial<Record<ColumnKey, DialectCell>>): (DialectCell | undefined)[] => {
  const keys: Partial<Record<ColumnKey, DialectCell>> = {
    item: "S-1",
    title: { runs: ["事项 ", "S-1"], spoken: "jì shì" },
    unit: OF.unitName,
    month: "2012年8月",
    check: checkCode("S-1", OF.unit, OF.month),
  };
  return SHEET_COLUMNS.map(({ key }) => cells[key] ?? keys[key]);
};

const dialects = Object.entries(DIALECTS);

test.each(dialects)("what %s writes is read, each cell for what it is", async (_, dialect) => {
  const file = dialect({
    rows: [
      HEAD,
      rowOf({
        stage: "开工建设",
        actualPercent: { percent: "0.35499999999999998" },
        startActualOn: { day: 41_126 },
        monthActual: { formula: "K2*2", kept: "980.5" },
        yearActual: { number: "1.2344999999999999E3" },
        done: { runs: ["完成", "坝基 ", "开挖"], spoken: "wán chéng" },
        next: "截流_x000D_\n准备 & <待定>",
      }),
    ],
  });
  const { refusal, rows } = await compare(file, standing(only));
  expect(refusal).toBeNull();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ row: 2, item: "S-1", state: "changed", issues: [] });
  expect(rows[0]?.changes.map(({ address, now, handled }) => [address, now, handled])).toEqual([
    [at("stage", 2), "construction", []],
    [at("actualPercent", 2), 35.5, ["float-noise"]],
    [at("startActualOn", 2), "2012-08-05", []],
    [at("monthActual", 2), "980.50", ["formula"]],
    [at("yearActual", 2), "1234.50", ["float-noise"]],
    [at("done", 2), "完成坝基 开挖", []],
    [at("next", 2), "截流\n准备 & <待定>", []],
  ]);
});

test.each(dialects)("what cannot be taken of %s is refused at its cell", async (_, dialect) => {
  const file = dialect({
    rows: [
      HEAD,
      rowOf({
        monthActual: { error: "#REF!" },
        yearActual: { truth: true },
        actualPercent: { runs: ["三成", "五"] },
        startActualOn: { number: "41126" },
      }),
    ],
  });
  const { rows } = await compare(file, standing(only));
  expect(rows[0]?.state).toBe("bad");
  expect(Object.fromEntries(rows[0]?.issues.map(({ address, code }) => [address, code]) ?? [])).toEqual({
    [at("actualPercent", 2)]: "not-a-number",
    [at("startActualOn", 2)]: "number-for-a-day",
    [at("monthActual", 2)]: "error-cell",
    [at("yearActual", 2)]: "true-or-false",
  });
  const merged = dialect({ rows: [HEAD, rowOf({})], merged: "E2:F2" });
  expect((await compare(merged, standing(only))).refusal).toEqual({ code: "merged-cells", cells: ["E2:F2"] });
});

const line = (cells: readonly (DialectCell | undefined)[]) =>
  cells.map((cell) => (typeof cell === "string" ? cell : "")).join(",");
const CSV = `${line(HEAD)}\r\n${line(rowOf({ title: "事项 S-1", done: "浇筑混凝土 １２０ 方", yearActual: "1234.5" }))}\r\n`;

test("CSV is read as UTF-8 with its mark or without, and as GB 18030, characters of four bytes too", async () => {
  const files: Record<string, Uint8Array> = {
    "UTF-8 with its mark": Buffer.from(`\ufeff${CSV}`),
    "UTF-8 without": Buffer.from(CSV),
    "GB 18030": await readFile(new URL("filing-gb18030.csv", import.meta.url)),
  };
  for (const [name, file] of Object.entries(files)) {
    const { refusal, rows } = await compare(file, standing(only));
    expect(refusal, name).toBeNull();
    const changes = rows[0]?.changes.map(({ address, now }) => [address, now]);
    const done = name === "GB 18030" ? "浇筑㐂混凝土 １２０ 方" : "浇筑混凝土 １２０ 方";
    expect(changes, name).toEqual([
      [at("yearActual", 2), "1234.50"],
      [at("done", 2), done],
    ]);
  }
});

test("a CSV that is cut off in a character is refused", async () => {
  const cut = Buffer.from(CSV).subarray(0, 200);
  const odd = Buffer.concat([cut, Buffer.from([0xff])]);
  expect((await compare(odd, standing(only))).refusal?.code).toBe("not-text");
});

test("our own workbook, opened and saved by LibreOffice 7.4, comes back untouched", async () => {
  const file = await readFile(new URL("from-libreoffice.xlsx", import.meta.url));
  const contents = { "S-1": aContent(), "S-2": aContent({ done: "=1+1\n第二行" }) };
  const { refusal, rows } = await compare(file, standing(contents));
  expect(refusal).toBeNull();
  expect(rows.map(({ item, state, changes, issues }) => [item, state, changes, issues])).toEqual([
    ["S-1", "same", [], []],
    ["S-2", "same", [], []],
  ]);
});
