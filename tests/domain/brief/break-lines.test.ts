import { expect, test } from "vitest";
import { breakLines, fitLine, joinLines } from "#domain/brief/break-lines.ts";

const em = (text: string) => [...text].length;
const linesOf = (text: string, width: number) => breakLines(text, width, em).map((line) => line.text);

test("no line is wider than its box, and nothing but spaces is lost", () => {
  const text = "内蒙古自治区贯彻落实国务院《意见》，2012-07-24 published by gov.cn；第三季度前完成。";
  for (const width of [4, 7, 12, 30]) {
    const lines = linesOf(text, width);
    expect(Math.max(...lines.map(em))).toBeLessThanOrEqual(width);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  }
});

test("no line begins with a mark that ends a clause, none ends with one that opens a title", () => {
  const lines = linesOf("一二三四，五六七《意见》八九十。", 5);
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。》]/);
    expect(line).not.toMatch(/《$/);
  }
});

test("a word longer than its line is broken, a line that must be one ends with an ellipsis", () => {
  expect(linesOf("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  expect(fitLine("一二三四五", 4, em)).toBe("一二三…");
  expect(fitLine("一二三四", 4, em)).toBe("一二三四");
});

test("broken lines are the text again, words apart and Han characters together", () => {
  const text = "Projects of Inner Mongolia 内蒙古自治区的项目 by stage\nof 2012";
  for (const width of [8, 11, 20]) expect(joinLines(breakLines(text, width, em))).toBe(text);
});
