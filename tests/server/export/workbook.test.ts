import { afterAll, beforeAll, expect, test } from "vitest";
import { LEDGER_COLUMNS } from "#domain/export/columns.ts";
import type { ItemDetail } from "#domain/query.ts";
import { ask, callUrl, type Served, serve, unknownErrors } from "../serve.ts";
import { parseCsv } from "./parse-csv.ts";
import { type ReadSheet, readXlsx, tableOfSheet } from "./read-xlsx.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const open = async (query = ""): Promise<[ReadSheet, ReadSheet, ReadSheet]> => {
  const answer = await ask(`${served.url}/export/ledger.xlsx${query}`);
  expect(answer.status).toBe(200);
  const [ledger, about, figures] = await readXlsx(answer.body);
  if (!ledger || !about || !figures) throw new Error("a sheet is missing");
  return [ledger, about, figures];
};
const linesOf = (sheet: ReadSheet) => sheet.rows.map((row) => row.map((cell) => cell?.value));

/** A sheet's day, counted from 1899-12-30. */
const dayOf = (serial: unknown) =>
  new Date(Date.UTC(1899, 11, 30 + Number(serial))).toISOString().slice(0, 10);

test("has the ledger first, what it is second, and figures as numbers third", async () => {
  const [ledger, about, figures] = await open();
  expect([ledger.name, about.name, figures.name]).toEqual(["台账", "说明", "数字"]);
  expect(tableOfSheet(ledger)).toHaveLength(126);
});

test("says the same as the CSV of the same view, cell by cell", async () => {
  const [ledger] = await open("?region=150600&sort=title");
  const csv = parseCsv((await ask(`${served.url}/export/ledger.csv?region=150600&sort=title`)).text);
  expect(ledger.rows).toHaveLength(csv.length);
  expect(csv.length).toBeGreaterThan(3);
  csv.forEach((line, row) => {
    LEDGER_COLUMNS.forEach(({ kind }, column) => {
      const value = ledger.rows[row]?.[column]?.value ?? "";
      expect(row > 0 && kind === "day" && value !== "" ? dayOf(value) : String(value)).toBe(line[column]);
    });
  });
});

test("keeps text as text, numbers as numbers and days as days", async () => {
  const [ledger] = await open();
  const kinds = new Map<string, Set<string>>();
  for (const row of ledger.rows.slice(1)) {
    row.forEach((cell, index) => {
      const { key = "" } = LEDGER_COLUMNS[index] ?? {};
      if (cell) kinds.set(key, (kinds.get(key) ?? new Set()).add(`${cell.type} ${cell.format}`));
    });
  }
  for (const { key, kind } of LEDGER_COLUMNS) {
    const wanted = { text: "text 49", number: "number 0", day: "number yyyy-mm-dd" }[kind];
    // 49 is the format @: text that no spreadsheet reads as anything else.
    expect(
      [...(kinds.get(key) ?? [])].map((seen) => seen.replace("text @", "text 49")),
      key,
    ).toEqual(kinds.has(key) ? [wanted] : []);
  }
  expect(["due", "lon", "errorKm", "quoteStart", "quote"].every((key) => kinds.has(key))).toBe(true);
});

test("has in each row what the API says of the item", async () => {
  const rows = tableOfSheet((await open())[0]);
  for (const id of ["S-1.4-15", "S-1.3-03", "S-1.4-16"]) {
    const detail = JSON.parse((await ask(callUrl(served, "project.get", { id }))).text).result
      .data as ItemDetail;
    const names = (role: string) =>
      detail.units.filter((unit) => unit.role === role && unit.basis === "stated").map((unit) => unit.name);
    const parts = [...detail.geometry.marks, ...detail.geometry.lines];
    expect(rows.find((row) => row.编号 === id)).toMatchObject({
      事项: detail.title,
      阶段原词: detail.stageWords,
      位置: parts.map((part) => part.name).join("；"),
      "位置误差（公里）": Math.max(...parts.map((part) => part.errorKm)),
      原文: detail.sources[0]?.quote,
      "起（码点）": detail.sources[0]?.start,
      "止（码点）": detail.sources[0]?.end,
      ...(names("responsible").length > 0 ? { "责任单位（原文）": names("responsible").join("；") } : {}),
    });
  }
});

test("freezes the head and filters on it", async () => {
  const [ledger, about] = await open();
  expect(ledger.xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(ledger.xml).toContain('<autoFilter ref="A1:AL127"/>');
  expect(about.xml).not.toContain("autoFilter");
});

test("says what it is, of when, from where, how it was filtered, and what to mind", async () => {
  const said = linesOf((await open("?types=project&region=150600"))[1]);
  const values = (head: string) => said.filter((line) => line[0] === head).map((line) => line[1]);
  expect(values("来源")).toEqual(["贯彻落实国务院《意见》工作总体进展情况 · 中国政府网"]);
  expect(dayOf(values("发布日期")[0])).toBe("2012-07-24");
  expect(values("截至")).toEqual(["2012-07"]);
  expect(values("修订号")).toEqual([served.ledger.revisions.current]);
  expect(values("筛选")).toEqual(["所在地区：鄂尔多斯市", "类型：项目"]);
  expect(values("审图号")).toEqual(["内部工作用图 · 未经审图"]);
  expect(values("许可")).toHaveLength(1);
  expect(values("视图地址")).toEqual([`${served.url}/?region=150600&types=project&lang=zh-CN`]);
  expect(values("注意").join("")).toContain("原话");
  expect(values("注意").join("")).toContain("撇号");
});

test("has each figure of the source in a row, with its number, unit and period", async () => {
  const rows = tableOfSheet((await open())[2]);
  expect(rows.find((row) => row.原文 === "3000亿元")).toMatchObject({
    数值: 3000,
    单位: "亿元",
    性质: "确数",
  });
  expect(rows.some((row) => row.期间 === "2011/2015" && typeof row.数值 === "number")).toBe(true);
});

test("of a view with nothing in it has the heads, no row, and says so", async () => {
  const [ledger, about, figures] = await open("?types=");
  expect(ledger.rows).toHaveLength(1);
  expect(ledger.rows[0]?.map((cell) => cell?.value)).toEqual(LEDGER_COLUMNS.map(({ head }) => head["zh-CN"]));
  expect(figures.rows).toHaveLength(1);
  expect(linesOf(about)).toContainEqual(["行数", 0]);
  expect(linesOf(about)).toContainEqual(["筛选", "类型：（一个也不选）"]);
});

test("speaks English when the view does", async () => {
  const [ledger, about, figures] = await open("?lang=en&region=150600");
  expect([ledger.name, about.name, figures.name]).toEqual(["Ledger", "About", "Figures"]);
  expect(linesOf(about)).toContainEqual(["Filter", "In the region: Ordos"]);
  expect(linesOf(about)).toContainEqual(["Map review number", "Internal working map · not reviewed"]);
  expect(tableOfSheet(ledger).find((row) => row.ID === "S-1.4-15")).toMatchObject({
    Type: "Project",
    "Stage on the ladder": "Under construction",
  });
});
