import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import { type FlatValue, parseCell } from "#domain/sheet/parse-cell.ts";
import { type RawCell, textCell } from "#domain/sheet/raw-cell.ts";

const columnOf = (key: string) => {
  const column = SHEET_COLUMNS.find((one) => one.key === key);
  if (column === undefined) throw new Error(`no column ${key}`);
  return column;
};
const num = (text: string, kind: RawCell["kind"] = "number"): RawCell => ({ kind, text, formula: false });
const said = (key: string, cell: RawCell | undefined, before: FlatValue = null) => {
  const result = parseCell(columnOf(key), cell, before, "project");
  return "issue" in result ? result.issue : result.value;
};
const handled = (key: string, cell: RawCell) => {
  const result = parseCell(columnOf(key), cell, null, "project");
  return "issue" in result ? result.issue : result.handled;
};

describe("money", () => {
  test.each([
    ["1234.5", "1234.50", ["text-to-number"]],
    ["１２３４．５", "1234.50", ["full-width", "text-to-number"]],
    ["12,345.60", "12345.60", ["thousands"]],
    ["１２，３４５", "12345.00", ["full-width", "thousands"]],
    ["1.2亿元", "12000.00", ["text-to-number", "yi-to-wan"]],
    ["3亿", "30000.00", ["text-to-number", "yi-to-wan"]],
    ["1200万元", "1200.00", ["text-to-number", "unit-taken-off"]],
    ["12000元", "1.20", ["text-to-number", "yuan-to-wan"]],
    ["－3.5", "-3.50", ["full-width", "text-to-number"]],
    ["－", null, ["none-sign"]],
    ["——", null, ["none-sign"]],
    ["/", null, ["none-sign"]],
  ])("%s is read as %s", (text, value, marks) => {
    expect(said("yearActual", textCell(text))).toBe(value);
    expect(handled("yearActual", textCell(text))).toEqual(marks);
  });

  test.each([
    ["12个", "not-a-number"],
    ["约1200", "not-a-number"],
    ["无", "not-a-number"],
    ["一千", "not-a-number"],
    ["1,23", "misplaced-comma"],
    ["1234,5", "misplaced-comma"],
    ["1.234", "too-many-decimals"],
    ["123元", "too-many-decimals"],
    ["100000000000亿元", "too-large"],
    ["1.2.3", "not-a-number"],
    ["1200千元", "not-a-number"],
    ["$12", "not-a-number"],
  ])("%s is refused: %s", (text, issue) => {
    expect(said("yearActual", textCell(text))).toBe(issue);
  });

  test("what floating point added is taken off, what somebody typed is not", () => {
    expect(said("yearActual", num("1234.5600000000001"))).toBe("1234.56");
    expect(said("yearActual", num("1.234567E3"))).toBe("too-many-decimals");
    expect(said("yearActual", num("1.2345E3"))).toBe("1234.50");
    expect(said("yearActual", num("33.3333333333333"))).toBe("too-many-decimals");
    expect(said("yearActual", textCell("1234.5600000000001"))).toBe("too-many-decimals");
  });

  test("a bare figure near a ten-thousandth of what stood is 亿元 that nobody said, unless 万元 is written", () => {
    expect(said("totalPlanned", num("12.5"), "120000.00")).toBe("looks-like-yi");
    expect(said("totalPlanned", textCell("12.5万元"), "120000.00")).toBe("12.50");
    expect(said("totalPlanned", textCell("12.5亿元"), "120000.00")).toBe("125000.00");
    expect(said("totalPlanned", num("125000"), "120000.00")).toBe("125000.00");
  });

  test("any money that the schema has comes back as it was, whatever way a sheet writes it", () => {
    const money = fc.bigInt({ min: 0n, max: 9_999_999_999_999n }).map((all) => {
      const text = String(all).padStart(3, "0");
      return `${text.slice(0, -2)}.${text.slice(-2)}`;
    });
    fc.assert(
      fc.property(money, (text) => {
        expect(said("yearActual", num(String(Number(text))))).toBe(text);
        expect(said("yearActual", textCell(text))).toBe(text);
      }),
    );
  });
});

