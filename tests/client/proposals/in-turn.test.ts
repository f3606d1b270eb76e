import { expect, test } from "vitest";
import type { Proposal } from "#domain/report/proposal.ts";
import { inTurn } from "../../../client/proposals/in-turn.ts";

const one = (id: string, state: Proposal["state"], month = "2014-08", editedAt = "2014-08-01") =>
  ({ id, state, month, editedAt }) as Proposal;
const ALL = [
  one("p", "published"),
  one("d", "draft"),
  one("s", "submitted"),
  one("r", "returned"),
  one("a", "accepted"),
];
const ids = (proposals: readonly Proposal[]) => proposals.map(({ id }) => id).join("");

test("who writes sees first what was returned, who decides what was handed in", () => {
  expect(ids(inTurn(ALL, false))).toBe("rdsap");
  expect(ids(inTurn(ALL, true))).toBe("sardp");
});

test("of one state the latest month comes first, and of one month what was touched last", () => {
  const drafts = [
    one("1", "draft", "2014-07"),
    one("2", "draft", "2014-08", "2014-08-02"),
    one("3", "draft", "2014-08", "2014-08-09"),
  ];
  expect(ids(inTurn(drafts, false))).toBe("321");
});
