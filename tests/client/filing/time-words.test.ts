import { expect, test } from "vitest";
import { dayWords, momentWords, monthWords } from "../../../client/filing/time-words.ts";

test("months and days are read as the language has them, wherever the browser stands", () => {
  expect(monthWords("zh-CN", "2026-11")).toBe("2026年11月");
  expect(monthWords("en", "2026-11")).toBe("November 2026");
  expect(dayWords("zh-CN", "2026-12-05")).toBe("2026年12月5日");
  expect(dayWords("en", "2026-12-05")).toBe("5 December 2026");
});

test("a moment of today is a time of Inner Mongolia, of another day it has the day too", () => {
  const now = new Date("2026-11-29T16:30:00Z"); // 30 November, half past midnight there
  expect(momentWords("zh-CN", "2026-11-29T16:05:00Z", now)).toBe("00:05");
  const before = momentWords("zh-CN", "2026-11-29T15:59:00Z", now);
  expect(before).toContain("29");
  expect(before).toContain("23:59");
});
