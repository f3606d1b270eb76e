import { expect, test } from "vitest";
import { regionWords } from "#domain/circular/draft.ts";
import { fullWidth, halfWidth } from "#domain/circular/full-width.ts";
import { dateWords, periodOf } from "#domain/circular/period.ts";
import { zSpanName } from "#domain/months/named-span.ts";

test("a quarter and a half-year have their first and last month, and their words", () => {
  expect(periodOf("2012Q3")).toEqual({
    ...{ name: "2012Q3", kind: "quarter", year: 2012, part: "Q3" },
    ...{ from: "2012-07", to: "2012-09", words: "2012年第三季度" },
  });
  expect(periodOf("2013Q1")).toMatchObject({ from: "2013-01", to: "2013-03" });
  expect(periodOf("2012H2")).toMatchObject({ from: "2012-07", to: "2012-12", words: "2012年下半年" });
  for (const wrong of ["", "2012", "2012Q5", "2012H3", "2012q3", "12Q3", "2012Q3 "])
    expect(zSpanName.safeParse(wrong).success).toBe(false);
});

test("months and days are told without leading zeros", () => {
  expect([dateWords("2012-07"), dateWords("2012-08-31")]).toEqual(["2012年7月", "2012年8月31日"]);
});

test("signs become those of an official document, and go back to what the source has", () => {
  const source = "《意见》(国发[2011]21号,以下简称<意见>);东(胜)—达(拉特)";
  expect(fullWidth(source)).toBe("《意见》（国发〔2011〕21号，以下简称〈意见〉）；东（胜）—达（拉特）");
  expect(halfWidth(fullWidth(source))).toBe(source);
  expect(fullWidth("3,000亿元、12:30")).toBe("3,000亿元、12:30");
});

test("more than three regions are told by the first and their number", () => {
  const named = (...names: string[]) => regionWords(names.map((name) => ({ name })));
  expect(named()).toBe("");
  expect(named("兴安盟", "赤峰市", "乌海市")).toBe("兴安盟、赤峰市、乌海市");
  expect(named("兴安盟", "赤峰市", "乌海市", "包头市")).toBe("兴安盟等4个地区");
});
