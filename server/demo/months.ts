import { monthAfter } from "#domain/month.ts";

/** The month after the source's: the demonstration's first. */
export const DEMO_FIRST = "2012-08";
/** 24 of them, two years on from the source. */
export const DEMO_MONTHS: readonly string[] = Array.from({ length: 24 }, (_, n) => monthAfter(DEMO_FIRST, n));

/**
 * A demonstration's today, 9 o'clock in Hohhot: two days before August's reports are due, two after July's were, and
 * with September just open.
 */
export const DEMO_NOW = new Date("2014-09-03T01:00:00Z");
