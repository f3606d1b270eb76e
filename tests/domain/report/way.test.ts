import { describe, expect, test } from "vitest";
import { differences, valueAt } from "#domain/report/differences.ts";
import { dueOnOf, filingStateOf } from "#domain/report/period.ts";
import { reminderOf } from "#domain/report/reminder.ts";
import { REPORT_STATES } from "#domain/report/report.ts";
import { isHandedIn, isOpen, STEPS, stepFrom, WAY } from "#domain/report/step.ts";
import { dayOf } from "#domain/zone.ts";

test("from each state the steps lead where the way says, and all others are refused", () => {
  const taken = STEPS.flatMap((step) =>
    REPORT_STATES.flatMap((state) => {
      try {
        return [`${state} ${step} ${stepFrom(state, step)}`];
      } catch {
        expect(WAY[step][state]).toBeUndefined();
        return [];
      }
    }),
  );
  expect(taken.sort()).toEqual(
    [
      "draft save draft",
      "returned save returned",
      "draft submit submitted",
      "returned submit submitted",
      "submitted withdraw draft",
      "submitted return returned",
      "accepted return returned",
      "submitted accept accepted",
      "accepted publish published",
    ].sort(),
  );
});

test("what is published is never open again, and what is open is not handed in", () => {
  expect(REPORT_STATES.filter(isOpen)).toEqual(["draft", "returned"]);
  expect(REPORT_STATES.filter(isHandedIn)).toEqual(["submitted", "accepted", "published"]);
  expect(STEPS.filter((step) => WAY[step].published !== undefined)).toEqual([]);
});

test.each([
  ["2012-09-30T15:59:59.999Z", "2012-09-30"],
  ["2012-09-30T16:00:00.000Z", "2012-10-01"],
])("%s is the %s in Hohhot", (moment, day) => expect(dayOf(new Date(moment))).toBe(day));

test("a month is due on the 5th of the next one, over the year's end too", () => {
  expect([dueOnOf("2012-09"), dueOnOf("2012-12")]).toEqual(["2012-10-05", "2013-01-05"]);
});

describe("reminders", () => {
  test.each([
    ["2012-10-01", null],
    ["2012-10-02", "blue"],
    ["2012-10-05", "blue"],
    ["2012-10-06", "yellow"],
    ["2012-10-08", "yellow"],
    ["2012-10-09", "red"],
    ["2013-03-01", "red"],
  ])("on %s: %s; none for who is done", (today, colour) => {
    expect(reminderOf("2012-10-05", today, false)).toBe(colour);
    expect(reminderOf("2012-10-05", today, true)).toBeNull();
  });
});

test.each([
  ["nothing handed in, in time", { items: 3, handedIn: 0, nil: false }, "2012-10-05", "waiting"],
  ["some, in time", { items: 3, handedIn: 1, nil: false }, "2012-10-05", "partial"],
  ["some, a day too late", { items: 3, handedIn: 1, nil: false }, "2012-10-06", "late"],
  ["all, whenever", { items: 3, handedIn: 3, nil: false }, "2012-11-01", "filed"],
  ["nothing to report", { items: 3, handedIn: 0, nil: true }, "2012-11-01", "nil"],
  ["no items and no word", { items: 0, handedIn: 0, nil: false }, "2012-10-06", "late"],
])("a unit's month: %s", (_, counts, today, state) => {
  expect(filingStateOf(counts, { dueOn: "2012-10-05" }, today)).toBe(state);
});

test("differences are told field by field, and each path leads to what it names", () => {
  const before = { done: "a", list: [{ name: "x" }], money: { month: "1" }, gone: 1 };
  const after = { done: "a", list: [{ name: "y" }, { name: "z" }], money: { month: null }, problem: null };
  expect(differences(before, after)).toEqual([
    ["list", 0, "name"],
    ["list", 1],
    ["money", "month"],
    ["gone"],
  ]);
  expect(differences(before, structuredClone(before))).toEqual([]);
  expect([valueAt(after, ["list", 1, "name"]), valueAt(after, ["list", 9, "name"])]).toEqual([
    "z",
    undefined,
  ]);
});
