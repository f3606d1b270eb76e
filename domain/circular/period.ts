import { type NamedSpan, type SpanPart, spanOf } from "../months/named-span.ts";

/**
 * What a document speaks of: a quarter is passed on to who reports (季度通报), a half-year is summed up for who is
 * reported to (半年汇总).
 */
export type Period = NamedSpan & {
  /** 2012年第三季度, 2012年上半年 */
  words: string;
};

const WORDS: Readonly<Record<SpanPart, string>> = {
  Q1: "第一季度",
  Q2: "第二季度",
  Q3: "第三季度",
  Q4: "第四季度",
  H1: "上半年",
  H2: "下半年",
};

/** @param name as `zSpanName` takes it */
export function periodOf(name: string): Period {
  const span = spanOf(name);
  return { ...span, words: `${span.year}年${WORDS[span.part]}` };
}

/** 2012-07 → 2012年7月, 2012-08-31 → 2012年8月31日 */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day === undefined ? "" : `${day}日`}`;
}
