import { z } from "zod";
import { monthAfter, monthsBetween } from "../month.ts";

export type SpanPart = "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2";

/** A quarter or a half-year, such as 2014Q2 and 2014H1. */
export const zSpanName = z
  .string()
  .regex(/^20\d{2}(?:Q[1-4]|H[12])$/, "expected a span such as 2014Q2 or 2014H1");

export type NamedSpan = {
  name: string;
  kind: "quarter" | "half";
  year: number;
  /** Which one of its year. */
  part: SpanPart;
  /** First and last month. */
  from: string;
  to: string;
};

/** @param name as `zSpanName` takes it */
export function spanOf(name: string): NamedSpan {
  const [year, part] = [Number(name.slice(0, 4)), name.slice(4) as SpanPart];
  const kind = part.startsWith("Q") ? "quarter" : "half";
  const months = kind === "quarter" ? 3 : 6;
  const from = monthAfter(`${year}-01`, (Number(part.slice(1)) - 1) * months);
  return { name, kind, year, part, from, to: monthAfter(from, months - 1) };
}

/** The quarter that a month lies in: 2012-07 → 2012Q3. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

const halfOf = (month: string): string => `${month.slice(0, 4)}H${Number(month.slice(5)) <= 6 ? 1 : 2}`;
const NAMES = { quarter: quarterOf, half: halfOf } as const;

/** The span of the same kind just before. */
export const spanBefore = ({ kind, from }: NamedSpan): NamedSpan => spanOf(NAMES[kind](monthAfter(from, -1)));

/** Spans that one of these months lies in, the latest first. */
export function spansOf(kind: NamedSpan["kind"], months: readonly string[]): NamedSpan[] {
  return [...new Set(months.map(NAMES[kind]))].sort().reverse().map(spanOf);
}

/** Its months that are none of these. */
export function missingIn({ from, to }: NamedSpan, months: readonly string[]): string[] {
  return Array.from({ length: monthsBetween(from, to) + 1 }, (_, n) => monthAfter(from, n)).filter(
    (month) => !months.includes(month),
  );
}
