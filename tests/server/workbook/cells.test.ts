import { expect, test } from "vitest";
import { aContent, aRow, workbookOf } from "./a-base.ts";
import { compare, NOTHING, standing } from "./compare.ts";
import { at, HEAD, type Made, makeXlsx, rowWith } from "./make-xlsx.ts";

const only = { "S-1": NOTHING };
const one = async (cells: Parameters<typeof rowWith>[1], key: Parameters<typeof rowWith>[2] = {}) => {
  const { refusal, rows } = await compare(
    makeXlsx({ rows: [HEAD, rowWith("S-1", cells, key)] }),
    standing(only),
  );
  expect(refusal).toBeNull();
  return rows[0];
};
const refusalOf = async (made: Parameters<typeof makeXlsx>[0]) =>
  (await compare(makeXlsx(made), standing(only))).refusal;

test("a workbook that comes back untouched says nothing new", async () => {
  const contents = { "S-1": aContent(), "S-2": aContent({ done: "=1+1", milestones: [], problem: null }) };
  const file = await workbookOf(Object.entries(contents).map(([item, content]) => aRow(item, { content })));
  const { refusal, rows } = await compare(file, standing(contents));
  expect(refusal).toBeNull();
  expect(rows.map(({ item, state, issues }) => ({ item, state, issues }))).toEqual([
    { item: "S-1", state: "same", issues: [] },
    { item: "S-2", state: "same", issues: [] },
  ]);
});

test("every cell that says something else is told with its address, what it was and what it is", async () => {
  const row = await one({
    stage: "开工建设",
    yearActual: "１，２３４．５",
    startActualOn: "2012年8月5日",
    problemKind: "资金",
    done: "第一行\n第二行",
  });
  expect(row).toMatchObject({ row: 2, item: "S-1", state: "changed", issues: [] });
  expect(row?.changes).toEqual([
    { address: at("stage", 2), column: "stage", was: null, now: "construction", handled: [] },
    {
      address: at("startActualOn", 2),
      column: "startActualOn",
      was: null,
      now: "2012-08-05",
      handled: ["text-to-day"],
    },
    {
      address: at("yearActual", 2),
      column: "yearActual",
      was: null,
      now: "1234.50",
      handled: ["full-width", "thousands"],
    },
    { address: at("done", 2), column: "done", was: null, now: "第一行\n第二行", handled: [] },
    { address: at("problemKind", 2), column: "problemKind", was: null, now: "funds", handled: [] },
  ]);
});

test("an emptied cell is a change to nothing", async () => {
  const { rows } = await compare(
    makeXlsx({ rows: [HEAD, rowWith("S-1", { stage: "开工建设" })] }),
    standing({ "S-1": { ...NOTHING, stage: "construction", next: "继续" } }),
  );
  expect(rows[0]?.changes).toMatchObject([{ column: "next", was: "继续", now: null }]);
});

test.each<[string, Parameters<typeof rowWith>[1], string, string, string]>([
  ["2012年13月", { startPlannedOn: "2012年13月" }, at("startPlannedOn", 2), "no-such-month", "2012年13月"],
  ["text in a number", { monthActual: "大约十二万" }, at("monthActual", 2), "not-a-number", "大约十二万"],
  [
    "an error",
    { monthActual: { xml: '<c r="@" t="e"><v>#DIV/0!</v></c>' } },
    at("monthActual", 2),
    "error-cell",
    "#DIV/0!",
  ],
  [
    "an error of a formula",
    { done: { xml: '<c r="@" t="e"><f>A1/0</f><v>#REF!</v></c>' } },
    at("done", 2),
    "error-cell",
    "#REF!",
  ],
  [
    "a formula without a result",
    { monthActual: { xml: '<c r="@"><f>1+1</f></c>' } },
    at("monthActual", 2),
    "formula-without-value",
    "",
  ],
  [
    "true or false",
    { monthActual: { xml: '<c r="@" t="b"><v>1</v></c>' } },
    at("monthActual", 2),
    "true-or-false",
    "1",
  ],
])("%s is refused with its cell named", async (_, cells, address, code, said) => {
  expect(await one(cells)).toMatchObject({ state: "bad", issues: [{ address, code, said }] });
});

test("a formula's kept result is taken and said to be one; the formula is not run", async () => {
  const row = await one({
    monthActual: { xml: '<c r="@"><f>WEBSERVICE("http://127.0.0.1:1/")</f><v>980.5</v></c>' },
    done: { xml: '<c r="@" t="str"><f>"完成"&amp;"截流"</f><v>完成截流</v></c>' },
  });
  expect(row?.changes).toMatchObject([
    { column: "monthActual", now: "980.50", handled: ["formula"] },
    { column: "done", now: "完成截流", handled: ["formula"] },
  ]);
});