describe("percent", () => {
  test("a format of percent holds a hundredth of what it shows", () => {
    expect(said("actualPercent", num("0.355", "percent"))).toBe(35.5);
    expect(said("actualPercent", num("0.35499999999999998", "percent"))).toBe(35.5);
    expect(said("actualPercent", num("35.5"))).toBe(35.5);
    expect(said("actualPercent", textCell("35.5％"))).toBe(35.5);
    expect(said("actualPercent", num("0.4"), 35)).toBe("looks-like-fraction");
    expect(said("actualPercent", textCell("0.4%"), 35)).toBe(0.4);
    expect(said("actualPercent", num("0.4"))).toBe(0.4);
  });
  test("beyond a hundred, below nought and finer than a tenth are refused", () => {
    expect(said("actualPercent", num("100.1"))).toBe("beyond-hundred");
    expect(said("actualPercent", num("-1"))).toBe("beyond-hundred");
    expect(said("actualPercent", num("35.55"))).toBe("too-many-decimals");
    expect(said("actualPercent", num("100"))).toBe(100);
  });
});

describe("day", () => {
  test.each([
    ["2012-08-05", "2012-08-05"],
    ["2012/8/5", "2012-08-05"],
    ["2012.8.5", "2012-08-05"],
    ["2012年8月5日", "2012-08-05"],
    ["２０１２年８月５日", "2012-08-05"],
    ["20120805", "2012-08-05"],
    ["－", null],
    ["2012-02-29", "2012-02-29"],
    ["2011-02-29", "no-such-day"],
    ["2012年13月", "no-such-month"],
    ["2012年13月1日", "no-such-month"],
    ["2012年8月", "day-missing"],
    ["2012-8", "day-missing"],
    ["明年", "not-a-day"],
    ["05/08/2012", "not-a-day"],
    ["1012-08-05", "no-such-day"],
  ])("%s is %s", (text, value) => {
    expect(said("startPlannedOn", textCell(text))).toBe(value);
  });
  test("a serial is a day only where the cell shows one", () => {
    expect(said("startPlannedOn", num("41126", "date"))).toBe("2012-08-05");
    expect(said("startPlannedOn", num("41126.75", "date"))).toBe("2012-08-05");
    expect(said("startPlannedOn", num("41126"))).toBe("number-for-a-day");
    expect(said("startPlannedOn", num("60", "date"))).toBe("no-such-day");
  });
});

test("a stage is told by its words in either language or its code, on the item's own ladder", () => {
  expect(said("stage", textCell("开工建设"))).toBe("construction");
  expect(said("stage", textCell(" 开工 建设 "))).toBe("construction");
  expect(said("stage", textCell("Under construction"))).toBe("construction");
  expect(said("stage", textCell("completed"))).toBe("completed");
  expect(said("stage", textCell("已签署"))).toBe("not-on-this-ladder");
  expect(said("stage", textCell("快了"))).toBe("no-such-stage");
});

test("errors, true and false, and formulas without a result are refused; a formula's result is said to be one", () => {
  expect(said("done", { kind: "error", text: "#REF!", formula: true })).toBe("error-cell");
  expect(said("yearActual", { kind: "error", text: "#DIV/0!", formula: false })).toBe("error-cell");
  expect(said("yearActual", { kind: "boolean", text: "1", formula: false })).toBe("true-or-false");
  expect(said("yearActual", { kind: "text", text: "", formula: true })).toBe("formula-without-value");
  expect(handled("yearActual", { kind: "number", text: "12.5", formula: true })).toEqual(["formula"]);
});

test("text is kept as typed, our apostrophe taken off, control characters and too much of it refused", () => {
  expect(said("done", textCell("'=SUM(A1)"))).toBe("=SUM(A1)");
  expect(said("done", textCell("第一行\r\n第二行 "))).toBe("第一行\n第二行");
  expect(said("done", textCell("a\u0007b"))).toBe("control-character");
  expect(said("done", textCell("长".repeat(4001)))).toBe("too-long");
  expect(said("done", num("41126", "date"))).toBe("2012-08-05");
});

test("milestones are a line each, their days in any way that a cell may write one", () => {
  expect(said("milestones", textCell("截流｜2012年9月30日｜\n开挖 | | 2012/7/5"))).toBe(
    "截流 | 2012-09-30 |\n开挖 |  | 2012-07-05",
  );
  expect(said("milestones", textCell("截流 | 2012年13月 |"))).toBe("no-such-month");
  expect(said("milestones", textCell(" | 2012-09-30 |"))).toBe("not-a-milestone");
  expect(said("milestones", textCell(Array.from({ length: 41 }, (_, n) => `节点${n}`).join("\n")))).toBe(
    "too-many-milestones",
  );
});
