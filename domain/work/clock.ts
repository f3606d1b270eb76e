/** The clock of an approval: calendar days from the day it was handed in, without those on which it stood still. */
import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zDay } from "../report/report.ts";
import type { Slip } from "./slip.ts";
import type { Said } from "./standing.ts";

/** A stop: from a day on, until the day on which it goes on again; null while it stands still. */
const zStop = z.strictObject({ from: zDay, until: zDay.nullable(), words: z.string() });

/** What was said of the clock. Days as YYYY-MM-DD. */
export const zTimes = z.strictObject({
  handedIn: zDay.nullable(),
  stops: z.array(zStop),
  /** Day on which it was granted, refused or taken back. */
  ended: zDay.nullable(),
});
export type Times = z.infer<typeof zTimes>;
export const NO_TIMES: Times = { handedIn: null, stops: [], ended: null };

export const zClock = z.strictObject({
  /** Days that count so far, or until it ended. */
  used: z.int().min(0),
  /** Days that are left of the limit, below zero once it has run out; null where there is no limit. */
  left: z.int().nullable(),
  /** Day on which the limit ends; while it stands still, if it went on today. */
  due: zDay.nullable(),
  is: z.enum(["running", "stopped", "ended"]),
});
export type Clock = z.infer<typeof zClock>;

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const dayOfNumber = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/**
 * Where the clock stands on a day; null where it was not handed in. The day of handing in is the zeroth; a stop takes
 * away the days from its own until that on which it goes on.
 * @param limit in days; null where none is set
 */
export function clockOf(times: Times, limit: number | null, today: string): Clock | null {
  const { handedIn, stops, ended } = times;
  if (handedIn === null) return null;
  const end = dayNumber(ended ?? today);
  const start = dayNumber(handedIn);
  const stood = stops.reduce(
    (days, { from, until }) => days + Math.max(0, dayNumber(until ?? ended ?? today) - dayNumber(from)),
    0,
  );
  const used = Math.max(0, end - start - stood);
  const isStopped = stops.some(({ until }) => until === null);
  return {
    used,
    left: limit === null ? null : limit - used,
    due: limit === null ? null : dayOfNumber(start + limit + stood),
    is: ended !== null ? "ended" : isStopped ? "stopped" : "running",
  };
}

/** Days left from which a running clock runs out soon. */
export const CLOCK_SOON_DAYS = 5;

/** Red where a running clock has run out, blue where five days or fewer are left of it. */
export function clockSlip(clock: Clock | null): Slip | null {
  if (clock?.is !== "running" || clock.left === null) return null;
  return clock.left < 0 ? "red" : clock.left <= CLOCK_SOON_DAYS ? "blue" : null;
}

/** What a step does to the clock. */
export type Turn = "start" | "stop" | "resume" | "end" | "none" | "clear";

/** The times after a step that says its day; a stop that still lasts ends with the whole. */
export function timesAfter(times: Times, turn: Turn, { doneOn, words }: Said): Times {
  const { stops } = times;
  switch (turn) {
    case "start":
      return { handedIn: doneOn, stops: [], ended: null };
    case "stop":
      return doneOn === null
        ? times
        : { ...times, stops: [...stops, { from: doneOn, until: null, words: words ?? "" }] };
    case "resume":
      return { ...times, stops: stops.map((stop) => ({ ...stop, until: stop.until ?? doneOn })) };
    case "end":
      return {
        ...times,
        stops: stops.map((stop) => ({ ...stop, until: stop.until ?? doneOn })),
        ended: doneOn,
      };
    case "clear":
      return NO_TIMES;
    case "none":
      return times;
  }
}

/** What is wrong with the day of a step: it is not before what was said last of the clock. */
export function turnIssues({ handedIn, stops }: Times, turn: Turn, { doneOn }: Said): InputIssue[] {
  if (turn === "start" || turn === "none" || turn === "clear" || doneOn === null) return [];
  const last = stops.at(-1);
  const after = last?.until ?? last?.from ?? handedIn;
  return after !== null && doneOn < after
    ? [{ path: ["said", "doneOn"], message: `expected a day from ${after} on` }]
    : [];
}
