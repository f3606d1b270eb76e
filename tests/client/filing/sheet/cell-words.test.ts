import { expect, test } from "vitest";
import { fileIssueWords, headWords, valueWords } from "../../../../client/filing/sheet/cell-words.ts";

test("a closed list is read by its word, a figure, a day and a text as they are", () => {
  expect(valueWords("stage", "construction", "zh-CN")).toBe("开工建设");
  expect(valueWords("problemKind", "land", "en")).toBe("Land");
  expect(valueWords("yearActual", "1200.50", "zh-CN")).toBe("1200.50");
  expect(valueWords("actualPercent", 0, "zh-CN")).toBe("0");
  expect(valueWords("done", "完成\n截流", "en")).toBe("完成\n截流");
});

test("what is not said has no words, and a code that nobody knows stands for itself", () => {
  expect(valueWords("stage", null, "zh-CN")).toBeNull();
  expect(valueWords("stage", "of another build", "zh-CN")).toBe("of another build");
});

test("a column is named by its head, and a cell outside of all by none", () => {
  expect(headWords("monthActual", "zh-CN")).toBe("本月完成投资（万元）");
  expect(headWords("done", "en")).toBe("Done this month");
  expect(headWords("of another build", "en")).toBe("of another build");
  expect(headWords(null, "zh-CN")).toBe("");
});

test("a refused file says why, and at which cells", () => {
  expect(fileIssueWords({ code: "merged-cells", cells: ["A5:B5", "C1"] }, "zh-CN")).toBe(
    "有合并单元格，请取消合并（A5:B5、C1）",
  );
  expect(fileIssueWords({ code: "head-missing", cells: ["Stage"] }, "en")).toBe(
    "columns are missing (Stage)",
  );
  expect(fileIssueWords({ code: "empty", cells: [] }, "zh-CN")).toBe("文件是空的");
});
