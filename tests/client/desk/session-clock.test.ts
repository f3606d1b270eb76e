import { expect, test } from "vitest";
import { standingOf } from "../../../client/desk/session-clock.ts";

const MINUTE = 60_000;
const USED = Date.UTC(2026, 2, 2, 9);
const HOUR = 60 * MINUTE;
const at = (minutes: number, endsAt = USED + 12 * HOUR, idleMinutes = 30) =>
  standingOf({ usedAt: USED, endsAt, idleMinutes }, USED + minutes * MINUTE);

test("a session that nobody uses is warned of five minutes before, and over a minute before the server may end it", () => {
  expect(at(23).how).toBe("fine");
  expect(at(24.5)).toEqual({ how: "idle", at: USED + 29 * MINUTE });
  expect(at(29).how).toBe("over");
});

test("a session that ends after five minutes is warned of a third of them before", () => {
  expect(at(2, undefined, 5).how).toBe("fine");
  expect(at(2.5, undefined, 5).how).toBe("idle");
  expect(at(4, undefined, 5).how).toBe("over");
});

test("the end that comes however busy one is says so, also where nobody is busy", () => {
  const endsAt = USED + 20 * MINUTE;
  expect(at(14, endsAt).how).toBe("fine");
  expect(at(16, endsAt)).toEqual({ how: "end", at: endsAt });
  expect(at(20, endsAt)).toEqual({ how: "over", at: endsAt });
});
