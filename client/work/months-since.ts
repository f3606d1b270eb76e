import { monthAfter, monthsBetween } from "#domain/month.ts";

/** Months from `first` to `last`, the last first. */
export const monthsSince = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, monthsBetween(first, last)) + 1 }, (_, back) => monthAfter(last, -back));
