import { z } from "zod";

/** A quarter, such as 2012Q3. */
export const zPeriod = z.string().regex(/^20\d{2}Q[1-4]$/, "expected a quarter such as 2012Q3");

export type Period = {
  year: number;
  quarter: 1 | 2 | 3 | 4;
  /** First and last month, YYYY-MM. */
  from: string;
  to: string;
  /** 2012年第三季度 */
  words: string;
};

const QUARTERS = { 1: "一", 2: "二", 3: "三", 4: "四" } as const;

/** @param text as `zPeriod` takes it */
export function periodOf(text: string): Period {
  const year = Number(text.slice(0, 4));
  const quarter = Number(text.slice(5)) as Period["quarter"];
  const month = (nth: number) => `${year}-${String(nth).padStart(2, "0")}`;
  return {
    year,
    quarter,
    from: month(quarter * 3 - 2),
    to: month(quarter * 3),
    words: `${year}年第${QUARTERS[quarter]}季度`,
  };
}

/** The quarter that a month lies in: 2012-07 → 2012Q3. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** 2012-07 → 2012年7月, 2012-08-31 → 2012年8月31日 */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day === undefined ? "" : `${day}日`}`;
}
