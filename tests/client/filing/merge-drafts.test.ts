import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { nameOf, withValue } from "../../../client/filing/fields.ts";
import { meetings, sideOf, takeSides } from "../../../client/filing/merge-drafts.ts";

const base: ReportDraft = { ...EMPTY_DRAFT, stage: "construction", done: "土方" };

test("of two who wrote in different fields both words stand, and theirs are named", () => {
  const mine = withValue(base, ["next"], "浇筑");
  const theirs = withValue(base, ["investment", "year", "actual"], "12.00");
  const met = meetings(base, mine, theirs);
  expect(met.map((one) => [nameOf(one.field), one.both, sideOf(one)])).toEqual([
    ["investment.year.actual", false, "theirs"],
  ]);
  const merged = takeSides(
    mine,
    theirs,
    met.map((one) => ({ ...one, side: sideOf(one) })),
  );
  expect(merged.next).toBe("浇筑");
  expect(merged.investment.year.actual).toBe("12.00");
});

test("where both wrote in one field mine stands until theirs is taken, and neither is lost silently", () => {
  const mine = withValue(base, ["done"], "我的");
  const theirs = withValue(base, ["done"], "对方的");
  const [met] = meetings(base, mine, theirs);
  expect(met && [nameOf(met.field), met.both, sideOf(met)]).toEqual(["done", true, "mine"]);
  expect(takeSides(mine, theirs, [{ field: ["done"], side: "theirs" }]).done).toBe("对方的");
  expect(takeSides(mine, theirs, [{ field: ["done"], side: "mine" }]).done).toBe("我的");
});

test("what both wrote alike is no meeting", () => {
  const same = withValue(base, ["plannedPercent"], 40);
  expect(meetings(base, same, withValue(base, ["plannedPercent"], 40))).toEqual([]);
});