test.each<[string, Parameters<typeof rowWith>[2], string, string]>([
  ["an id typed over", { item: "S-2" }, at("item", 2), "key-changed"],
  ["letters typed over", { check: "AAAAAAA" }, at("check", 2), "key-changed"],
  ["no key", { check: "" }, at("check", 2), "key-missing"],
  ["another unit", { unit: "自治区林业厅" }, at("unit", 2), "other-unit"],
  ["another month", { month: "2012年7月" }, at("month", 2), "other-month"],
])("a changed key is refused with its cell named: %s", async (_, key, address, code) => {
  const row = await one({ done: "x" }, key);
  expect(row?.state).toBe("bad");
  expect(row?.changes).toEqual([]);
  expect(row?.issues[0]?.address).toBe(address);
  expect(row?.issues[0]?.code).toBe(code);
});

test("an id in place of another of the unit's own is told at the id; the same item twice at the second", async () => {
  const base = standing({ "S-1": NOTHING, "S-2": NOTHING });
  const rows = [HEAD, rowWith("S-1", {}, { item: "S-2" }), rowWith("S-2"), rowWith("S-2", { done: "x" })];
  const found = (await compare(makeXlsx({ rows }), base)).rows;
  expect(found.map(({ state }) => state)).toEqual(["bad", "same", "bad"]);
  expect(found[0]?.issues).toMatchObject([{ address: "A2", code: "key-changed", said: "S-2" }]);
  expect(found[2]?.issues).toMatchObject([{ address: "A4", code: "key-twice" }]);
});

test("a month that a spreadsheet made a day of is still the month, and a key in full width still the key", async () => {
  const month = { xml: '<c r="@" s="1"><v>41122</v></c>' };
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="57"/></cellXfs></styleSheet>';
  const rows = [HEAD, rowWith("S-1", { done: "x" }, { month, item: "Ｓ-1" })];
  const found = (await compare(makeXlsx({ rows, styles }), standing(only))).rows;
  expect(found[0]).toMatchObject({ state: "changed", item: "S-1" });
});

test("columns may stand anywhere; addresses are those of the file", async () => {
  const turned = (row: readonly Made[]) => [...row].reverse();
  const rows = [turned(HEAD), turned(rowWith("S-1", { next: "继续" }))];
  const found = (await compare(makeXlsx({ rows }), standing(only))).rows;
  expect(found[0]?.changes).toMatchObject([{ column: "next", address: "B2", now: "继续" }]);
});

test("a title may stand above the heads", async () => {
  const rows = [["自治区水利厅 8 月"], [], HEAD, rowWith("S-1", { next: "继续" })];
  const found = (await compare(makeXlsx({ rows }), standing(only))).rows;
  expect(found[0]?.changes).toMatchObject([{ address: at("next", 4) }]);
});

test("heads that are unknown, twice there, missing or of another unit refuse the file and name the cell", async () => {
  const head = (change: Record<number, string>) => HEAD.map((name, place) => change[place] ?? name);
  const money = HEAD.indexOf("本月完成投资（万元）");
  expect(await refusalOf({ rows: [head({ 4: "进度" })] })).toEqual({ code: "head-unknown", cells: ["E1"] });
  expect(await refusalOf({ rows: [head({ 5: "阶段" })] })).toEqual({
    code: "head-twice",
    cells: ["E1", "F1"],
  });
  expect(await refusalOf({ rows: [HEAD.slice(0, -1)] })).toEqual({ code: "head-missing", cells: ["校验码"] });
  expect(await refusalOf({ rows: [head({ [money]: "本月完成投资（亿元）" })] })).toEqual({
    code: "head-unit",
    cells: [at("monthActual", 1)],
  });
  expect(await refusalOf({ rows: [["别的表"]] })).toMatchObject({ code: "no-head" });
});

test("merged cells refuse the file and are named", async () => {
  const after = '<mergeCells count="1"><mergeCell ref="E2:E5"/></mergeCells>';
  expect(await refusalOf({ rows: [HEAD, rowWith("S-1")], after })).toEqual({
    code: "merged-cells",
    cells: ["E2:E5"],
  });
});

test("what stands beside the table is refused at its cell", async () => {
  const rows = [HEAD, [...rowWith("S-1"), "随手记"]];
  const found = (await compare(makeXlsx({ rows }), standing(only))).rows;
  expect(found[0]).toMatchObject({
    state: "bad",
    issues: [{ address: "Y2", code: "without-head", said: "随手记" }],
  });
});

test("a report that is handed in takes no change, and says so at each cell that has one", async () => {
  const base = standing(only, {
    report: { content: JSON.stringify(NOTHING), edition: 3, state: "submitted" },
  });
  const rows = [HEAD, rowWith("S-1", { next: "继续" })];
  expect((await compare(makeXlsx({ rows }), base)).rows[0]).toMatchObject({
    state: "bad",
    issues: [{ address: at("next", 2), code: "not-open" }],
  });
  expect((await compare(makeXlsx({ rows: [HEAD, rowWith("S-1")] }), base)).rows[0]?.state).toBe("same");
});
