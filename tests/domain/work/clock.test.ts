import { describe, expect, test } from "vitest";
import { clockOf, clockSlip, NO_TIMES, type Times, timesAfter, turnIssues } from "#domain/work/clock.ts";

const said = (doneOn: string | null, words: string | null = null) => ({ doneOn, words, percent: null });
const times = (change: Partial<Times>): Times => ({ ...NO_TIMES, handedIn: "2012-09-01", ...change });
const stop = (from: string, until: string | null) => ({ from, until, words: "补环评" });

describe("the clock of an approval", () => {
  test("is none before it is handed in, and counts calendar days from that day on", () => {
    expect(clockOf(NO_TIMES, 20, "2012-09-10")).toBeNull();
    expect(clockOf(times({}), 20, "2012-09-01")).toEqual({
      used: 0,
      left: 20,
      due: "2012-09-21",
      is: "running",
    });
    expect(clockOf(times({}), 20, "2012-09-21")).toMatchObject({ used: 20, left: 0 });
    expect(clockOf(times({}), 20, "2012-10-01")).toMatchObject({ used: 30, left: -10, due: "2012-09-21" });
    expect(clockOf(times({}), null, "2012-10-01")).toEqual({
      used: 30,
      left: null,
      due: null,
      is: "running",
    });
  });

  test("leaves out the days of each stop, and stands still in one that lasts", () => {
    const stopped = times({ stops: [stop("2012-09-05", null)] });
    expect(clockOf(stopped, 20, "2012-09-15")).toEqual({
      used: 4,
      left: 16,
      due: "2012-10-01",
      is: "stopped",
    });
    expect(clockOf(stopped, 20, "2012-09-25")).toMatchObject({ used: 4, due: "2012-10-11" });
    const twice = times({ stops: [stop("2012-09-05", "2012-09-15"), stop("2012-09-20", "2012-09-21")] });
    expect(clockOf(twice, 20, "2012-09-30")).toMatchObject({ used: 18, left: 2, due: "2012-10-02" });
    // Stopped and started again on one day: nothing is taken away.
    const none = times({ stops: [stop("2012-09-05", "2012-09-05")] });
    expect(clockOf(none, 20, "2012-09-10")).toMatchObject({ used: 9 });
  });

  test("ends with the decision, whatever the day, and a stop that lasts ends with it", () => {
    const ended = times({ stops: [stop("2012-09-05", null)], ended: "2012-09-20" });
    expect(clockOf(ended, 20, "2013-01-01")).toMatchObject({ used: 4, left: 16 });
    expect(timesAfter(times({ stops: [stop("2012-09-05", null)] }), "end", said("2012-09-20"))).toEqual(
      times({ stops: [stop("2012-09-05", "2012-09-20")], ended: "2012-09-20" }),
    );
    expect(clockOf(times({ ended: "2012-09-11" }), 20, "2013-01-01")).toMatchObject({
      used: 10,
      is: "ended",
    });
  });

  test("counts over the end of a year and a leap day", () => {
    expect(clockOf(times({ handedIn: "2011-12-31" }), 90, "2012-03-01")).toMatchObject({ used: 61 });
  });

  test("is red once it has run out, blue with five days left, and has no colour while it does not run", () => {
    const on = (day: string, change: Partial<Times> = {}) => clockSlip(clockOf(times(change), 20, day));
    expect([on("2012-09-15"), on("2012-09-16"), on("2012-09-21"), on("2012-09-22")]).toEqual([
      null,
      "blue",
      "blue",
      "red",
    ]);
    expect(on("2012-12-01", { stops: [stop("2012-09-02", null)] })).toBeNull();
    expect(on("2012-12-01", { ended: "2012-11-30" })).toBeNull();
    expect(clockSlip(clockOf(times({}), null, "2013-01-01"))).toBeNull();
    expect(clockSlip(null)).toBeNull();
  });

  test("goes from what was said of it, step by step, and no day lies before the last", () => {
    let now = timesAfter(NO_TIMES, "start", said("2012-09-01"));
    now = timesAfter(now, "stop", said("2012-09-05", "补环评"));
    expect(turnIssues(now, "resume", said("2012-09-04")).map(({ path }) => path)).toEqual([
      ["said", "doneOn"],
    ]);
    expect(turnIssues(now, "resume", said("2012-09-05"))).toEqual([]);
    now = timesAfter(now, "resume", said("2012-09-15"));
    expect(turnIssues(now, "end", said("2012-09-14"))).toHaveLength(1);
    expect(now).toEqual(times({ stops: [stop("2012-09-05", "2012-09-15")] }));
    expect(timesAfter(now, "none", said(null))).toEqual(now);
    expect(timesAfter(now, "clear", said(null))).toEqual(NO_TIMES);
  });
});
