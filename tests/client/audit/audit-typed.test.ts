import { expect, test } from "vitest";
import { filterOf, NOTHING_TYPED } from "../../../client/audit/audit-typed.ts";

test("a day counts from its midnight in Inner Mongolia, and the last one wholly", () => {
  const filter = filterOf({ ...NOTHING_TYPED, from: "2026-11-01", to: "2026-11-30" });
  expect(filter).toEqual({
    from: "2026-10-31T16:00:00.000Z",
    to: "2026-11-30T16:00:00.000Z",
  });
});

test("what is empty does not limit, and what is no day neither", () => {
  expect(filterOf({ ...NOTHING_TYPED, text: "  ", from: "2026", to: "2026-02-30" })).toEqual({});
});

test("an address that somebody wrote too long is cut to what the trail can be searched for", () => {
  expect(filterOf({ ...NOTHING_TYPED, target: "x".repeat(900) }).target).toHaveLength(200);
});
