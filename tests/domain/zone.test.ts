import { expect, test } from "vitest";
import { clockOf, dayOf, startOfDay, ZONE } from "#domain/zone.ts";
import { momentOf } from "../../client/people/moment.ts";

const LATE = new Date("2026-11-30T16:05:00Z");

test("days and clocks are those of Inner Mongolia, and those that the zone's name gives", () => {
  expect([dayOf(LATE), clockOf(LATE)]).toEqual(["2026-12-01", "00:05"]);
  const named = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: ZONE });
  expect(named.format(LATE)).toBe("2026-12-01 00:05");
  expect(startOfDay("2026-12-01").toISOString()).toBe("2026-11-30T16:00:00.000Z");
  expect(dayOf(startOfDay("2026-12-31", 1))).toBe("2027-01-01");
});

test("a moment of today has no day", () => {
  expect(momentOf("2026-11-30T16:01:00Z", LATE)).toBe("00:01");
  expect(momentOf("2026-11-30T15:59:00Z", LATE)).toBe("2026-11-30 23:59");
});
